import { isLikeFormula } from "./formula.js";

/** A value of an exported table; null is an empty cell. */
export type CellValue = string | number | null;

/**
 * Rows as CSV (RFC 4180) that a Chinese Excel opens rightly: with a byte order mark, lines ended by CR LF. A text that would be taken for
 * a formula is led in by an apostrophe.
 */
export function csvOf(rows: readonly (readonly CellValue[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("")}`;
}

function cellOf(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = isLikeFormula(value) ? `'${value}` : value;
  return /[",\r\n\t;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
