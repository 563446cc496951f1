import { pathOf } from "../../text/heading-path.js";
import { cellsOf, headerLine, isTableRule } from "../../text/table-row.js";
import { type Line, linesOf, type Section } from "./section.js";

/** What a row is called when its first cell names it, else null. */
export type RowNames = (cells: readonly string[]) => { readonly heading: string; readonly note: string | undefined } | null;

type Row = { readonly line: Line; readonly cells: readonly string[] };
type Table = { readonly header: Row | null; readonly rows: readonly Row[]; readonly from: number; readonly end: number };

/** Rows with gaps between their cells look like many things; so many alike are a table. */
const leastGapped = 3;
const longestTitle = 30;
const figures = /^[\d\s.,:：%％+\-–—~～元年月日]+$/;

/**
 * Takes the tables out of a section: each row is a section of its own, with the header's cells as its heading and, in its path, the title
 * rows above it and the cells that were merged down from the rows above. What stands around the tables stays as it is.
 */
export function withTableRows(text: string, section: Section, namesOf: RowNames = () => null): readonly Section[] {
  const tables = tablesIn(linesOf(text, section.start, section.end));
  if (tables.length === 0) return [section];
  const parts: Section[] = [];
  let from = section.start;
  const around = (end: number) => {
    const words = text.slice(from, end).trim();
    if (words !== "" && words !== section.heading) parts.push({ ...section, start: from, end });
  };
  for (const table of tables) {
    around(table.from);
    parts.push(...rowSections(table, section, namesOf));
    from = table.end;
  }
  around(section.end);
  return parts;
}

function rowSections(table: Table, section: Section, namesOf: RowNames): readonly Section[] {
  const above = pathOf(section.chapter, section.heading);
  const sections: Section[] = [];
  let title: string | null = null;
  let previous: readonly string[] = [];
  // a table of names and values has no header, whatever the format makes of its first row
  const isNamed = table.header !== null && namesOf(table.header.cells) !== null;
  const header = isNamed ? null : table.header;
  const rows = isNamed && table.header ? [table.header, ...table.rows] : table.rows;
  for (const [index, { line, cells }] of rows.entries()) {
    const spanning = titleIn(cells);
    if (spanning !== null && index < rows.length - 1) {
      title = spanning;
      previous = [];
      continue;
    }
    const carried = mergedDown(cells, previous);
    previous = cells.map((cell, index) => (index < carried.length ? (carried[index] ?? cell) : cell));
    const names = namesOf(cells);
    sections.push({
      article: section.article,
      chapter: pathOf(above, title, ...carried, names?.note ?? null),
      heading: names?.heading ?? (header ? headerLine(header.cells) : null),
      start: line.start,
      end: line.end,
    });
  }
  return sections;
}

/** The cells at the start of a row that are empty because the ones above reach down to it, with what stands in those. */
function mergedDown(cells: readonly string[], previous: readonly string[]): readonly string[] {
  const carried: string[] = [];
  for (let index = 0; index < cells.length && cells[index] === "" && previous[index]; index++) carried.push(previous[index] as string);
  return carried;
}

/** A row that one cell fills from side to side, or in which an export repeated that cell. */
function titleIn(cells: readonly string[]): string | null {
  const filled = cells.filter((cell) => cell !== "");
  const [first] = cells;
  if (!first || first.length > longestTitle || /[。；：:]/.test(first) || (cells.length < 3 && cells.length > 1)) return null;
  const isRepeated = filled.length === cells.length && cells.length > 1 && filled.every((cell) => cell === first);
  return filled.length === 1 || isRepeated ? first : null;
}

function tablesIn(lines: readonly Line[]): readonly Table[] {
  const tables: Table[] = [];
  for (let index = 0; index < lines.length; ) {
    const end = piped(lines, index) ?? gapped(lines, index);
    if (end) tables.push(end.table);
    index = end?.next ?? index + 1;
  }
  return tables;
}

type Found = { readonly table: Table; readonly next: number } | null;

/** A table of markdown: a header, a rule, rows. */
function piped(lines: readonly Line[], at: number): Found {
  const header = lines[at];
  if (!header?.text.includes("|") || !isTableRule(lines[at + 1]?.text ?? "")) return null;
  let next = at + 2;
  // a rule under the next line makes that one the header of a table of its own
  while (lines[next]?.text.includes("|") && !isTableRule(lines[next + 1]?.text ?? "")) next++;
  const rows = lines.slice(at + 2, next).map((line) => ({ line, cells: cellsOf(line.text) }));
  if (rows.length === 0) return null;
  return { table: { header: { line: header, cells: cellsOf(header.text) }, rows, from: header.from, end: lastEnd(rows) }, next };
}

/** Rows with tabs or wide gaps between their cells, as copied from a web page. */
function gapped(lines: readonly Line[], at: number): Found {
  const rows: Row[] = [];
  let columns = 0;
  let next = at;
  for (let line = lines[next]; line; line = lines[++next]) {
    const cells = cellsOf(line.text);
    const follows = cellsOf(lines[next + 1]?.text ?? "").length;
    const isTitle =
      columns > 2 && cells.length === 1 && line.text.length <= longestTitle && follows === columns && !/[。；：:，]/.test(line.text);
    if (!isTitle && (cells.length < 2 || (columns > 0 && cells.length !== columns))) break;
    if (!isTitle) columns = cells.length;
    rows.push({ line, cells });
  }
  const [first] = rows;
  if (!first || rows.filter(({ cells }) => cells.length > 1).length < leastGapped) return null;
  const header = first.cells.some((cell) => figures.test(cell)) ? null : first;
  const body = header ? rows.slice(1) : rows;
  return { table: { header, rows: body, from: first.line.from, end: lastEnd(body) }, next };
}

function lastEnd(rows: readonly Row[]): number {
  return rows.at(-1)?.line.end ?? 0;
}
