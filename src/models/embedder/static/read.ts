import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { endianness } from "node:os";
import { join } from "node:path";
import { ZhengwenError } from "../../../domain/errors.js";
import { manifestFile, manifestSchema, unpackRows, vectorBytes, vectorsFile, type WordVectors, wordsFile } from "./format.js";

type ReadVectors = { readonly vectors: WordVectors; readonly fingerprint: string };

/** By fingerprint, what is in use already: the search and the categories read by the same vectors, which need not be held twice. */
const inUse = new Map<string, WeakRef<WordVectors>>();

/**
 * Reads the word vectors of a folder, and what identifies them.
 * @throws ZhengwenError `embedder_damaged` naming the file that is missing, cut off or changed.
 */
export async function readWordVectors(folder: string): Promise<ReadVectors> {
  const read = (file: string) => readFile(join(folder, file)).catch((cause) => Promise.reject(unreadable(folder, file, cause)));
  const [described, words, numbers] = await Promise.all([read(manifestFile), read(wordsFile), read(vectorsFile)]);
  return vectorsOf(folder, described, words, numbers);
}

/**
 * The same at once, for who cannot wait: 50 ms in which nothing else runs.
 * @throws ZhengwenError `embedder_damaged` as above
 */
export function readWordVectorsSync(folder: string): ReadVectors {
  const read = (file: string) => {
    try {
      return readFileSync(join(folder, file));
    } catch (cause) {
      throw unreadable(folder, file, cause);
    }
  };
  return vectorsOf(folder, read(manifestFile), read(wordsFile), read(vectorsFile));
}

function vectorsOf(folder: string, described: Buffer, words: Buffer, numbers: Buffer): ReadVectors {
  const manifest = manifestOf(folder, described);
  const { dimension, words: count, sha256 } = manifest;
  const expected = vectorBytes(count, dimension);
  if (numbers.length !== expected) throw damaged(folder, `${vectorsFile} has ${numbers.length} bytes instead of ${expected}`);
  for (const [file, bytes] of [[wordsFile, words] as const, [vectorsFile, numbers] as const]) {
    if (digestOf(bytes) !== sha256[file]) throw damaged(folder, `${file} is not what ${manifestFile} describes`);
  }
  const list = words.toString("utf8").split("\n");
  if (list.at(-1) === "") list.pop();
  if (list.length !== count) throw damaged(folder, `${wordsFile} has ${list.length} words instead of ${count}`);
  const packed = (count * dimension) / 2;
  const fingerprint = digestOf(Buffer.from(`${manifest.format} ${sha256[wordsFile]} ${sha256[vectorsFile]}`));
  const known = inUse.get(fingerprint)?.deref();
  if (known) return { vectors: known, fingerprint };
  const scales = floatsOf(numbers.subarray(packed));
  const vectors: WordVectors = { dimension, words: list, rows: unpackRows(numbers.subarray(0, packed)), scales };
  inUse.set(fingerprint, new WeakRef(vectors));
  return { vectors, fingerprint };
}

export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function damaged(folder: string, what: string, cause?: unknown): ZhengwenError {
  return new ZhengwenError("embedder_damaged", `word vectors in ${folder}: ${what}`, { cause });
}

function unreadable(folder: string, file: string, cause: unknown): ZhengwenError {
  return damaged(folder, `${file} cannot be read`, cause);
}

function manifestOf(folder: string, bytes: Buffer) {
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw damaged(folder, `${manifestFile} is no JSON`, cause);
  }
  const parsed = manifestSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw damaged(folder, `${manifestFile}: ${issue?.path.join(".")}: ${issue?.message}`);
}

/** Copied, for it need not lie at a multiple of four bytes. */
function floatsOf(bytes: Buffer): Float32Array {
  const copy = Buffer.from(bytes);
  if (endianness() === "BE") copy.swap32();
  return new Float32Array(copy.buffer, copy.byteOffset, bytes.length / Float32Array.BYTES_PER_ELEMENT);
}
