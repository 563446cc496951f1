import { Command } from "commander";
import { ZhengwenError } from "../domain/errors.js";
import { type PlainDate, plainDate, weekday } from "../domain/plain-date.js";
import type { CountedDay } from "../domain/request.js";
import { loadCalendars } from "../knowledge/calendars.js";
import { knowledgeFolder } from "../paths.js";
import { addWorkingDays } from "../requests/working-days.js";

const most = 250;

/**
 * `zhengwen deadline`: a due date counted in working days, every day with its reason.
 * Throws ZhengwenError `unknown_date` or `wrong_use` for arguments that cannot be meant, `no_calendar` naming the year.
 */
export function deadlineCommand(): Command {
  return new Command("deadline")
    .description("count working days by the State Council's holiday notices; the day after DATE is the first counted")
    .requiredOption("--from <date>", "the day before the first counted day, YYYY-MM-DD")
    .requiredOption("--working-days <n>", `how many working days, 0 to ${most}`)
    .option("--json", "print one JSON value")
    .addHelpText("after", "\nExample:\n  zhengwen deadline --from 2026-09-30 --working-days 20")
    .action((options: { from: string; workingDays: string; json?: true }) => {
      const from = plainDate(options.from);
      const workingDays = readCount(options.workingDays);
      const { dueOn, days } = addWorkingDays(loadCalendars(knowledgeFolder), from, workingDays);
      process.stdout.write(
        options.json ? `${JSON.stringify({ from, workingDays, dueOn, days })}\n` : table(from, workingDays, dueOn, days),
      );
    });
}

function readCount(text: string): number {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(count) || count > most) {
    throw new ZhengwenError("wrong_use", `--working-days must be a whole number from 0 to ${most}, not ${text}`);
  }
  return count;
}

function table(from: PlainDate, workingDays: number, dueOn: PlainDate, days: readonly CountedDay[]): string {
  let counted = 0;
  const rows = days.map(({ date, counted: counts, reason }) => {
    if (counts) counted++;
    return `${date}  周${"日一二三四五六"[weekday(date)]}  ${counts ? String(counted).padStart(3) : "  –"}  ${reason}`;
  });
  return [`从 ${from} 的次日起算，${workingDays} 个工作日`, "", ...rows, ...(rows.length > 0 ? [""] : []), `到期日  ${dueOn}`, ""].join(
    "\n",
  );
}
