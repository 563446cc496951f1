import { Command, Option } from "commander";
import { systemClock } from "../domain/clock.js";
import { ZhengwenError } from "../domain/errors.js";
import { dayInShanghai, type PlainDate, plainDate, weekday } from "../domain/plain-date.js";
import type { CountedDay } from "../domain/request.js";
import { loadCalendars } from "../knowledge/calendars.js";
import { knowledgeFolder } from "../paths.js";
import { type DisclosureClock, disclosureClock } from "../requests/clock/disclosure.js";
import { readDisclosureEvents } from "../requests/clock/disclosure-event.js";
import { type PetitionClock, petitionClock } from "../requests/clock/petition.js";
import { readPetitionEvents } from "../requests/clock/petition-event.js";
import { addWorkingDays } from "../requests/working-days.js";

const most = 250;
const help = `
Examples:
  zhengwen deadline --from 2026-09-30 --working-days 20
  zhengwen deadline --events events.yml --as-of 2026-11-23

events.yml:
  - { event: submitted, on: 2026-10-09, channel: internet }
  - { event: confirmed, on: 2026-10-12 }
  - { event: other_asked, on: 2026-10-15, other: third_party }
  - { event: other_received, on: 2026-10-19 }
  - { event: other_answered, on: 2026-10-28 }`;

type Options = { type: "disclosure" | "petition"; from?: string; workingDays?: string; events?: string; asOf?: string; json?: true };

/**
 * `zhengwen deadline`: a due date counted in working days, every day with its reason.
 * Or where a disclosure request or a petition stands by its events. Throws ZhengwenError `unknown_date` or `wrong_use` for arguments that cannot be meant,
 * `no_calendar` naming the year, `events_unreadable`, `event_not_allowed`.
 */
export function deadlineCommand(): Command {
  return new Command("deadline")
    .description("count working days by the State Council's holiday notices; the day after DATE is the first counted")
    .option("--from <date>", "the day before the first counted day, YYYY-MM-DD")
    .option("--working-days <n>", `how many working days, 0 to ${most}`)
    .option("--events <file>", "a request's events as YAML or JSON: whose move it is, until when, and by which article")
    .addOption(new Option("--type <type>", "with --events: the law that counts").choices(["disclosure", "petition"]).default("disclosure"))
    .option("--as-of <date>", "with --events: the day on which it is looked at; default today")
    .option("--json", "print one JSON value")
    .addHelpText("after", help)
    .action((options: Options) => {
      if (options.events !== undefined) {
        const asOf = options.asOf === undefined ? dayInShanghai(systemClock()) : plainDate(options.asOf);
        printClock(clockOf(options.type, options.events, asOf), options.json === true);
        return;
      }
      if (options.from === undefined || options.workingDays === undefined)
        throw new ZhengwenError("wrong_use", "deadline needs --from and --working-days, or --events");
      const from = plainDate(options.from);
      const workingDays = readCount(options.workingDays);
      const { dueOn, days } = addWorkingDays(loadCalendars(knowledgeFolder), from, workingDays);
      process.stdout.write(
        options.json ? `${JSON.stringify({ from, workingDays, dueOn, days })}\n` : table(from, workingDays, dueOn, days),
      );
    });
}

type Clock = DisclosureClock | PetitionClock;

function clockOf(type: Options["type"], file: string, asOf: PlainDate): Clock {
  const calendars = loadCalendars(knowledgeFolder);
  return type === "petition"
    ? petitionClock(readPetitionEvents(file), calendars)
    : disclosureClock(readDisclosureEvents(file), calendars, asOf);
}

function printClock(clock: Clock, asJson: boolean): void {
  const { days, phase, dueOn, basis } = clock;
  const objection = "objectionUntil" in clock && clock.objectionUntil ? [`不是本机关的事项，退回到期日  ${clock.objectionUntil}`] : [];
  const due = phase === "ended" ? phases[phase] : `${phases[phase]}  ${dueOn ?? "日期待定"}`;
  const lines = [...rows(days), ...(days.length > 0 ? [""] : []), due, ...objection, basis, ""];
  process.stdout.write(asJson ? `${JSON.stringify(clock)}\n` : lines.join("\n"));
}

const phases: Readonly<Record<Clock["phase"], string>> = {
  unconfirmed: "街道确认收到，到期日",
  running: "街道答复，到期日",
  suspended: "征求意见中，街道答复的到期日",
  in_correction: "申请人补正，到期日",
  awaiting_fee: "申请人缴费，到期日",
  acceptance: "告知是否受理，到期日",
  answered: "请求复查，到期日",
  review: "复查，到期日",
  reviewed: "请求复核，到期日",
  second_review: "复核，到期日",
  hearing: "听证中",
  ended: "已经办结",
};

function readCount(text: string): number {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(count) || count > most) {
    throw new ZhengwenError("wrong_use", `--working-days must be a whole number from 0 to ${most}, not ${text}`);
  }
  return count;
}

function table(from: PlainDate, workingDays: number, dueOn: PlainDate, days: readonly CountedDay[]): string {
  const counted = rows(days);
  return [
    `从 ${from} 的次日起算，${workingDays} 个工作日`,
    "",
    ...counted,
    ...(counted.length > 0 ? [""] : []),
    `到期日  ${dueOn}`,
    "",
  ].join("\n");
}

function rows(days: readonly CountedDay[]): readonly string[] {
  let counted = 0;
  return days.map(({ date, counted: counts, reason }) => {
    if (counts) counted++;
    return `${date}  周${"日一二三四五六"[weekday(date)]}  ${counts ? String(counted).padStart(3) : "  –"}  ${reason}`;
  });
}
