import type { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";
import { chineseDate, type PlainDate } from "../domain/plain-date.js";
import type { Deadline, RequestState, RequestType } from "../domain/request.js";
import type { Calendars } from "../knowledge/calendars.js";
import type { Lifecycle, Lifecycles } from "../knowledge/lifecycles.js";
import { type CaseEvent, dayOf } from "./case-event.js";
import { disclosureClock } from "./clock/disclosure.js";
import { type DisclosureEvent, disclosureEventSchema } from "./clock/disclosure-event.js";
import { petitionClock } from "./clock/petition.js";
import { type PetitionEvent, petitionEventSchema } from "./clock/petition-event.js";
import { deadlineFrom, type Limit } from "./deadline.js";
import { walk } from "./lifecycle/walk.js";

/** Where a request stands, computed from nothing but its events. */
export type CaseStanding = {
  readonly phase: string;
  readonly state: RequestState;
  readonly ended: boolean;
  /** By when the resident has an answer; null when that cannot be told yet, or it has none to wait for. */
  readonly deadline: Deadline | null;
  /** What somebody must do next, and by when: often the answer, sometimes a step before it. */
  readonly next: { readonly dueOn: PlainDate | null; readonly basis: string };
  /** The day of receipt by which the law counts; null until both sides have confirmed (政府信息公开条例 Art. 31). */
  readonly receivedOn: PlainDate | null;
  /** The day of the event that ended it. */
  readonly endedOn: PlainDate | null;
};

export type StandingParts = { readonly lifecycles: Lifecycles; readonly calendars: Calendars };

/**
 * @param events all of a request's events, in order
 * @param asOf the day on which it is looked at
 * @throws ZhengwenError `event_not_allowed` when the events do not fit the lifecycle or the law
 */
export function standingOf(type: RequestType, events: readonly CaseEvent[], asOf: PlainDate, parts: StandingParts): CaseStanding {
  const lifecycle = parts.lifecycles.of(type);
  const { phase } = walk(lifecycle, events);
  const { state, ended = false } = lifecycle.phases[phase] ?? { state: "submitted" as const };
  const ending = ended ? endingOf(lifecycle, events) : null;
  // the term that an ended request had is that before its ending: by it one sees whether it was in time
  const running = ending === null ? events : events.slice(0, ending);
  const timed = timedOf(type, running, asOf, parts.calendars);
  const last = ending === null ? undefined : events[ending];
  return { phase, state, ended, ...timed, endedOn: last ? dayOf(last) : null };
}

/** While it is their turn nobody owes them an answer by a day: the date that runs is theirs. */
const applicantsTurn: ReadonlySet<string> = new Set(["in_correction", "awaiting_fee"]);
const petitionersTurn: ReadonlySet<string> = new Set(["answered", "reviewed"]);

type Timed = Pick<CaseStanding, "deadline" | "next" | "receivedOn">;

function timedOf(type: RequestType, events: readonly CaseEvent[], asOf: PlainDate, calendars: Calendars): Timed {
  if (type === "disclosure") return disclosureTimed(events, asOf, calendars);
  if (type === "petition") return petitionTimed(events, calendars);
  return serviceTimed(events, calendars);
}

function disclosureTimed(all: readonly CaseEvent[], asOf: PlainDate, calendars: Calendars): Timed {
  const events = timedEvents<DisclosureEvent>(all, disclosureEventSchema);
  const clock = disclosureClock(events, calendars, asOf);
  const [first] = events;
  if (clock.phase !== "unconfirmed" || !first)
    return {
      deadline: applicantsTurn.has(clock.phase) ? null : deadlineOf(clock),
      next: { dueOn: clock.dueOn, basis: clock.basis },
      receivedOn: clock.receivedOn,
    };
  // what the applicant may hope for: as if the office confirmed on the day of filing
  const hoped = disclosureClock([...events, { event: "confirmed", on: first.on }], calendars, asOf);
  return { deadline: deadlineOf(hoped), next: { dueOn: clock.dueOn, basis: clock.basis }, receivedOn: null };
}

function petitionTimed(all: readonly CaseEvent[], calendars: Calendars): Timed {
  const events = timedEvents<PetitionEvent>(all, petitionEventSchema);
  const clock = petitionClock(events, calendars);
  const { objectionUntil: until } = clock;
  const objection = until === null ? "" : `；不归本机关的，最迟${chineseDate(until)}提出异议退回（《信访工作条例》第二十三条）`;
  const next = { dueOn: clock.dueOn, basis: `${clock.basis}${objection}` };
  return { deadline: petitionersTurn.has(clock.phase) ? null : deadlineOf(clock), next, receivedOn: events[0]?.on ?? null };
}

/** The events that a clock knows. One that it knows and that lacks what the law asks of it would otherwise not count, unnoticed. */
function timedEvents<Event>(all: readonly CaseEvent[], schema: z.ZodDiscriminatedUnion): readonly Event[] {
  const known = new Set(schema.options.flatMap((option) => [...((option as z.ZodObject).shape["event"] as z.ZodLiteral).values]));
  return all
    .filter(({ event }) => known.has(event))
    .map((event) => {
      const parsed = schema.safeParse({ ...event.detail, event: event.event, on: dayOf(event) });
      if (parsed.success) return parsed.data as Event;
      const wrong = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
      throw new ZhengwenError("event_not_allowed", `${dayOf(event)} ${event.event}: 内容不全或者写得不对：${wrong}`);
    });
}

/** No law sets a term: the limit that was told at filing counts, anew from the day on which it is reopened. */
function serviceTimed(events: readonly CaseEvent[], calendars: Calendars): Timed {
  const filed = events.find(({ event }) => event === "filed");
  const limit = filed?.detail["limit"] as Limit | undefined;
  if (!filed || !limit) throw new ZhengwenError("event_not_allowed", "没有登记的时限");
  const begun = events.findLast(({ event }) => event === "reopened") ?? filed;
  const on = dayOf(begun);
  // what came on an earlier day counts from that day's beginning
  const from = begun.at.startsWith(on) ? begun.at : `${on}T00:00:00+08:00`;
  const deadline = deadlineFrom(limit, new Date(from), calendars);
  return { deadline, next: { dueOn: deadline?.dueOn ?? null, basis: limit.basis }, receivedOn: dayOf(filed) };
}

function deadlineOf({ dueOn, basis, days }: { dueOn: PlainDate | null; basis: string; days: Deadline["days"] }): Deadline | null {
  return dueOn === null ? null : { dueOn, dueAt: null, basis, days };
}

/** The index of the event that ended it for good. */
function endingOf(lifecycle: Lifecycle, events: readonly CaseEvent[]): number {
  let ending = events.length - 1;
  while (ending > 0 && lifecycle.phases[walk(lifecycle, events.slice(0, ending)).phase]?.ended) ending--;
  return ending;
}
