import { eq } from "drizzle-orm";
import type { ChannelName } from "../domain/message.js";
import { type RequestState, type RequestType, requestStates, requestTypes } from "../domain/request.js";
import type { Page } from "./consultation-reading.js";
import type { Store } from "./open.js";
import { eventsOf, type StoredEvent } from "./requests.js";
import { conversations, requests } from "./schema/index.js";

/** States in which somebody still has to do something. */
export const openStates = [
  "submitted",
  "confirmed",
  "in_correction",
  "suspended",
  "in_progress",
  "extended",
  "decided",
  "reopened",
] as const satisfies readonly RequestState[];

/** Open states whose term does not run: the resident's turn, a pause, or a decision already made. */
export const stoppedStates = ["in_correction", "suspended", "decided"] as const satisfies readonly RequestState[];

/** A request as a list shows it. */
export type RequestRow = {
  readonly id: number;
  readonly number: string;
  readonly type: RequestType;
  readonly state: RequestState;
  readonly categoryLevel1: string | null;
  readonly categoryLevel2: string | null;
  readonly categoryLevel3: string | null;
  readonly dueOn: string | null;
  readonly dueAt: string | null;
  readonly createdAt: string;
  /** The lifecycle's name for where it stands. */
  readonly phase: string;
  readonly endedOn: string | null;
};

export type RequestFilter = {
  readonly types: readonly RequestType[] | null;
  readonly states: readonly RequestState[] | null;
  /** `due`: what is due first comes first; `newest`: what was filed last. */
  readonly order: "due" | "newest";
  /** The `next` of the page before. */
  readonly after: string | null;
  readonly limit: number;
};

/** What sorts by due date: a limit in hours at its hour, a date at its end, then those without a date, then those whose term does not run. */
const dueKey = `CASE WHEN r.state IN (${stoppedStates.map((state) => `'${state}'`).join(", ")}) THEN '9999' ELSE coalesce(r.due_at, r.due_on || 'T23:59:59+08:00', '9998') END`;
const cursor = /^(\d{1,15})(?:~(.{4,30}))?$/;

/** Requests by due date or by time of filing, a page by keyset; a cursor that is none of ours starts from the beginning. */
export function listRequests(store: Store, { types, states, order, after, limit }: RequestFilter): Page<RequestRow> {
  const [, id, due] = cursor.exec(after ?? "") ?? [];
  const marks = (values: readonly string[]) => values.map(() => "?").join(", ");
  const asked = { types: types ?? requestTypes, states: states ?? requestStates };
  const beyond = order === "due" ? (due ? `AND (${dueKey}, r.id) > (?, ?)` : "") : id ? "AND r.id < ?" : "";
  const from = order === "due" ? (due ? [due, Number(id)] : []) : id ? [Number(id)] : [];
  const rows = store.sqlite
    .prepare(
      `SELECT r.id, r.number, r.type, r.state, r.category_level1 AS categoryLevel1, r.category_level2 AS categoryLevel2,
         r.category_level3 AS categoryLevel3, r.due_on AS dueOn, r.due_at AS dueAt, r.created_at AS createdAt, r.phase, r.ended_on AS endedOn, ${dueKey} AS dueKey
       FROM requests r WHERE r.state IN (${marks(asked.states)}) AND r.type IN (${marks(asked.types)}) ${beyond}
       ORDER BY ${order === "due" ? "dueKey, r.id" : "r.id DESC"} LIMIT ?`,
    )
    .all(...asked.states, ...asked.types, ...from, limit + 1) as (RequestRow & { readonly dueKey: string })[];
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last ? (order === "due" ? `${last.id}~${last.dueKey}` : String(last.id)) : null;
  return { rows: page, next };
}

/** Everything that is known of one request, save the hash of its code. */
export type RequestDetail = RequestRow & {
  readonly conversationId: number;
  readonly channel: ChannelName;
  readonly description: string;
  readonly location: string | null;
  /** As it was stored: domain/request.ts `Deadline`. */
  readonly deadline: unknown;
  /** In the order in which they happened. */
  readonly events: readonly StoredEvent[];
};

/** Null when there is no such request. */
export function readRequest(store: Store, id: number): RequestDetail | null {
  const found = store.rows
    .select({ request: requests, channel: conversations.channel })
    .from(requests)
    .innerJoin(conversations, eq(conversations.id, requests.conversationId))
    .where(eq(requests.id, id))
    .get();
  if (!found) return null;
  const { codeHash: _, officeId: __, ...request } = found.request;
  return { ...request, channel: found.channel, events: eventsOf(store, id) };
}
