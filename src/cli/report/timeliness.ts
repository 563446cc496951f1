import { Command } from "commander";
import type { Clock } from "../../domain/clock.js";
import { ZhengwenError } from "../../domain/errors.js";
import { dayInShanghai, plainDate } from "../../domain/plain-date.js";
import { type AnnualReportForm, loadAnnualReportForm } from "../../knowledge/annual-report.js";
import type { ConsoleWords } from "../../knowledge/index.js";
import { knowledgeFolder } from "../../paths.js";
import { textTable } from "../../reports/text-table.js";
import { type Timeliness, timelinessOf } from "../../reports/timeliness.js";
import { readRequestTimes } from "../../store/request-times.js";
import { withArchive } from "../with-archive.js";

/** `zhengwen report timeliness`. Throws `no_calendar` naming a year whose working days cannot be counted. */
export function timelinessCommand(clock: Clock): Command {
  return new Command("timeliness")
    .description("how fast the requests received between two days were answered, by type, in working days")
    .requiredOption("--from <date>", "the first day of receipt, YYYY-MM-DD")
    .requiredOption("--to <date>", "the last day of receipt")
    .option("--json", "print one JSON value")
    .addHelpText("after", "\nExample:\n  zhengwen report timeliness --from 2026-01-01 --to 2026-06-30")
    .action(async (options: { from: string; to: string; json?: true }) => {
      const from = plainDate(options.from);
      const to = plainDate(options.to);
      if (from > to) throw new ZhengwenError("wrong_use", `--from ${from} is after --to ${to}`);
      const asOf = dayInShanghai(clock());
      await withArchive(({ knowledge, store }) => {
        const rows = timelinessOf(readRequestTimes(store, from, to), knowledge.calendars, asOf);
        const form = loadAnnualReportForm(knowledgeFolder).timeliness;
        process.stdout.write(
          options.json
            ? `${JSON.stringify({ from, to, asOf, types: rows })}\n`
            : `${form.title}：${from} 至 ${to} 收到的，截至 ${asOf}\n\n${table(form, knowledge.console.requestTypes, rows)}\n`,
        );
      });
    });
}

function table({ columns }: AnnualReportForm["timeliness"], types: ConsoleWords["requestTypes"], rows: readonly Timeliness[]): string {
  const keys = ["received", "inTime", "late", "undated", "endedOtherwise", "open", "overdue", "medianDays", "p90Days", "extended"] as const;
  const shown = (row: Timeliness, key: (typeof keys)[number]) => {
    const value = row[key];
    if (value === null) return "–";
    return key === "extended" ? `${(100 * value).toFixed(1)}%` : String(value);
  };
  return textTable(
    [{ title: columns.type }, ...keys.map((key) => ({ title: broken(columns[key]), side: "right" as const }))],
    rows.map((row) => [types[row.type], ...keys.map((key) => shown(row, key))]),
  ).join("\n");
}

/** A title breaks into lines where it has spaces. */
function broken(title: string): string {
  return title.replaceAll(" ", "\n");
}
