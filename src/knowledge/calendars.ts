import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";
import { addDays, isPlainDate, type PlainDate, weekday } from "../domain/plain-date.js";
import { readKnowledge } from "./read.js";

const date = z.string().refine(isPlainDate, "not a date of the form YYYY-MM-DD");
const schema = z.strictObject({
  year: z.number().int().min(2000).max(2100),
  notice: z.string().min(1),
  holidays: z.array(z.strictObject({ name: z.string().min(1), from: date, to: date })).min(1),
  workingWeekends: z.array(date),
});

/** A year's days that depart from the usual week, as the State Council's notice sets them. */
export type Calendar = {
  readonly year: number;
  /** The notice's title and number. */
  readonly notice: string;
  /** Each day off with its holiday's name: 春节. */
  readonly holidays: ReadonlyMap<PlainDate, string>;
  /** Saturdays and Sundays on which people work (调休上班). */
  readonly workingWeekends: ReadonlySet<PlainDate>;
};

/** The calendars by year. A year that is not there has not been announced: nothing may be counted in it. */
export type Calendars = ReadonlyMap<number, Calendar>;

/**
 * Reads `calendars/YYYY.yml`, one file a year.
 * @throws ZhengwenError `knowledge_invalid` for a date of another year, a holiday that ends before it begins or is named twice,
 * a make-up working day that is no weekend, or a file whose name is not its year.
 */
export function loadCalendars(folder: string): Calendars {
  const files = readdirSync(join(folder, "calendars")).filter((file) => file.endsWith(".yml"));
  return new Map(
    files.sort().map((file) => {
      const calendar = loadYear(folder, file);
      return [calendar.year, calendar];
    }),
  );
}

function loadYear(folder: string, file: string): Calendar {
  const { year, notice, holidays: ranges, workingWeekends } = readKnowledge(folder, join("calendars", file), schema);
  const wrong = (what: string) => new ZhengwenError("knowledge_invalid", `${join(folder, "calendars", file)}: ${what}`);
  if (file !== `${year}.yml`) throw wrong(`the file's name is not its year ${year}`);
  const holidays = new Map<PlainDate, string>();
  for (const { name, from, to } of ranges) {
    if (from > to) throw wrong(`${name} ends before it begins`);
    for (let day = from; day <= to; day = addDays(day, 1)) {
      if (!day.startsWith(`${year}-`)) throw wrong(`${day} is not in ${year}`);
      if (holidays.has(day)) throw wrong(`${day} belongs to two holidays`);
      holidays.set(day, name);
    }
  }
  for (const day of workingWeekends) {
    if (!day.startsWith(`${year}-`)) throw wrong(`${day} is not in ${year}`);
    if (weekday(day) !== 0 && weekday(day) !== 6) throw wrong(`${day} is no Saturday or Sunday: it needs no make-up`);
    if (holidays.has(day)) throw wrong(`${day} is a holiday and a working day`);
  }
  return { year, notice, holidays, workingWeekends: new Set(workingWeekends) };
}
