import { dayInShanghai, type PlainDate, shanghaiTime } from "../domain/plain-date.js";
import {
  appendEvents,
  eventsOf,
  holdVersion,
  type NewEvent,
  type Projection,
  type StoredEvent,
  type StoredRequest,
} from "../store/requests.js";
import { dayOf } from "./case-event.js";
import type { CaseParts } from "./case-parts.js";
import { type CaseStanding, standingOf } from "./standing.js";

/** What is to be written down of something that happened to a request. */
export type ToRecord = { readonly event: string; readonly actor: string; readonly detail?: Readonly<Record<string, unknown>> };
/** A request after something happened to it. */
export type Recorded = {
  readonly request: StoredRequest;
  readonly events: readonly StoredEvent[];
  readonly before: CaseStanding;
  readonly standing: CaseStanding;
};

/**
 * Writes events down and brings the request's row to where they lead, inside the caller's transaction. Each event's `on` is today unless it says;
 * where the machine's clock was put back behind the last event, it is that event's day: things happen in the order in which they are written.
 * @param version what the caller saw of the request; that of the row when nobody can have been faster
 * @throws ZhengwenError `event_not_allowed` naming what is allowed, `request_changed` when somebody else was faster
 */
export function record(
  parts: CaseParts,
  request: StoredRequest,
  happened: readonly ToRecord[],
  more: Projection = {},
  version: number = request.version,
): Recorded {
  const { store, clock, knowledge } = parts;
  const now = clock();
  const at = shanghaiTime(now);
  const today = dayInShanghai(now);
  holdVersion(store, request, version);
  const past = eventsOf(store, request.id);
  const on = [...past.map(dayOf), today].sort().at(-1) ?? today;
  const added: readonly NewEvent[] = happened.map(({ event, actor, detail }) => ({ at, actor, event, detail: { on, ...detail } }));
  const before = standingOf(request.type, past, today, knowledge);
  const standing = standingOf(request.type, [...past, ...added], today, knowledge);
  appendEvents(store, { ...request, version }, added, { ...projectionOf(standing), ...more });
  const changed: StoredRequest = { ...request, ...projectionOf(standing), ...more, version: version + added.length };
  return { request: changed, events: eventsOf(store, request.id), before, standing };
}

/** The columns of a request's row that follow from where it stands. */
export function projectionOf({ phase, state, deadline, next, receivedOn, endedOn }: CaseStanding): Projection {
  return { phase, state, deadline, dueOn: next.dueOn, dueAt: deadline?.dueAt ?? null, receivedOn, endedOn };
}

/** The answer's due day as a resident is told it: from the deadline, not from a step before it. */
export function toldDueOn(request: Pick<StoredRequest, "deadline">): { readonly dueOn: PlainDate | null; readonly dueAt: string | null } {
  const deadline = request.deadline as CaseStanding["deadline"];
  return { dueOn: deadline?.dueOn ?? null, dueAt: deadline?.dueAt ?? null };
}
