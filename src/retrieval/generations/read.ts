import { createHash } from "node:crypto";
import { open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ZhengwenError } from "../../domain/errors.js";
import {
  type IndexedVersion,
  type Manifest,
  manifestFile,
  manifestSchema,
  neighboursFile,
  type SegmentName,
  sealFile,
  segmentFiles,
  vectorFiles,
  versionsFile,
} from "./format.js";
import { currentGeneration } from "./pointer.js";
import type { Segment } from "./segment.js";

/** A segment in memory, and the verified file of its graph of neighbours where it has one. */
export type LoadedSegment = Segment & { readonly neighbours: string | null };

export type LoadedGeneration = {
  readonly name: string;
  readonly manifest: Manifest;
  readonly versions: readonly IndexedVersion[];
  readonly base: LoadedSegment;
  readonly recent: LoadedSegment | null;
};

/** What is in memory already. */
export type Serving = Pick<LoadedGeneration, "manifest" | "base">;

/** `damage`: why an earlier generation than the current one answers; it may say what no longer holds, so it is only to bridge. */
export type LoadedCurrent = LoadedGeneration & { readonly damage: ZhengwenError | null };

/**
 * Loads the current generation; when it is damaged, or the pointer to it, the newest other one that is whole.
 * @param serving one that is in memory: a base that both share is not read again
 * @throws ZhengwenError `index_missing` when none was made, `index_damaged` when none can be used: run reindex
 */
export async function loadCurrent(indexFolder: string, serving: Serving | null = null): Promise<LoadedCurrent> {
  const names = await generationNames(indexFolder);
  if (names.length === 0) throw new ZhengwenError("index_missing", "there is no index yet: run `zhengwen reindex`");
  const current = await currentGeneration(indexFolder);
  let damage: unknown = null;
  for (const name of names) {
    try {
      const loaded = await loadGeneration(indexFolder, name, serving);
      const isCurrent = name === current;
      return { ...loaded, damage: isCurrent ? null : rolledBack(current, name, damage) };
    } catch (cause) {
      damage = cause;
    }
  }
  throw new ZhengwenError("index_damaged", "the index is damaged and no earlier one is whole: run `zhengwen reindex`", { cause: damage });
}

function rolledBack(current: string | null, name: string, cause: unknown): ZhengwenError {
  return new ZhengwenError("index_damaged", `the index ${current ?? "pointer"} is damaged: ${name} answers until it is made anew`, {
    cause,
  });
}

/** The generations that are there, the current one first, then the newest; empty when none was made. */
export async function generationNames(indexFolder: string): Promise<readonly string[]> {
  const current = await currentGeneration(indexFolder);
  const there = (await readdir(indexFolder).catch(() => [])).filter((name) => /^g\d/.test(name) && !name.endsWith(".partial"));
  // a pointer to nothing is damage, and not an index that was never made
  const pointed = current === null || there.includes(current) ? [] : [current];
  return [
    ...pointed,
    ...there
      .sort()
      .reverse()
      .sort((a, b) => Number(b === current) - Number(a === current)),
  ];
}

/** What the current generation says of itself, or the newest that can be read; null when none can. */
export async function newestManifest(indexFolder: string): Promise<Manifest | null> {
  for (const name of await generationNames(indexFolder)) {
    const manifest = await readManifest(join(indexFolder, name)).catch(() => null);
    if (manifest) return manifest;
  }
  return null;
}

/**
 * Loads one generation, its hashes checked first. Reads in slices, so that a serving process answers in between.
 * @throws ZhengwenError `index_damaged`
 */
export async function loadGeneration(indexFolder: string, name: string, serving: Serving | null = null): Promise<LoadedGeneration> {
  const folder = join(indexFolder, name);
  const manifest = await readManifest(folder);
  const read = async (file: string) => readVerified(join(folder, file), manifest.sha256[file]);
  const versions = await read(versionsFile);
  const segments = await Promise.all(
    manifest.segments.map(async ({ name: segment }) => {
      if (segment === "base" && serving && sameBase(serving.manifest, manifest)) return serving.base;
      const graph = `${segment}.${neighboursFile}`;
      if (graph in manifest.sha256) await verify(join(folder, graph), manifest.sha256[graph]);
      return { ...(await readSegment(segment, manifest, read)), neighbours: graph in manifest.sha256 ? join(folder, graph) : null };
    }),
  );
  const [base, recent = null] = segments;
  if (!base) throw new ZhengwenError("index_damaged", `${folder}: the manifest names no segment`);
  return { name, manifest, versions: JSON.parse(Buffer.from(versions).toString("utf8")) as IndexedVersion[], base, recent };
}

async function readSegment(segment: SegmentName, manifest: Manifest, readFileOf: (file: string) => Promise<ArrayBuffer>): Promise<Segment> {
  const read = (file: string) => readFileOf(`${segment}.${file}`);
  const [versionIds, table, chapters, terms, idf, offsets, postings, impacts, sketchOffsets, sketches, sketchIdf] = await Promise.all(
    Object.values(segmentFiles).map(read) as Tuple<Promise<ArrayBuffer>, 11>,
  );
  const columns = new Uint32Array(table);
  const count = columns.length / 6;
  const column = (index: number) => columns.subarray(index * count, (index + 1) * count);
  return {
    versionIds: new Uint32Array(versionIds),
    chunks: { chunkIds: column(0), versionOf: column(1), groupOf: column(2), chapterOf: column(3), articleOf: column(4) },
    chapters: JSON.parse(Buffer.from(chapters).toString("utf8")) as string[],
    lexical: {
      termIds: numbered(terms),
      idf: new Float32Array(idf),
      offsets: new Uint32Array(offsets),
      chunks: new Uint32Array(postings),
      impacts: new Float32Array(impacts),
      lengths: column(5),
    },
    sketches: { offsets: new Uint32Array(sketchOffsets), pairs: new Uint16Array(sketches), idf: new Float32Array(sketchIdf) },
    vectors: manifest.embedder && {
      dimension: manifest.embedder.dimension,
      rows: new Int8Array(await read(vectorFiles.rows)),
      scales: new Float32Array(await read(vectorFiles.scales)),
    },
  };
}

type Tuple<T, N extends number, R extends T[] = []> = R["length"] extends N ? R : Tuple<T, N, [...R, T]>;

function numbered(terms: ArrayBuffer): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  if (terms.byteLength > 0) for (const [id, term] of Buffer.from(terms).toString("utf8").split("\n").entries()) ids.set(term, id);
  return ids;
}

/** True when both hold the same base, file by file. */
function sameBase(one: Manifest, other: Manifest): boolean {
  const hashes = ({ sha256 }: Manifest) => Object.entries(sha256).filter(([file]) => file.startsWith("base."));
  return hashes(one).length === hashes(other).length && hashes(one).every(([file, hash]) => other.sha256[file] === hash);
}

/**
 * What a generation says of itself.
 * @throws ZhengwenError `index_damaged`
 */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    const seal = await readFile(join(folder, sealFile), "utf8");
    return manifestSchema.parse(JSON.parse(Buffer.from(await readVerified(join(folder, manifestFile), seal)).toString("utf8")));
  } catch (cause) {
    throw new ZhengwenError("index_damaged", `${folder}: the manifest cannot be read`, { cause });
  }
}

const sliceBytes = 4 * 1024 * 1024;

/** Reads a file only to check it. */
async function verify(path: string, expected: string | undefined): Promise<void> {
  await readVerified(path, expected);
}

async function readVerified(path: string, expected: string | undefined): Promise<ArrayBuffer> {
  const damaged = (cause?: unknown) => new ZhengwenError("index_damaged", `${path} is damaged`, { cause });
  const file = await open(path, "r").catch((cause) => {
    throw damaged(cause);
  });
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(new ArrayBuffer(size));
    const hash = createHash("sha256");
    for (let offset = 0; offset < size; ) {
      const { bytesRead } = await file.read(bytes, offset, Math.min(sliceBytes, size - offset), offset);
      if (bytesRead === 0) throw damaged();
      hash.update(bytes.subarray(offset, offset + bytesRead));
      offset += bytesRead;
    }
    if (hash.digest("hex") !== expected) throw damaged();
    return bytes.buffer;
  } finally {
    await file.close();
  }
}
