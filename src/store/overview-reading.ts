import { type ChannelName, channelNames } from "../domain/message.js";
import { addDays, dayInShanghai, shanghaiTime } from "../domain/plain-date.js";
import { unansweredOutcomes } from "./consultation-reading.js";
import type { Store } from "./open.js";
import { openStates, stoppedStates } from "./request-reading.js";

/** A reply of which it is not known whether it arrived, or which did not. */
export type UncertainDelivery = {
  readonly id: number;
  readonly channel: ChannelName;
  readonly state: "unknown" | "failed";
  readonly createdAt: string;
  /** The platform's answer, as it was kept; null when it gave none. */
  readonly error: string | null;
  readonly consultationId: number | null;
  readonly maskedText: string | null;
};

/** What a desk looks like at this moment. */
export type Overview = {
  readonly today: { readonly consultations: number; readonly unanswered: number };
  readonly requests: { readonly open: number; readonly dueToday: number; readonly overdue: number };
  readonly deliveries: { readonly unknown: number; readonly failed: number; readonly newest: readonly UncertainDelivery[] };
};

const listed = 20;
const marks = (values: readonly unknown[]) => values.map(() => "?").join(", ");

/** Today's figures and the newest deliveries that need a look. */
export function readOverview(store: Store, now: Date): Overview {
  return { today: consultationsOfDay(store, now), requests: requestsDue(store, now), deliveries: uncertainDeliveries(store) };
}

function consultationsOfDay(store: Store, now: Date): Overview["today"] {
  const day = dayInShanghai(now);
  return store.sqlite
    .prepare(
      `SELECT count(*) AS consultations, count(*) FILTER (WHERE outcome IN (${marks(unansweredOutcomes)})) AS unanswered
       FROM consultations WHERE at >= ? AND at < ?`,
    )
    .get(...unansweredOutcomes, `${day}T00:00:00+08:00`, `${addDays(day, 1)}T00:00:00+08:00`) as Overview["today"];
}

/** Overdue: the hour has passed where the limit is in hours, else the day. What does not run is neither due nor overdue. */
function requestsDue(store: Store, now: Date): Overview["requests"] {
  const today = dayInShanghai(now);
  const isOverdue = "CASE WHEN due_at IS NULL THEN due_on < ? ELSE due_at < ? END";
  return store.sqlite
    .prepare(
      `SELECT count(*) AS open,
         count(*) FILTER (WHERE state NOT IN (${marks(stoppedStates)}) AND ${isOverdue}) AS overdue,
         count(*) FILTER (WHERE state NOT IN (${marks(stoppedStates)}) AND due_on = ? AND NOT (${isOverdue})) AS dueToday
       FROM requests WHERE state IN (${marks(openStates)})`,
    )
    .get(
      ...stoppedStates,
      today,
      shanghaiTime(now),
      ...stoppedStates,
      today,
      today,
      shanghaiTime(now),
      ...openStates,
    ) as Overview["requests"];
}

function uncertainDeliveries(store: Store): Overview["deliveries"] {
  const ofState = `channel IN (${marks(channelNames)}) AND state = ?`;
  const { unknown, failed } = store.sqlite
    .prepare(`SELECT (SELECT count(*) FROM outbox WHERE ${ofState}) AS unknown, (SELECT count(*) FROM outbox WHERE ${ofState}) AS failed`)
    .get(...channelNames, "unknown", ...channelNames, "failed") as { unknown: number; failed: number };
  const newest = store.sqlite
    .prepare(
      `SELECT o.id, o.channel, o.state, o.created_at AS createdAt, o.error, n.id AS consultationId, n.masked_text AS maskedText
       FROM outbox o JOIN messages m ON m.id = o.message_id
       LEFT JOIN consultations n ON n.conversation_id = m.conversation_id AND n.message_out = m.id
       WHERE o.channel IN (${marks(channelNames)}) AND o.state IN ('unknown', 'failed') ORDER BY o.id DESC LIMIT ?`,
    )
    .all(...channelNames, listed) as UncertainDelivery[];
  return { unknown, failed, newest };
}
