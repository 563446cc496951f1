import type { AnnualReportForm, FormSection } from "../../knowledge/annual-report.js";
import { reviewKinds } from "../../store/review-cases.js";
import { padToWidth, wrapToWidth } from "../display-width.js";
import { type TextColumn, textTable } from "../text-table.js";
import type { AnnualReport } from "./annual-report.js";
import { formColumns } from "./disclosure-table.js";

const labelWidth = 36;
const numberWidth = 6;
const resultKeys = ["upheld", "corrected", "other", "pending", "total"] as const;

/** The yearly tables for a terminal of 80 columns: the form's headings indented instead of merged, the reviews a line for each kind. */
export function annualReportText(form: AnnualReportForm, report: AnnualReport): string {
  const { title, disclosure, reviews } = form;
  return [
    `${report.office}${report.year}年${title}`,
    `统计期间：${report.period}`,
    "",
    disclosure.title,
    disclosure.balance,
    "",
    ...disclosureLines(form, report),
    "",
    reviews.title,
    "",
    ...reviewLines(form, report),
    "",
  ].join("\n");
}

function disclosureLines({ disclosure }: AnnualReportForm, { disclosure: table }: AnnualReport): readonly string[] {
  const { columns, organisations, sections } = disclosure;
  const linesOf = (section: FormSection, depth: number): readonly (readonly string[])[] => {
    const { label, row, sections: below = [] } = section;
    const indent = "  ".repeat(depth);
    const lines = wrapToWidth(label, labelWidth - indent.length).map((line, index) => (index === 0 ? indent + line : `${indent}  ${line}`));
    const numbers = row === undefined ? [] : formColumns.map((column) => String(table.rows[row][column]));
    const own = lines.map((line, index) => [line, ...(index === lines.length - 1 ? numbers : [])]);
    return [...own, ...below.flatMap((part) => linesOf(part, depth + 1))];
  };
  const shaped: TextColumn[] = [
    { title: "", width: labelWidth + 2 },
    ...formColumns.map((column) => ({ title: shortened(columns[column]), width: numberWidth, side: "right" as const })),
  ];
  const over = padToWidth("", labelWidth + 2 + numberWidth + 2) + centred(organisations, 5 * numberWidth);
  return [
    over,
    ...textTable(
      shaped,
      sections.flatMap((section) => linesOf(section, 0)),
      "",
    ),
  ];
}

function reviewLines({ reviews }: AnnualReportForm, { reviews: table }: AnnualReport): readonly string[] {
  const shaped: TextColumn[] = [
    { title: "", width: 26 },
    ...resultKeys.map((result) => ({ title: reviews.results[result], width: 10, side: "right" as const })),
  ];
  const name = (kind: (typeof reviewKinds)[number]) => (kind === "review" ? "" : `${reviews.suits}　`) + reviews.kinds[kind];
  return textTable(
    shaped,
    reviewKinds.map((kind) => [name(kind), ...resultKeys.map((result) => String(table[kind][result]))]),
    "",
  );
}

/** Names of four characters and more go into lines of two: 商业 / 企业. */
function shortened(name: string): string {
  return name.length > 3 ? wrapToWidth(name, 4).join("\n") : name;
}

function centred(text: string, width: number): string {
  const inner = ` ${text} `;
  const rest = Math.max(0, width - 2 * text.length - 2);
  return "-".repeat(Math.floor(rest / 2)) + inner + "-".repeat(Math.ceil(rest / 2));
}
