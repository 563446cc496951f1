import { mkdir, writeFile } from "node:fs/promises";
import { endianness } from "node:os";
import { join } from "node:path";
import { formatVersion, type Manifest, manifestFile, packRows, vectorsFile, type WordVectors, wordsFile } from "./format.js";
import { digestOf } from "./read.js";

/**
 * Writes word vectors as `readWordVectors` reads them.
 * @param made where they come from, for people
 */
export async function writeWordVectors(folder: string, vectors: WordVectors, made: Manifest["made"]): Promise<void> {
  const words = Buffer.from(`${vectors.words.join("\n")}\n`, "utf8");
  const numbers = Buffer.concat([packRows(vectors.rows), bytesOf(vectors.scales)]);
  const manifest: Manifest = {
    format: formatVersion,
    dimension: vectors.dimension,
    words: vectors.words.length,
    sha256: { [wordsFile]: digestOf(words), [vectorsFile]: digestOf(numbers) },
    made,
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, wordsFile), words);
  await writeFile(join(folder, vectorsFile), numbers);
  await writeFile(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
}

function bytesOf(numbers: Float32Array): Buffer {
  const bytes = Buffer.from(numbers.slice().buffer);
  return endianness() === "BE" ? bytes.swap32() : bytes;
}
