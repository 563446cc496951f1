import type { Clock } from "../domain/clock.js";
import { dayInShanghai } from "../domain/plain-date.js";
import type { Calendars } from "../knowledge/calendars.js";

/** The State Council tells next year's days off in November. */
const awaitedFrom = "11-01";

/** The year whose working days nobody has told us although it is time to know them: this year's, from 1 November on next year's; else null. */
export function missingCalendar({
  knowledge,
  clock,
}: {
  readonly knowledge: { readonly calendars: Calendars };
  readonly clock: Clock;
}): number | null {
  const today = dayInShanghai(clock());
  const year = Number(today.slice(0, 4));
  if (!knowledge.calendars.has(year)) return year;
  return today.slice(5) >= awaitedFrom && !knowledge.calendars.has(year + 1) ? year + 1 : null;
}
