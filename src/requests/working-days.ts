import { ZhengwenError } from "../domain/errors.js";
import { addDays, type PlainDate, weekday } from "../domain/plain-date.js";
import type { CountedDay } from "../domain/request.js";
import type { Calendars } from "../knowledge/calendars.js";

/** A term counted day by day. */
export type Term = { readonly dueOn: PlainDate; readonly days: readonly CountedDay[] };

const weekdayNames = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

/**
 * The `count`-th working day after `from`; the day after `from` is the first that can count. `days` lists every date up to the
 * due day with the reason why it counts or not. Zero days are due on `from` itself.
 * @throws ZhengwenError `no_calendar` naming the year, when a year within the term has no calendar.
 */
export function addWorkingDays(calendars: Calendars, from: PlainDate, count: number): Term {
  const days: CountedDay[] = [];
  let dueOn = from;
  for (let counted = 0; counted < count; ) {
    dueOn = addDays(dueOn, 1);
    const day = workingDayKind(calendars, dueOn);
    days.push(day);
    if (day.counted) counted++;
  }
  return { dueOn, days };
}

/** The `count`-th calendar day after `from` (自然日); every day counts, so no calendar is needed. */
export function addCalendarDays(from: PlainDate, count: number): Term {
  const days = Array.from({ length: count }, (_, index) => ({ date: addDays(from, index + 1), counted: true, reason: "自然日" }));
  return { dueOn: addDays(from, count), days };
}

/** Whether a day counts as a working day, and why. Throws ZhengwenError `no_calendar`. */
export function workingDayKind(calendars: Calendars, date: PlainDate): CountedDay {
  const year = Number(date.slice(0, 4));
  const calendar = calendars.get(year);
  if (!calendar) {
    throw new ZhengwenError(
      "no_calendar",
      `no working-day calendar for ${year}: add knowledge/calendars/${year}.yml from the State Council's notice`,
    );
  }
  const holiday = calendar.holidays.get(date);
  if (holiday !== undefined) return { date, counted: false, reason: `${holiday}放假` };
  if (calendar.workingWeekends.has(date)) return { date, counted: true, reason: "调休上班" };
  const day = weekday(date);
  if (day === 0 || day === 6) return { date, counted: false, reason: weekdayNames[day] ?? "" };
  return { date, counted: true, reason: "工作日" };
}
