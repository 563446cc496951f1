import type { CellValue } from "./csv.js";
import { isLikeFormula } from "./formula.js";

/** A sheet of a workbook: its cells where they begin, each over one or more rows and columns. */
export type Sheet = {
  readonly name: string;
  readonly cells: readonly SheetCell[];
  /** Widths of the columns, in half-width characters. */
  readonly widths: readonly number[];
};
export type SheetCell = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly value: CellValue;
};

/** The cells of a plain table. */
export function tableCells(rows: readonly (readonly CellValue[])[]): readonly SheetCell[] {
  return rows.flatMap((values, row) => values.map((value, column) => ({ row, column, rows: 1, columns: 1, value })));
}

/**
 * A workbook as XLSX bytes. Texts are typed as texts and never as formulas; one that looks like a formula also has the text format, so that
 * it stays a text when somebody edits it.
 */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const { utils, write } = await import("@e965/xlsx");
  const workbook = utils.book_new();
  for (const { name, cells, widths } of sheets) {
    const sheet: Record<string, unknown> = {};
    for (const { row, column, value } of cells) {
      if (value === null) continue;
      sheet[utils.encode_cell({ r: row, c: column })] =
        typeof value === "number" ? { t: "n", v: value } : { t: "s", v: value, ...(isLikeFormula(value) ? { z: "@" } : {}) };
    }
    const ends = cells.map(({ row, column, rows, columns }) => ({
      s: { r: row, c: column },
      e: { r: row + rows - 1, c: column + columns - 1 },
    }));
    const last = { r: Math.max(0, ...ends.map(({ e }) => e.r)), c: Math.max(0, ...ends.map(({ e }) => e.c)) };
    sheet["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: last });
    sheet["!merges"] = ends.filter(({ s, e }) => s.r !== e.r || s.c !== e.c);
    sheet["!cols"] = widths.map((wch) => ({ wch }));
    utils.book_append_sheet(workbook, sheet, name);
  }
  return write(workbook, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
}
