import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { ChannelName, IncomingMessage } from "../domain/message.js";
import type { Store } from "./open.js";
import { inbox } from "./schema/index.js";

/**
 * Puts a message on disk and returns its row; a redelivered update gives the row it already has.
 * @param at ISO time +08:00
 */
export function receiveMessage(store: Store, message: IncomingMessage, at: string): number {
  const { channel, updateId, conversation } = message;
  return store.transaction(() => {
    const inserted = store.rows
      .insert(inbox)
      .values({ channel, updateId, conversation, message, state: "pending", receivedAt: at })
      .onConflictDoNothing()
      .returning({ id: inbox.id })
      .get();
    if (inserted) return inserted.id;
    const known = store.rows
      .select({ id: inbox.id })
      .from(inbox)
      .where(and(eq(inbox.channel, channel), eq(inbox.updateId, updateId)))
      .get();
    if (!known) throw new Error("an inbox row is there and is not");
    return known.id;
  });
}

export type PendingMessage = { readonly id: number; readonly message: IncomingMessage };

/** Messages of these channels that wait for their answer, oldest first: what a killed process left. */
export function pendingMessages(store: Store, channels: readonly ChannelName[]): readonly PendingMessage[] {
  return store.rows
    .select({ id: inbox.id, message: inbox.message })
    .from(inbox)
    .where(and(eq(inbox.state, "pending"), inArray(inbox.channel, [...channels])))
    .orderBy(asc(inbox.id))
    .all();
}

/** One message and whether it was answered, or null. */
export function inboxMessage(store: Store, id: number): (PendingMessage & { readonly answered: boolean }) | null {
  const row = store.rows.select({ id: inbox.id, message: inbox.message, state: inbox.state }).from(inbox).where(eq(inbox.id, id)).get();
  return row ? { id: row.id, message: row.message, answered: row.state === "answered" } : null;
}

/**
 * Marks a message as answered, inside the transaction that stores its reply. False when it was already: then nothing may be stored again.
 * What it says stands in `messages` from then on, masked: here it goes.
 */
export function markAnswered(store: Store, id: number): boolean {
  return (
    store.rows
      .update(inbox)
      .set({ state: sql`'answered'`, message: sql`json_set(${inbox.message}, '$.text', '', '$.choice', null)` })
      .where(and(eq(inbox.id, id), eq(inbox.state, "pending")))
      .run().changes === 1
  );
}
