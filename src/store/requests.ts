import { desc, eq, inArray, sql } from "drizzle-orm";
import type { Deadline, RequestNumber, RequestState } from "../domain/request.js";
import type { RequestOrder } from "../domain/request-desk.js";
import type { Store } from "./open.js";
import { receiptCounters, requestEvents, requests } from "./schema/index.js";

/** A request as stored. */
export type StoredRequest = typeof requests.$inferSelect;

export type NewRequest = {
  readonly order: RequestOrder;
  readonly number: RequestNumber;
  readonly state: RequestState;
  readonly conversationId: number;
  /** sha256, hexadecimal. */
  readonly codeHash: string;
  readonly deadline: Deadline | null;
  /** ISO time +08:00. */
  readonly at: string;
};

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

/** Writes the request and its first event, `filed`. Inside the caller's transaction. */
export function addRequest(store: Store, { order, number, state, conversationId, codeHash, deadline, at }: NewRequest): void {
  const { id } = store.rows
    .insert(requests)
    .values({
      number,
      type: order.type,
      state,
      conversationId,
      codeHash,
      description: order.description,
      location: order.location,
      categoryLevel1: order.category?.level1 ?? null,
      categoryLevel2: order.category?.level2 ?? null,
      categoryLevel3: order.category?.level3 ?? null,
      dueOn: deadline?.dueOn ?? null,
      dueAt: deadline?.dueAt ?? null,
      deadline,
      createdAt: at,
    })
    .returning({ id: requests.id })
    .get();
  const detail = {
    state,
    urgent: order.urgent,
    dueOn: deadline?.dueOn ?? null,
    dueAt: deadline?.dueAt ?? null,
    basis: deadline?.basis ?? null,
  };
  store.rows.insert(requestEvents).values({ requestId: id, at, actor: "resident", event: "filed", detail }).run();
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
