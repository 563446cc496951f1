import { z } from "zod";

/** The files of a static embedder's folder. */
export const manifestFile = "manifest.json";
export const wordsFile = "words.txt";
export const vectorsFile = "vectors.bin";

export const formatVersion = 1;

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What `manifest.json` says of the other files; `made` tells people where they come from. */
export const manifestSchema = z.object({
  format: z.literal(formatVersion),
  /** Numbers in a vector. */
  dimension: z.number().int().min(16).max(512).multipleOf(16),
  words: z.number().int().positive(),
  sha256: z.object({ [wordsFile]: digest, [vectorsFile]: digest }),
  made: z.record(z.string(), z.union([z.string(), z.number()])),
});

export type Manifest = z.infer<typeof manifestSchema>;

/**
 * Word vectors. `vectors.bin` holds the rows, two numbers a byte, then the scales (32-bit floats, little-endian). Four bits are enough: a text
 * is a sum over many words, where what was rounded off cancels out.
 */
export type WordVectors = {
  readonly dimension: number;
  readonly words: readonly string[];
  /** Whole numbers from −7 to 7, row after row in the order of the words. */
  readonly rows: Int8Array;
  /** By word: what its row is multiplied by. It holds the word's weight too: 请问 says little, 噪声 much. */
  readonly scales: Float32Array;
};

/** The largest number in a row. */
export const largest = 7;

/** Bytes of `vectors.bin` for so many words. */
export function vectorBytes(words: number, dimension: number): number {
  return words * (dimension / 2 + Float32Array.BYTES_PER_ELEMENT);
}

/** Two numbers a byte, the first in the lower half; eight is added, so that none is negative. */
export function packRows(rows: Int8Array): Uint8Array {
  const packed = new Uint8Array(rows.length / 2);
  for (let index = 0; index < packed.length; index++)
    packed[index] = ((rows[2 * index] as number) + 8) | (((rows[2 * index + 1] as number) + 8) << 4);
  return packed;
}

/** What `packRows` packed. */
export function unpackRows(packed: Uint8Array): Int8Array {
  const rows = new Int8Array(2 * packed.length);
  for (let index = 0; index < packed.length; index++) {
    const byte = packed[index] as number;
    rows[2 * index] = (byte & 15) - 8;
    rows[2 * index + 1] = (byte >> 4) - 8;
  }
  return rows;
}
