import { createHash } from "node:crypto";
import { open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ZhengwenError } from "../../domain/errors.js";
import { files, type IndexedVersion, type Manifest, manifestSchema } from "./format.js";
import { currentGeneration } from "./pointer.js";
import type { Generation } from "./write.js";

export type LoadedGeneration = Generation & { readonly name: string; readonly manifest: Manifest };

/**
 * Loads the current generation; when it is damaged, the newest other one that is whole.
 * @throws ZhengwenError `index_missing` when none was made, `index_damaged` when none can be used: run reindex
 */
export async function loadCurrent(indexFolder: string): Promise<LoadedGeneration> {
  const current = await currentGeneration(indexFolder);
  if (!current) throw new ZhengwenError("index_missing", "there is no index yet: run `zhengwen reindex`");
  const others = (await readdir(indexFolder)).filter((name) => name.startsWith("g") && !name.endsWith(".partial") && name !== current);
  let damage: unknown;
  for (const name of [current, ...others.sort().reverse()]) {
    try {
      return await loadGeneration(indexFolder, name);
    } catch (cause) {
      damage = cause;
    }
  }
  throw new ZhengwenError("index_damaged", "the index is damaged and no earlier one is whole: run `zhengwen reindex`", { cause: damage });
}

/**
 * Loads one generation, its hashes checked first. Reads in slices, so that a serving process answers in between.
 * @throws ZhengwenError `index_damaged`
 */
export async function loadGeneration(indexFolder: string, name: string): Promise<LoadedGeneration> {
  const folder = join(indexFolder, name);
  const manifest = await readManifest(folder);
  const read = async (file: string) => readVerified(join(folder, file), manifest.sha256[file]);
  const [versions, table, terms, idf, offsets, postings, impacts] = await Promise.all([
    read(files.versions),
    read(files.chunks),
    read(files.terms),
    read(files.idf),
    read(files.offsets),
    read(files.postings),
    read(files.impacts),
  ]);
  const chunkTable = new Uint32Array(table);
  const count = manifest.chunks;
  return {
    name,
    manifest,
    versions: JSON.parse(Buffer.from(versions).toString("utf8")) as IndexedVersion[],
    chunks: {
      chunkIds: chunkTable.subarray(0, count),
      versionOf: chunkTable.subarray(count, 2 * count),
      groupOf: chunkTable.subarray(2 * count),
    },
    lexical: {
      terms: terms.byteLength === 0 ? [] : Buffer.from(terms).toString("utf8").split("\n"),
      idf: new Float32Array(idf),
      offsets: new Uint32Array(offsets),
      chunks: new Uint32Array(postings),
      impacts: new Float32Array(impacts),
    },
  };
}

async function readManifest(folder: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")));
  } catch (cause) {
    throw new ZhengwenError("index_damaged", `${folder}: the manifest cannot be read`, { cause });
  }
}

const sliceBytes = 4 * 1024 * 1024;

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
