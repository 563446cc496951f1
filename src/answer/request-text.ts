import { addDays, chineseDate, type PlainDate } from "../domain/plain-date.js";
import type { Category, Deadline } from "../domain/request.js";
import type { Knowledge } from "../knowledge/index.js";
import { fillIn } from "../text/fill.js";
import { maskPersonalData } from "../text/mask.js";

const longestMatter = 120;

/** A description as it is repeated to the resident: personal data masked, cut after 120 characters. */
export function matterText(description: string): string {
  const matter = maskPersonalData(description).text.trim();
  return matter.length <= longestMatter ? matter : `${matter.slice(0, longestMatter)}……`;
}

/** 城乡建设·城市建设和市政管理. */
export function categoryText({ level1, level2 }: Category): string {
  return `${level1}·${level2}`;
}

/** 2026年11月23日 15:03. */
export function timeText(shanghai: string): string {
  return `${chineseDate(shanghai.slice(0, 10) as PlainDate)} ${shanghai.slice(11, 16)}`;
}

/** When it is due, how that day was counted, and what sets it. */
export function dueText(deadline: Deadline | null, { requestWordings: { due } }: Pick<Knowledge, "requestWordings">): string {
  if (deadline === null) return due.unknown;
  const { dueOn, dueAt, basis, days } = deadline;
  if (dueAt !== null) return fillIn(due.hours, { time: timeText(dueAt), basis });
  const first = days[0];
  const values = {
    date: chineseDate(dueOn),
    from: chineseDate(first ? addDays(first.date, -1) : dueOn),
    count: String(days.filter(({ counted }) => counted).length),
    basis,
  };
  if (days.every(({ reason }) => reason === "自然日")) return fillIn(due.calendarDays, values);
  const left = days.filter(({ counted }) => !counted).map(({ reason }) => (reason === "周六" || reason === "周日" ? "周末" : reason));
  const reasons = [...new Set(left)].join("、");
  return fillIn(due.workingDays, { ...values, skipped: reasons === "" ? "" : fillIn(due.skipped, { reasons }) });
}
