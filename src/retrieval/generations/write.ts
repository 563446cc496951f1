import { createHash } from "node:crypto";
import { copyFile, link, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Embedder } from "../../models/embedder/embedder.js";
import {
  type IndexedVersion,
  type Manifest,
  manifestFile,
  neighboursFile,
  type SegmentName,
  sealFile,
  segmentFiles,
  vectorFiles,
  versionsFile,
} from "./format.js";
import { currentGeneration, pointTo, writeDurably } from "./pointer.js";
import type { Segment } from "./segment.js";

/** A segment that was made now, or the one of an earlier generation, whose files are taken over as they are. */
export type SegmentToWrite =
  | { readonly kind: "new"; readonly segment: Segment; readonly neighbours: ((file: string) => Promise<void>) | null }
  | { readonly kind: "kept"; readonly from: Manifest };

export type GenerationToWrite = {
  readonly versions: readonly IndexedVersion[];
  readonly embedder: Pick<Embedder, "name" | "fingerprint" | "dimension"> | null;
  readonly base: SegmentToWrite;
  /** Null when everything is in the base. */
  readonly recent: Segment | null;
};

/**
 * Writes a generation beside the ones that are there, then makes it the current one by renaming a pointer; the previous one is kept,
 * older ones go.
 * @returns the new generation's name
 */
export async function writeGeneration(indexFolder: string, generation: GenerationToWrite, createdAt: string): Promise<string> {
  await mkdir(indexFolder, { recursive: true });
  const name = `g${createdAt.replace(/\D/g, "").slice(0, 14)}-${process.pid.toString(36)}-${Math.floor(performance.now()).toString(36)}`;
  const folder = join(indexFolder, `${name}.partial`);
  await mkdir(folder);
  const sha256: Record<string, string> = {};
  const write = async (file: string, bytes: Uint8Array) => {
    sha256[file] = createHash("sha256").update(bytes).digest("hex");
    await writeDurably(join(folder, file), bytes);
  };
  const segments: Manifest["segments"] = [];
  const { base, recent } = generation;
  if (base.kind === "kept") {
    Object.assign(sha256, await keepFiles(join(indexFolder, base.from.generation), folder, base.from));
    segments.push(...base.from.segments.filter((segment) => segment.name === "base"));
  } else {
    segments.push(summaryOf("base", base.segment));
    for (const [file, bytes] of contentsOf(base.segment)) await write(`base.${file}`, bytes);
    if (base.neighbours) {
      const path = join(folder, `base.${neighboursFile}`);
      await base.neighbours(path);
      sha256[`base.${neighboursFile}`] = await hashOf(path);
    }
  }
  if (recent) {
    segments.push(summaryOf("recent", recent));
    for (const [file, bytes] of contentsOf(recent)) await write(`recent.${file}`, bytes);
  }
  await write(versionsFile, Buffer.from(JSON.stringify(generation.versions)));
  const { embedder } = generation;
  const manifest: Manifest = {
    format: 2,
    generation: name,
    createdAt,
    versions: generation.versions.length,
    embedder: embedder && { name: embedder.name, fingerprint: embedder.fingerprint, dimension: embedder.dimension },
    segments,
    sha256,
  };
  const described = Buffer.from(JSON.stringify(manifest, null, 2));
  await writeDurably(join(folder, manifestFile), described);
  await writeDurably(join(folder, sealFile), Buffer.from(createHash("sha256").update(described).digest("hex")));
  await rename(folder, join(indexFolder, name));
  const previous = await currentGeneration(indexFolder);
  await pointTo(indexFolder, name);
  await removeOld(indexFolder, new Set([name, previous]));
  return name;
}

function summaryOf(name: SegmentName, segment: Segment): Manifest["segments"][number] {
  return { name, chunks: segment.chunks.chunkIds.length, versions: segment.versionIds.length };
}

/** Gives the base files of an earlier generation a second name; a file system without such names gets copies. */
async function keepFiles(from: string, to: string, manifest: Manifest): Promise<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const [file, hash] of Object.entries(manifest.sha256)) {
    if (!file.startsWith("base.")) continue;
    await link(join(from, file), join(to, file)).catch(() => copyFile(join(from, file), join(to, file)));
    kept[file] = hash;
  }
  return kept;
}

function contentsOf(segment: Segment): readonly (readonly [string, Uint8Array])[] {
  const { chunks, lexical, sketches, vectors } = segment;
  const columns = [chunks.chunkIds, chunks.versionOf, chunks.groupOf, chunks.chapterOf, chunks.articleOf, lexical.lengths];
  const table = new Uint32Array(columns.length * chunks.chunkIds.length);
  for (const [index, column] of columns.entries()) table.set(column, index * chunks.chunkIds.length);
  return [
    [segmentFiles.versions, bytesOf(segment.versionIds)],
    [segmentFiles.chunks, bytesOf(table)],
    [segmentFiles.chapters, Buffer.from(JSON.stringify(segment.chapters))],
    [segmentFiles.terms, Buffer.from([...lexical.termIds.keys()].join("\n"))],
    [segmentFiles.idf, bytesOf(lexical.idf)],
    [segmentFiles.offsets, bytesOf(lexical.offsets)],
    [segmentFiles.postings, bytesOf(lexical.chunks)],
    [segmentFiles.impacts, bytesOf(lexical.impacts)],
    [segmentFiles.sketchOffsets, bytesOf(sketches.offsets)],
    [segmentFiles.sketches, bytesOf(sketches.pairs)],
    [segmentFiles.sketchIdf, bytesOf(sketches.idf)],
    ...(vectors
      ? ([
          [vectorFiles.rows, bytesOf(vectors.rows)],
          [vectorFiles.scales, bytesOf(vectors.scales)],
        ] as const)
      : []),
  ];
}

function bytesOf(array: Uint32Array | Uint16Array | Float32Array | Int8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

async function hashOf(path: string): Promise<string> {
  const { createReadStream } = await import("node:fs");
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest("hex");
}

/** What is not kept goes, with what a killed process left half made. */
async function removeOld(indexFolder: string, kept: ReadonlySet<string | null>): Promise<void> {
  const old = (await readdir(indexFolder)).filter((name) => /^(?:g|current\.)/.test(name) && !kept.has(name));
  for (const name of old) await rm(join(indexFolder, name), { recursive: true, force: true });
}
