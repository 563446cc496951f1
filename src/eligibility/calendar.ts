import { addDays, type PlainDate } from "../domain/plain-date.js";

/** The complete months from one day to another: the day of the month must have come again. Negative when `to` is earlier. */
export function completeMonths(from: PlainDate, to: PlainDate): number {
  if (to < from) return -completeMonths(to, from);
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  return dayOf(to) < dayOf(from) ? months - 1 : months;
}

/** The calendar days from one day to another, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** So many months later, on the same day of the month, else on the month's last (民法典 Art. 202). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const first = new Date(Date.UTC(yearOf(date), monthOf(date) - 1 + months, 1)).toISOString().slice(0, 10) as PlainDate;
  const last = new Date(Date.UTC(yearOf(date), monthOf(date) + months, 0)).getUTCDate();
  return addDays(first, Math.min(dayOf(date), last) - 1);
}

const yearOf = (date: PlainDate) => Number(date.slice(0, 4));
const monthOf = (date: PlainDate) => Number(date.slice(5, 7));
const dayOf = (date: PlainDate) => Number(date.slice(8));
