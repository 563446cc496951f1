import { displayWidth, padToWidth } from "./display-width.js";

/** A column of a table in a terminal. Its title may have several lines; without a width it is as wide as its widest cell. */
export type TextColumn = { readonly title: string; readonly width?: number; readonly side?: "left" | "right" };

/** A table for the terminal as lines: titles, a rule, rows; Chinese characters take two columns. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[], gap = "  "): readonly string[] {
  const titles = columns.map(({ title }) => title.split("\n"));
  const height = Math.max(...titles.map((lines) => lines.length));
  const head = Array.from({ length: height }, (_, line) => titles.map((lines) => lines[line - height + lines.length] ?? ""));
  const widths = columns.map(({ width }, index) => width ?? Math.max(...[...head, ...rows].map((row) => displayWidth(row[index] ?? ""))));
  const lineOf = (cells: readonly string[]) =>
    columns
      .map(({ side }, index) => padToWidth(cells[index] ?? "", widths[index] ?? 0, side))
      .join(gap)
      .trimEnd();
  const rule = "-".repeat(widths.reduce((sum, width) => sum + width, 0) + gap.length * (columns.length - 1));
  return [...head.map(lineOf), rule, ...rows.map(lineOf)];
}
