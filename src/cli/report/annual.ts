import { Command } from "commander";
import type { Clock } from "../../domain/clock.js";
import { chineseDate, dayInShanghai } from "../../domain/plain-date.js";
import { type AnnualReportForm, loadAnnualReportForm } from "../../knowledge/annual-report.js";
import { knowledgeFolder } from "../../paths.js";
import type { AnnualReport } from "../../reports/annual/annual-report.js";
import { disclosureTable } from "../../reports/annual/disclosure-table.js";
import { annualReportPage } from "../../reports/annual/page.js";
import { boundsOf } from "../../reports/annual/register-entry.js";
import { reviewTable } from "../../reports/annual/review-table.js";
import { annualReportRows } from "../../reports/annual/rows.js";
import { annualReportSheets } from "../../reports/annual/sheets.js";
import { annualReportText } from "../../reports/annual/text.js";
import { csvOf } from "../../reports/csv.js";
import { workbookOf } from "../../reports/workbook.js";
import { openingBalanceOf, type RegisteredRequest, readRegister } from "../../store/disclosure-register.js";
import { listReviewCases } from "../../store/review-cases.js";
import { printWarning } from "../warning.js";
import { withArchive } from "../with-archive.js";
import { yearOption } from "./options.js";
import { formatOf, writeOutput } from "./output.js";

type Options = { year: string; format?: string; out?: string; json?: true };

const formats = ["text", "html", "xlsx", "csv"] as const;
const help = `
A request counts as new in the year of its receipt, in one row by its ending of the year, else it is carried forward.
The table is refused, with the requests at fault, when a column does not balance.

Example:
  zhengwen report annual --year 2026 --out 年报.html`;

/** `zhengwen report annual`. Throws `report_unbalanced` naming columns and requests. */
export function annualCommand(clock: Clock): Command {
  return new Command("annual")
    .description("the tables of the yearly report: disclosure requests by applicant and result, reviews and suits (Arts. 49, 50)")
    .requiredOption("--year <year>", "the year; one that has not ended is counted as it stands today")
    .option("--format <format>", `${formats.join(", ")}; default as the file's name says, else text`)
    .option("--out <file>", "write to a file")
    .option("--json", "print one JSON value")
    .addHelpText("after", help)
    .action(async (options: Options) => {
      const year = yearOption(options.year, clock);
      const format = formatOf(options.format, options.out, formats);
      const form = loadAnnualReportForm(knowledgeFolder);
      const report = await withArchive(({ knowledge, store }): AnnualReport => {
        const requests = readRegister(store);
        warnOfUnreceived(requests, year);
        return {
          office: knowledge.office.name,
          year,
          period: periodOf(year, clock),
          disclosure: disclosureTable({ form, year, entries: requests, opening: openingBalanceOf(store, year) }),
          reviews: reviewTable(listReviewCases(store), year),
        };
      });
      await writeOutput(options.json ? `${JSON.stringify(report)}\n` : await rendered(form, report, format), options.out);
    });
}

function rendered(form: AnnualReportForm, report: AnnualReport, format: (typeof formats)[number]): string | Promise<Buffer> {
  switch (format) {
    case "text":
      return annualReportText(form, report);
    case "html":
      return annualReportPage(form, report);
    case "csv":
      return csvOf(annualReportRows(form, report));
    case "xlsx":
      return workbookOf(annualReportSheets(form, report));
  }
}

/** What was filed and never confirmed as received has no day of receipt (Art. 31(3)), and so no place in the table. */
function warnOfUnreceived(requests: readonly RegisteredRequest[], year: number): void {
  const waiting = requests.filter(({ receivedOn, filedOn, closed }) => receivedOn === null && !closed && filedOn <= boundsOf(year).last);
  if (waiting.length === 0) return;
  printWarning(`not counted, since their receipt was not confirmed: ${waiting.map(({ number }) => number).join("、")}`);
}

function periodOf(year: number, clock: Clock): string {
  const { first, last } = boundsOf(year);
  const today = dayInShanghai(clock());
  const isOver = today > last;
  return `${chineseDate(first)}至${chineseDate(isOver ? last : today)}`;
}
