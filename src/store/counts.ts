import type { Store } from "./open.js";

/** How many rows of the service's records there are, by what tells them apart; without any text of a resident. */
export type Counts = {
  readonly messages: readonly { readonly channel: string; readonly outcome: string; readonly count: number }[];
  readonly requests: readonly { readonly type: string; readonly state: string; readonly count: number }[];
  readonly outbox: readonly { readonly channel: string; readonly state: string; readonly count: number }[];
};

/** Counts at this moment, for /metrics. */
export function counts(store: Store): Counts {
  const all = <T>(sql: string) => store.sqlite.prepare(sql).all() as T[];
  return {
    messages: all(
      `SELECT c.channel, n.outcome, count(*) AS count FROM consultations n
       JOIN conversations c ON c.id = n.conversation_id GROUP BY c.channel, n.outcome`,
    ),
    requests: all("SELECT type, state, count(*) AS count FROM requests GROUP BY type, state"),
    outbox: all("SELECT channel, state, count(*) AS count FROM outbox GROUP BY channel, state"),
  };
}
