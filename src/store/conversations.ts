import { randomBytes } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { ChannelName } from "../domain/message.js";
import type { Reply } from "../domain/reply.js";
import type { Store } from "./open.js";
import { consultations, conversations, messages } from "./schema/index.js";

export type Conversation = { readonly id: number; readonly state: unknown };

/** The conversation of a channel's key, made when it is new. */
export function openConversation(store: Store, channel: ChannelName, key: string, at: string): Conversation {
  const row = store.rows
    .insert(conversations)
    .values({ channel, key, state: null, createdAt: at, updatedAt: at })
    .onConflictDoUpdate({ target: [conversations.officeId, conversations.channel, conversations.key], set: { updatedAt: at } })
    .returning({ id: conversations.id, state: conversations.state })
    .get();
  return row;
}

/** The conversation of a channel's key as it stands, or null when nobody has said anything in it. */
export function findConversation(store: Store, channel: ChannelName, key: string): (Conversation & { readonly updatedAt: string }) | null {
  const row = store.rows
    .select({ id: conversations.id, state: conversations.state, updatedAt: conversations.updatedAt })
    .from(conversations)
    .where(and(eq(conversations.channel, channel), eq(conversations.key, key)))
    .get();
  return row ?? null;
}

/** What the next turn needs. */
export function keepDialog(store: Store, conversationId: number, state: unknown, at: string): void {
  store.rows
    .update(conversations)
    .set({ state: sql`${JSON.stringify(state)}`, updatedAt: at })
    .where(eq(conversations.id, conversationId))
    .run();
}

/** Stores one message; its id is random, so that it can be shown to residents. */
export function addMessage(store: Store, conversationId: number, direction: "in" | "out", text: string, at: string): string {
  const id = randomBytes(12).toString("base64url");
  store.rows.insert(messages).values({ id, conversationId, direction, text, at }).run();
  return id;
}

export type NewConsultation = {
  readonly conversationId: number;
  readonly messageIn: string;
  readonly messageOut: string;
  readonly maskedText: string;
  readonly place: string;
  readonly asOf: string;
  readonly reply: Reply;
  readonly at: string;
};

/** Logs what became of a message; every message has one. */
export function addConsultation(store: Store, consultation: NewConsultation): void {
  const { reply } = consultation;
  store.rows
    .insert(consultations)
    .values({
      ...consultation,
      kind: reply.kind,
      outcome: reply.outcome,
      route: reply.route,
      confidence: Math.round(reply.confidence * 1000),
    })
    .run();
}

/** The channel of a conversation and its key there, or null. */
export function conversationOf(store: Store, id: number): { readonly channel: ChannelName; readonly key: string } | null {
  return (
    store.rows
      .select({ channel: conversations.channel, key: conversations.key })
      .from(conversations)
      .where(eq(conversations.id, id))
      .get() ?? null
  );
}
