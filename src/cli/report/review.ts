import { Command, Option } from "commander";
import type { Clock } from "../../domain/clock.js";
import { loadAnnualReportForm } from "../../knowledge/annual-report.js";
import { knowledgeFolder } from "../../paths.js";
import { textTable } from "../../reports/text-table.js";
import {
  addReviewCase,
  listReviewCases,
  type ReviewKind,
  type ReviewResult,
  reviewKinds,
  reviewResults,
  settleReviewCase,
} from "../../store/review-cases.js";
import { countOption } from "../options.js";
import { withArchive } from "../with-archive.js";
import { actOption, pastDateOption } from "./options.js";

/** `zhengwen report review`: 行政复议 and 行政诉讼, for the second table of the yearly report. */
export function reviewCommand(clock: Clock): Command {
  return new Command("review")
    .description("administrative reviews and suits about disclosure requests, entered by staff")
    .addHelpText("after", "\nExample:\n  zhengwen report review add --kind review --filed 2026-05-06 --request YSQ-2026-000003 --by 陈主任")
    .addCommand(addCommand(clock))
    .addCommand(settleCommand(clock))
    .addCommand(listCommand());
}

function addCommand(clock: Clock): Command {
  return new Command("add")
    .description("enter a review, a suit without one before it, or a suit after a review")
    .addOption(new Option("--kind <kind>", "which").choices(reviewKinds).makeOptionMandatory())
    .requiredOption("--filed <date>", "when it was filed, YYYY-MM-DD")
    .option("--request <number>", "the disclosure request it is about")
    .requiredOption("--by <name>", "who enters it")
    .addHelpText("after", "\nExample:\n  zhengwen report review add --kind suit --filed 2026-05-06 --by 陈主任")
    .action(async (options: { kind: ReviewKind; filed: string; request?: string; by: string }) => {
      const filedOn = pastDateOption("--filed", options.filed, clock);
      const act = actOption(options.by, clock);
      const given = { kind: options.kind, filedOn, request: options.request ?? null };
      const id = await withArchive(({ store }) => addReviewCase(store, given, act));
      process.stdout.write(`${id}\n`);
    });
}

function settleCommand(clock: Clock): Command {
  return new Command("settle")
    .description("enter how one ended; entered again, it corrects what was entered before")
    .argument("<id>", "as `add` and `list` print it")
    .addOption(new Option("--result <result>", "how it ended").choices(reviewResults).makeOptionMandatory())
    .requiredOption("--on <date>", "when it ended, YYYY-MM-DD")
    .requiredOption("--by <name>", "who enters it")
    .addHelpText("after", "\nExample:\n  zhengwen report review settle 1 --result upheld --on 2026-07-01 --by 陈主任")
    .action(async (text: string, options: { result: ReviewResult; on: string; by: string }) => {
      const id = countOption("ID", text, 1, Number.MAX_SAFE_INTEGER);
      const endedOn = pastDateOption("--on", options.on, clock);
      const act = actOption(options.by, clock);
      await withArchive(({ store }) => settleReviewCase(store, { id, result: options.result, endedOn }, act));
    });
}

function listCommand(): Command {
  return new Command("list")
    .description("all that were entered, in the order in which they were filed")
    .option("--json", "print them as JSON")
    .addHelpText("after", "\nExample:\n  zhengwen report review list")
    .action(async (options: { json?: true }) => {
      const cases = await withArchive(({ store }) => listReviewCases(store));
      if (options.json) {
        process.stdout.write(`${JSON.stringify(cases)}\n`);
        return;
      }
      const { kinds, results } = loadAnnualReportForm(knowledgeFolder).reviews;
      const columns = ["编号", "种类", "提起日期", "结果", "结案日期", "涉及的申请"].map((title) => ({ title }));
      const rows = cases.map(({ id, kind, filedOn, result, endedOn, request }) => [
        String(id),
        kinds[kind],
        filedOn,
        results[result ?? "pending"],
        endedOn ?? "",
        request ?? "",
      ]);
      process.stdout.write(`${textTable(columns, rows).join("\n")}\n`);
    });
}
