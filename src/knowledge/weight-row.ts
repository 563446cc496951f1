/** A number for each class of a linear model: `values[i] * scale`, a byte each. */
export type WeightRow = { readonly scale: number; readonly values: Int8Array };

/** The row as it is written: its scale and its bytes (base64), two fields of a line. */
export function formatWeightRow({ scale, values }: WeightRow): string {
  return `${scale.toPrecision(5)}\t${Buffer.from(values.buffer, values.byteOffset, values.length).toString("base64")}`;
}

/** Reads what `formatWeightRow` wrote; null when it is not a scale and `length` numbers. */
export function readWeightRow([scale, values]: readonly string[], length: number): WeightRow | null {
  const bytes = Buffer.from(values ?? "", "base64");
  const size = Number(scale);
  if (scale === undefined || scale === "" || !Number.isFinite(size) || bytes.length !== length) return null;
  return { scale: size, values: Int8Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)) };
}

/** A row in a byte a weight: the largest becomes 127. */
export function quantisedRow(values: Float64Array): WeightRow {
  const scale = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) / 127 || 1;
  return { scale, values: Int8Array.from(values, (value) => Math.round(value / scale)) };
}
