import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { endianness } from "node:os";
import { join } from "node:path";
import { ZhengwenError } from "../../../domain/errors.js";
import { manifestFile, manifestSchema, unpackRows, vectorBytes, vectorsFile, type WordVectors, wordsFile } from "./format.js";

/**
 * Reads the word vectors of a folder, and what identifies them.
 * @throws ZhengwenError `embedder_damaged` naming the file that is missing, cut off or changed.
 */
export async function readWordVectors(folder: string): Promise<{ readonly vectors: WordVectors; readonly fingerprint: string }> {
  const [described, words, numbers] = await Promise.all([manifestFile, wordsFile, vectorsFile].map((file) => readOrThrow(folder, file)));
  if (!described || !words || !numbers) throw damaged(folder, "is empty");
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
  return {
    vectors: { dimension, words: list, rows: unpackRows(numbers.subarray(0, packed)), scales: floatsOf(numbers.subarray(packed)) },
    fingerprint: digestOf(Buffer.from(`${manifest.format} ${sha256[wordsFile]} ${sha256[vectorsFile]}`)),
  };
}

export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function damaged(folder: string, what: string, cause?: unknown): ZhengwenError {
  return new ZhengwenError("embedder_damaged", `word vectors in ${folder}: ${what}`, { cause });
}

async function readOrThrow(folder: string, file: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, file));
  } catch (cause) {
    throw damaged(folder, `${file} cannot be read`, cause);
  }
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
