import { and, asc, desc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { ZhengwenError } from "../domain/errors.js";
import type { Store } from "./open.js";
import { receiptCounters, requestEvents, requestFollowers, requests } from "./schema/index.js";

/** A request as stored. */
export type StoredRequest = typeof requests.$inferSelect;
/** What a new request is made of; its events are added apart. */
export type NewRequest = Omit<typeof requests.$inferInsert, "id" | "officeId" | "version">;
/** The columns that follow from the events. */
export type Projection = Partial<
  Pick<
    StoredRequest,
    | "state"
    | "phase"
    | "dueOn"
    | "dueAt"
    | "deadline"
    | "receivedOn"
    | "outcome"
    | "ground"
    | "endedOn"
    | "assignedTo"
    | "location"
    | "categoryLevel1"
    | "categoryLevel2"
    | "categoryLevel3"
    | "applicantKind"
    | "applicantKey"
  >
>;
/** An event to be written; `detail` holds no personal data, since events are never changed. */
export type NewEvent = { readonly at: string; readonly actor: string; readonly event: string; readonly detail: Record<string, unknown> };
export type StoredEvent = NewEvent & { readonly id: number };

/** The next number of a prefix in a year, from 1. Inside the transaction that uses it, so that none is skipped or given twice. */
export function nextReceipt(store: Store, prefix: string, year: number): number {
  return store.rows
    .insert(receiptCounters)
    .values({ prefix, year, last: 1 })
    .onConflictDoUpdate({
      target: [receiptCounters.officeId, receiptCounters.prefix, receiptCounters.year],
      set: { last: sql`${receiptCounters.last} + 1` },
    })
    .returning({ last: receiptCounters.last })
    .get().last;
}

/** Writes a request and its first event; returns its id. Inside the caller's transaction. */
export function addRequest(store: Store, request: NewRequest, first: NewEvent): number {
  const { id } = store.rows
    .insert(requests)
    .values({ ...request, version: 1 })
    .returning({ id: requests.id })
    .get();
  store.rows
    .insert(requestEvents)
    .values({ requestId: id, ...first })
    .run();
  return id;
}

/**
 * Sees to it that nobody acts on what has changed since they looked. Inside the caller's transaction, before anything is derived from the request.
 * @param version how many events the caller has seen
 * @throws ZhengwenError `request_changed` when somebody else was faster
 */
export function holdVersion(store: Store, request: Pick<StoredRequest, "id" | "number">, version: number): void {
  if (storedRequest(store, request.id)?.version !== version) throw changedMeanwhile(request);
}

function changedMeanwhile({ number }: Pick<StoredRequest, "number">): ZhengwenError {
  return new ZhengwenError("request_changed", `${number} 刚刚被别人办理过，请重新看一遍再办（zhengwen requests show ${number}）`);
}

/**
 * Adds events to a request and brings its row to where they lead. Inside the caller's transaction.
 * @param version how many events the caller has seen
 * @throws ZhengwenError `request_changed` when somebody else was faster
 */
export function appendEvents(store: Store, request: StoredRequest, events: readonly NewEvent[], projection: Projection): void {
  const { changes } = store.rows
    .update(requests)
    .set({ ...projection, version: request.version + events.length })
    .where(and(eq(requests.id, request.id), eq(requests.version, request.version)))
    .run();
  if (changes === 0) throw changedMeanwhile(request);
  for (const event of events)
    store.rows
      .insert(requestEvents)
      .values({ requestId: request.id, ...event })
      .run();
}

/** A request by its row, or null. */
export function storedRequest(store: Store, id: number): StoredRequest | null {
  return store.rows.select().from(requests).where(eq(requests.id, id)).get() ?? null;
}

/** What happened to a request, in order. */
export function eventsOf(store: Store, requestId: number): readonly StoredEvent[] {
  return store.rows
    .select({
      id: requestEvents.id,
      at: requestEvents.at,
      actor: requestEvents.actor,
      event: requestEvents.event,
      detail: requestEvents.detail,
    })
    .from(requestEvents)
    .where(eq(requestEvents.requestId, requestId))
    .orderBy(asc(requestEvents.id))
    .all() as readonly StoredEvent[];
}

/** The requests with one of these numbers, at most one for each. */
export function requestsByNumber(store: Store, numbers: readonly string[]): readonly StoredRequest[] {
  return store.rows
    .select()
    .from(requests)
    .where(inArray(requests.number, [...numbers]))
    .all();
}

/** The requests filed from a conversation, newest first. */
export function requestsOfConversation(store: Store, conversationId: number): readonly StoredRequest[] {
  return store.rows.select().from(requests).where(eq(requests.conversationId, conversationId)).orderBy(desc(requests.id)).all();
}

/** The requests of one applicant, newest first. */
export function requestsOfApplicant(store: Store, applicantKey: string): readonly StoredRequest[] {
  return store.rows.select().from(requests).where(eq(requests.applicantKey, applicantKey)).orderBy(desc(requests.id)).all();
}

/** The open requests to which time alone may do something: without a date, due up to `soon`, or waiting for somebody else. */
export function requestsToSweep(store: Store, soon: string): readonly StoredRequest[] {
  const { endedOn, deadline, dueOn, phase } = requests;
  const isTimely = or(isNull(deadline), isNull(dueOn), lte(dueOn, soon), eq(phase, "asking"));
  return store.rows
    .select()
    .from(requests)
    .where(and(isNull(endedOn), isTimely))
    .all();
}

/** What was asked for in disclosure requests, oldest first. */
export function disclosuresAskedFor(store: Store) {
  const { number, description, applicantKey, type } = requests;
  return store.rows
    .select({ number, description, applicantKey })
    .from(requests)
    .where(eq(type, "disclosure"))
    .orderBy(asc(requests.id))
    .all();
}

/** The conversations that hear of a request: that which filed it, and those that follow it. */
export function conversationsOf(store: Store, request: StoredRequest): readonly number[] {
  const followers = store.rows
    .select({ id: requestFollowers.conversationId })
    .from(requestFollowers)
    .where(eq(requestFollowers.requestId, request.id))
    .all();
  return [...new Set([request.conversationId, ...followers.map(({ id }) => id)])];
}

/** Lets a conversation hear of a request; true when it did not yet. */
export function follow(store: Store, requestId: number, conversationId: number, at: string): boolean {
  return store.rows.insert(requestFollowers).values({ requestId, conversationId, at }).onConflictDoNothing().run().changes > 0;
}

/** Open requests of the types that people report of one place, newest first, since a day. */
export function openReports(store: Store, level2: string, since: string, limit: number): readonly StoredRequest[] {
  return store.rows
    .select()
    .from(requests)
    .where(
      sql`${requests.categoryLevel2} = ${level2} AND ${requests.endedOn} IS NULL AND ${requests.location} IS NOT NULL AND ${requests.createdAt} >= ${since}`,
    )
    .orderBy(desc(requests.id))
    .limit(limit)
    .all();
}
