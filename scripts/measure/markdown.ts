/** A table in markdown: the first column names, the others are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lineOf = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [lineOf(head), lineOf(head.map((_, column) => (column === 0 ? "---" : "--:"))), ...rows.map(lineOf)].join("\n");
}
