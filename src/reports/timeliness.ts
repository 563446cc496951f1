import { addDays, type PlainDate } from "../domain/plain-date.js";
import { type RequestState, type RequestType, requestTypes } from "../domain/request.js";
import type { Calendars } from "../knowledge/calendars.js";
import { workingDayKind } from "../requests/working-days.js";

/** When a request came in, was due and ended. */
export type TimedRequest = {
  readonly type: RequestType;
  readonly state: RequestState;
  /** The day of receipt, or that of filing where no law sets one. */
  readonly receivedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly extended: boolean;
  /** False while it is the resident's turn or the term is suspended: it cannot be overdue then. */
  readonly running: boolean;
};

/** How fast the requests of one type were answered; `received` = inTime + late + undated + endedOtherwise + open. */
export type Timeliness = {
  readonly type: RequestType;
  readonly received: number;
  readonly inTime: number;
  readonly late: number;
  /** Answered, with no due date to hold it against. */
  readonly undated: number;
  /** Withdrawn, cancelled or abandoned: nobody was answered. */
  readonly endedOtherwise: number;
  readonly open: number;
  /** Of those open, the ones whose term runs and is over. */
  readonly overdue: number;
  /** Working days from receipt to the answer, of those answered; null when there is none. */
  readonly medianDays: number | null;
  /** 90 % were answered within so many working days. */
  readonly p90Days: number | null;
  /** Share of the received whose term was extended, 0 to 1; null when there is none. */
  readonly extended: number | null;
};

const unanswered: readonly RequestState[] = ["withdrawn", "cancelled", "abandoned"];

/**
 * How fast each type was answered, as of a day; types without requests are left out.
 * @throws ZhengwenError `no_calendar` naming a year in which working days cannot be counted
 */
export function timelinessOf(requests: readonly TimedRequest[], calendars: Calendars, asOf: PlainDate): readonly Timeliness[] {
  return requestTypes
    .map((type) => requests.filter((request) => request.type === type))
    .filter((ofType) => ofType.length > 0)
    .map((ofType) => summary(ofType, calendars, asOf));
}

function summary(requests: readonly TimedRequest[], calendars: Calendars, asOf: PlainDate): Timeliness {
  const endedOtherwise = requests.filter(({ state }) => unanswered.includes(state));
  const answered = requests.flatMap((request) =>
    request.endedOn === null || unanswered.includes(request.state) ? [] : [{ ...request, endedOn: request.endedOn }],
  );
  const open = requests.filter(({ state, endedOn }) => endedOn === null && !unanswered.includes(state));
  const days = answered.map(({ receivedOn, endedOn }) => workingDaysBetween(calendars, receivedOn, endedOn)).sort((a, b) => a - b);
  return {
    type: requests[0]?.type ?? "consultation",
    received: requests.length,
    inTime: answered.filter(({ dueOn, endedOn }) => dueOn !== null && endedOn <= dueOn).length,
    late: answered.filter(({ dueOn, endedOn }) => dueOn !== null && endedOn > dueOn).length,
    undated: answered.filter(({ dueOn }) => dueOn === null).length,
    endedOtherwise: endedOtherwise.length,
    open: open.length,
    overdue: open.filter(({ running, dueOn }) => running && dueOn !== null && dueOn < asOf).length,
    medianDays: median(days),
    p90Days: nearestRank(days, 0.9),
    extended: requests.filter(({ extended }) => extended).length / requests.length,
  };
}

/** Working days after `from` up to and with `to`; 0 on the same day. */
export function workingDaysBetween(calendars: Calendars, from: PlainDate, to: PlainDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (workingDayKind(calendars, day).counted) count++;
  return count;
}

/** The middle one of ascending values, or the mean of the two in the middle; null of none. */
function median(ascending: readonly number[]): number | null {
  const [low, high] = [ascending[Math.ceil(ascending.length / 2) - 1], ascending[Math.floor(ascending.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The smallest of ascending values that this share of them does not exceed; null of none. */
function nearestRank(ascending: readonly number[], share: number): number | null {
  return ascending[Math.ceil(ascending.length * share) - 1] ?? null;
}
