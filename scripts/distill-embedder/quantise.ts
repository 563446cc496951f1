import { largest, type WordVectors } from "../../src/models/embedder/static/format.js";

/** Shares of a row's largest number that are tried as the end of the scale: to cut off a little rounds the rest less. */
const shares = [0.55, 0.65, 0.75, 0.85, 1] as const;

/**
 * Word rows as whole numbers with a scale for each, chosen so that the row changes least.
 * @param weights by word: what its row counts for in a text, which goes into its scale
 */
export function quantiseRows(words: readonly string[], rows: Float32Array, weights: Float32Array, dimension: number): WordVectors {
  const numbers = new Int8Array(rows.length);
  const scales = new Float32Array(words.length);
  for (let word = 0; word < words.length; word++) {
    const start = word * dimension;
    let most = 0;
    for (let index = start; index < start + dimension; index++) most = Math.max(most, Math.abs(rows[index] as number));
    if (most === 0) continue;
    const rounded = (value: number, scale: number) => Math.max(-largest, Math.min(largest, Math.round(value / scale)));
    let best = most / largest;
    let leastError = Number.POSITIVE_INFINITY;
    for (const share of shares) {
      const scale = (most * share) / largest;
      let error = 0;
      for (let index = start; index < start + dimension; index++) {
        const value = rows[index] as number;
        error += (value - scale * rounded(value, scale)) ** 2;
      }
      if (error < leastError) {
        leastError = error;
        best = scale;
      }
    }
    for (let index = start; index < start + dimension; index++) numbers[index] = rounded(rows[index] as number, best);
    scales[word] = best * (weights[word] as number);
  }
  return { dimension, words, rows: numbers, scales };
}
