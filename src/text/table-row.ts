const rule = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/;
const gap = /\t+|[ \u3000]{2,}/;
const betweenCells = " | ";

/** The line of markdown that parts a table's header from its rows: | --- | --- | */
export function isTableRule(line: string): boolean {
  return line.includes("|") && rule.test(line.trim());
}

/** The cells of a table's row, of markdown (|) or with tabs or wide gaps as copied from a web page; one when it is no such row. */
export function cellsOf(row: string): readonly string[] {
  const line = row.trim();
  if (!line.includes("|")) return line.split(gap);
  return line
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) =>
      cell
        .replace(/\*\*|<br\s*\/?>/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    );
}

/** A header's cells as one line: the heading of its rows. */
export function headerLine(cells: readonly string[]): string {
  return cells.join(betweenCells);
}

/** The cells of such a line; null when it is none. */
export function headerCells(heading: string | null): readonly string[] | null {
  return heading?.includes(betweenCells) ? heading.split(betweenCells) : null;
}
