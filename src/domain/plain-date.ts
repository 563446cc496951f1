import { ZhengwenError } from "./errors.js";

/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`: a day as the law means it, not an instant. */
export type PlainDate = string & { readonly __brand: "PlainDate" };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

/**
 * Reads `YYYY-MM-DD`.
 * @throws ZhengwenError `unknown_date` for another form or a day that no calendar has (2026-02-30).
 */
export function plainDate(text: string): PlainDate {
  const parts = pattern.exec(text);
  const instant = parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) : Number.NaN;
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== text) {
    throw new ZhengwenError("unknown_date", `not a date of the form YYYY-MM-DD: ${text}`);
  }
  return text as PlainDate;
}

/** True when `plainDate(text)` would not throw. */
export function isPlainDate(text: string): text is PlainDate {
  try {
    plainDate(text);
    return true;
  } catch {
    return false;
  }
}

/** The day in Shanghai at this instant (China keeps UTC+8 all year). */
export function dayInShanghai(instant: Date): PlainDate {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as PlainDate;
}

/** The instant as ISO time with +08:00, to the second. */
export function shanghaiTime(instant: Date): string {
  return `${new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10) as PlainDate;
}

/** 0 Sunday … 6 Saturday. */
export function weekday(date: PlainDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The date as a whole number, 20261123: ordered as the dates are, for typed arrays. */
export function dateNumber(date: PlainDate): number {
  return Number(date.replaceAll("-", ""));
}

/** As residents write it: 2026年11月23日. */
export function chineseDate(date: PlainDate): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
