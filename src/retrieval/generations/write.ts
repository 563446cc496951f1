import { createHash } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { LexicalIndex } from "../lexical/build.js";
import { type ChunkTable, files, type IndexedVersion, type Manifest } from "./format.js";
import { currentGeneration, pointTo, writeDurably } from "./pointer.js";

export type Generation = { readonly versions: readonly IndexedVersion[]; readonly chunks: ChunkTable; readonly lexical: LexicalIndex };

/**
 * Writes a generation beside the ones that are there, then makes it the current one by renaming a pointer; the previous one is kept,
 * older ones go.
 * @returns the new generation's name
 */
export async function writeGeneration(indexFolder: string, generation: Generation, createdAt: string): Promise<string> {
  await mkdir(indexFolder, { recursive: true });
  const name = `g${createdAt.replace(/\D/g, "").slice(0, 14)}-${process.pid.toString(36)}-${Math.floor(performance.now()).toString(36)}`;
  const folder = join(indexFolder, `${name}.partial`);
  await mkdir(folder);
  const sha256: Record<string, string> = {};
  for (const [file, bytes] of contents(generation)) {
    sha256[file] = createHash("sha256").update(bytes).digest("hex");
    await writeDurably(join(folder, file), bytes);
  }
  const manifest: Manifest = {
    format: 1,
    generation: name,
    createdAt,
    versions: generation.versions.length,
    chunks: generation.chunks.chunkIds.length,
    terms: generation.lexical.terms.length,
    postings: generation.lexical.chunks.length,
    sha256,
  };
  await writeDurably(join(folder, "manifest.json"), Buffer.from(JSON.stringify(manifest, null, 2)));
  await rename(folder, join(indexFolder, name));
  const previous = await currentGeneration(indexFolder);
  await pointTo(indexFolder, name);
  await removeOld(indexFolder, new Set([name, previous]));
  return name;
}

function contents({ versions, chunks, lexical }: Generation): readonly (readonly [string, Uint8Array])[] {
  const bytes = (array: Uint32Array | Float32Array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  const table = new Uint32Array(chunks.chunkIds.length * 3);
  table.set(chunks.chunkIds, 0);
  table.set(chunks.versionOf, chunks.chunkIds.length);
  table.set(chunks.groupOf, chunks.chunkIds.length * 2);
  return [
    [files.versions, Buffer.from(JSON.stringify(versions))],
    [files.chunks, bytes(table)],
    [files.terms, Buffer.from(lexical.terms.join("\n"))],
    [files.idf, bytes(lexical.idf)],
    [files.offsets, bytes(lexical.offsets)],
    [files.postings, bytes(lexical.chunks)],
    [files.impacts, bytes(lexical.impacts)],
  ];
}

/** What is not kept goes, with what a killed process left half made. */
async function removeOld(indexFolder: string, kept: ReadonlySet<string | null>): Promise<void> {
  const old = (await readdir(indexFolder)).filter((name) => /^(?:g|current\.)/.test(name) && !kept.has(name));
  for (const name of old) await rm(join(indexFolder, name), { recursive: true, force: true });
}
