import { and, asc, desc, eq, isNull, lt, lte, notExists, notInArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { ChannelName } from "../domain/message.js";
import type { Reply } from "../domain/reply.js";
import type { Store } from "./open.js";
import { outbox, type outboxStates } from "./schema/index.js";

export type OutboxState = (typeof outboxStates)[number];

export type OutboxRow = {
  readonly id: number;
  /** Null for news that answers no message. */
  readonly inboxId: number | null;
  readonly channel: ChannelName;
  readonly conversation: string;
  readonly messageId: string;
  readonly reply: Reply;
  readonly state: OutboxState;
  readonly attempts: number;
};

export type NewOutboxRow = Omit<OutboxRow, "id" | "attempts">;

const columns = {
  id: outbox.id,
  inboxId: outbox.inboxId,
  channel: outbox.channel,
  conversation: outbox.conversation,
  messageId: outbox.messageId,
  reply: outbox.reply,
  state: outbox.state,
  attempts: outbox.attempts,
};

/** Puts a reply on its way, inside the transaction that stores it; one for each message received. */
export function enqueueReply(store: Store, row: NewOutboxRow, at: string): void {
  store.rows
    .insert(outbox)
    .values({ ...row, createdAt: at, sentAt: row.state === "sent" ? at : null })
    .run();
}

/** The reply to an inbox row, or null while there is none. */
export function replyTo(store: Store, inboxId: number): OutboxRow | null {
  return store.rows.select(columns).from(outbox).where(eq(outbox.inboxId, inboxId)).get() ?? null;
}

/**
 * The oldest reply of a channel that may be sent now, marked as being sent; null when there is none. A reply that waits for its next try holds
 * back the later ones of its conversation: nobody reads the second answer before the first.
 * @param at ISO time +08:00
 * @param busy conversations that a reply is being sent to
 */
export function claimNext(store: Store, channel: ChannelName, at: string, busy: readonly string[] = []): OutboxRow | null {
  const earlier = alias(outbox, "earlier");
  const earlierWaits = store.rows
    .select({ id: earlier.id })
    .from(earlier)
    .where(
      and(
        eq(earlier.channel, outbox.channel),
        eq(earlier.state, "pending"),
        lt(earlier.id, outbox.id),
        eq(earlier.conversation, outbox.conversation),
      ),
    );
  return store.transaction(() => {
    const row = store.rows
      .select(columns)
      .from(outbox)
      .where(
        and(
          eq(outbox.channel, channel),
          eq(outbox.state, "pending"),
          or(isNull(outbox.notBefore), lte(outbox.notBefore, at)),
          notInArray(outbox.conversation, [...busy]),
          notExists(earlierWaits),
        ),
      )
      .orderBy(asc(outbox.id))
      .limit(1)
      .get();
    if (!row) return null;
    store.rows
      .update(outbox)
      .set({ state: "sending", attempts: sql`${outbox.attempts} + 1` })
      .where(eq(outbox.id, row.id))
      .run();
    return { ...row, state: "sending", attempts: row.attempts + 1 };
  });
}

/** How a delivery ended. */
export type DeliveryResult =
  | { readonly state: "sent"; readonly at: string }
  | { readonly state: "pending"; readonly notBefore: string; readonly error: string }
  | { readonly state: "failed" | "unknown"; readonly error: string };

export function settleDelivery(store: Store, id: number, result: DeliveryResult): void {
  store.rows
    .update(outbox)
    .set({
      state: result.state,
      error: result.state === "sent" ? null : result.error,
      sentAt: result.state === "sent" ? result.at : null,
      notBefore: result.state === "pending" ? result.notBefore : null,
    })
    .where(eq(outbox.id, id))
    .run();
}

/** What was being sent when the process died: nobody can tell whether it arrived, so it is not sent again. Returns how many. */
export function giveUpInterrupted(store: Store, channel: ChannelName): number {
  return store.rows
    .update(outbox)
    .set({ state: "unknown", error: "interrupted" })
    .where(and(eq(outbox.channel, channel), eq(outbox.state, "sending")))
    .run().changes;
}

/** What a conversation was told without having asked, oldest first: the newest `limit`. */
export function newsOf(
  store: Store,
  channel: ChannelName,
  conversation: string,
  limit = 20,
): readonly { readonly messageId: string; readonly reply: Reply }[] {
  return store.rows
    .select({ messageId: outbox.messageId, reply: outbox.reply })
    .from(outbox)
    .where(and(eq(outbox.channel, channel), eq(outbox.conversation, conversation), isNull(outbox.inboxId)))
    .orderBy(desc(outbox.id))
    .limit(limit)
    .all()
    .reverse();
}

/** Takes the news that wait for a conversation, oldest first, and marks them as sent at `at`: for a caller that prints them itself. */
export function takeNews(store: Store, channel: ChannelName, conversation: string, at: string): readonly Reply[] {
  const waits = and(
    eq(outbox.channel, channel),
    eq(outbox.conversation, conversation),
    isNull(outbox.inboxId),
    eq(outbox.state, "pending"),
  );
  return store.transaction(() => {
    const rows = store.rows.select({ reply: outbox.reply }).from(outbox).where(waits).orderBy(asc(outbox.id)).all();
    if (rows.length > 0) store.rows.update(outbox).set({ state: "sent", sentAt: at }).where(waits).run();
    return rows.map(({ reply }) => reply);
  });
}
