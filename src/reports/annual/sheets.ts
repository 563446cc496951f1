import type { AnnualReportForm } from "../../knowledge/annual-report.js";
import type { Sheet } from "../workbook.js";
import type { AnnualReport } from "./annual-report.js";
import { disclosureGrid, type Grid, placedCells, reviewGrid } from "./grid.js";

/** The yearly tables as sheets, with the form's merged cells; the first row says what it is, of whom and of which time. */
export function annualReportSheets(form: AnnualReportForm, report: AnnualReport): readonly Sheet[] {
  const disclosure = disclosureGrid(form, report.disclosure);
  const reviews = reviewGrid(form, report.reviews);
  return [sheetOf(disclosure, report, [18, 18, 56, 10, 10, 10, 14, 14, 10, 10]), sheetOf(reviews, report, Array(15).fill(10))];
}

function sheetOf(grid: Grid, { office, period }: AnnualReport, widths: readonly number[]): Sheet {
  const title = { row: 0, column: 0, rows: 1, columns: widths.length, value: `${office}　${grid.title}（${period}）` };
  const cells = placedCells(grid).map(({ row, column, cell: { rows, columns, content } }) => ({
    row: row + 1,
    column,
    rows,
    columns,
    value: content,
  }));
  return { name: grid.title, widths, cells: [title, ...cells] };
}
