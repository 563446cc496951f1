export type BatchLimits = {
  /** How many texts at most. */
  readonly texts: number;
  /** How many characters at most, each text counted as long as the batch's longest; one text alone may be longer. */
  readonly characters: number;
};

/**
 * Groups texts of like length, so that little is padding: the indices of each batch, the longest texts first
 * (what will not fit into memory fails at once, and a progress bar grows faster than it promised).
 */
export function batchesByLength(texts: readonly string[], wanted: readonly number[], limits: BatchLimits): readonly (readonly number[])[] {
  const order = [...wanted].sort((a, b) => lengthOf(texts, b) - lengthOf(texts, a) || a - b);
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const index of order) {
    const longest = lengthOf(texts, batch[0] ?? index);
    if (batch.length > 0 && (batch.length >= limits.texts || (batch.length + 1) * longest > limits.characters)) {
      batches.push(batch);
      batch = [];
    }
    batch.push(index);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

function lengthOf(texts: readonly string[], index: number): number {
  return texts[index]?.length ?? 0;
}
