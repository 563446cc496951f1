import type { AnnualReportForm, FormSection } from "../../knowledge/annual-report.js";
import { reviewKinds } from "../../store/review-cases.js";
import type { CellValue } from "../csv.js";
import type { AnnualReport } from "./annual-report.js";
import { formColumns } from "./disclosure-table.js";

const resultKeys = ["upheld", "corrected", "other", "pending", "total"] as const;

/** The yearly tables as plain rows, for CSV: each row says all headings above it, an empty row parts the tables. */
export function annualReportRows({ disclosure, reviews }: AnnualReportForm, report: AnnualReport): readonly (readonly CellValue[])[] {
  const { columns, organisations } = disclosure;
  const titles = formColumns.map((column) =>
    column === "natural_person" || column === "total" ? columns[column] : `${organisations}/${columns[column]}`,
  );
  const rowsOf = (section: FormSection, above: string): CellValue[][] => {
    const { label, row, sections = [] } = section;
    const name = above + label;
    if (row !== undefined) return [[name, ...formColumns.map((column) => report.disclosure.rows[row][column])]];
    return sections.flatMap((part) => rowsOf(part, `${name}/`));
  };
  return [
    [disclosure.title, ...titles],
    ...disclosure.sections.flatMap((section) => rowsOf(section, "")),
    [],
    [reviews.title, ...resultKeys.map((result) => reviews.results[result])],
    ...reviewKinds.map((kind) => [
      kind === "review" ? reviews.kinds[kind] : `${reviews.suits}/${reviews.kinds[kind]}`,
      ...resultKeys.map((result) => report.reviews[kind][result]),
    ]),
  ];
}
