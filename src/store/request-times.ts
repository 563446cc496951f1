import { dayInShanghai, type PlainDate, plainDate } from "../domain/plain-date.js";
import type { RequestState, RequestType } from "../domain/request.js";
import { hasEnded } from "./disclosure-register.js";
import type { Store } from "./open.js";
import { stoppedStates } from "./request-reading.js";

type Row = {
  readonly type: RequestType;
  readonly state: RequestState;
  readonly createdAt: string;
  readonly receivedOn: string | null;
  readonly dueOn: string | null;
  readonly dueAt: string | null;
  readonly endedOn: string | null;
  readonly extended: 0 | 1;
};

/** When the requests received between two days (both with) came in, were due and ended; a limit in hours counts as its day. */
export function readRequestTimes(store: Store, from: PlainDate, to: PlainDate) {
  const rows = store.sqlite
    .prepare(
      `SELECT type, state, created_at AS createdAt, received_on AS receivedOn, due_on AS dueOn, due_at AS dueAt, ended_on AS endedOn,
         EXISTS (SELECT 1 FROM request_events e WHERE e.request_id = r.id AND e.event = 'extended') AS extended
       FROM requests r WHERE state <> 'draft' ORDER BY id`,
    )
    .all() as Row[];
  return rows
    .map(({ type, state, createdAt, receivedOn, dueOn, dueAt, endedOn, extended }) => ({
      type,
      state,
      receivedOn: receivedOn === null ? dayInShanghai(new Date(createdAt)) : plainDate(receivedOn),
      dueOn: dueAt === null ? dateOrNull(dueOn) : dayInShanghai(new Date(dueAt)),
      endedOn: hasEnded(state) ? dateOrNull(endedOn) : null,
      extended: extended === 1,
      running: !stoppedStates.some((stopped) => stopped === state),
    }))
    .filter(({ receivedOn }) => from <= receivedOn && receivedOn <= to);
}

function dateOrNull(text: string | null): PlainDate | null {
  return text === null ? null : plainDate(text);
}
