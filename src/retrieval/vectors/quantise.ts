/** Vectors as signed bytes, row after row, with a scale for each row: `scales[row] * rows[row * dimension + k]`. */
export type VectorTable = {
  readonly dimension: number;
  readonly rows: Int8Array;
  readonly scales: Float32Array;
};

const largest = 127;

/** Quantises unit vectors to bytes, each row by its own largest number; a row of zeros stays zeros. */
export function quantise(vectors: Float32Array, dimension: number): VectorTable {
  const count = vectors.length / dimension;
  const rows = new Int8Array(vectors.length);
  const scales = new Float32Array(count);
  for (let row = 0; row < count; row++) {
    const start = row * dimension;
    let most = 0;
    for (let index = start; index < start + dimension; index++) most = Math.max(most, Math.abs(vectors[index] as number));
    const scale = most / largest;
    scales[row] = scale;
    if (scale > 0) for (let index = start; index < start + dimension; index++) rows[index] = Math.round((vectors[index] as number) / scale);
  }
  return { dimension, rows, scales };
}

/** One row as floats, for what cannot read bytes. */
export function dequantise(table: VectorTable, row: number): Float32Array {
  const vector = new Float32Array(table.dimension);
  const scale = table.scales[row] ?? 0;
  for (let index = 0; index < table.dimension; index++) vector[index] = scale * (table.rows[row * table.dimension + index] as number);
  return vector;
}
