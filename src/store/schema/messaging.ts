import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { channelNames, type IncomingMessage } from "../../domain/message.js";
import type { Reply } from "../../domain/reply.js";
import { messages } from "./conversations.js";
import { officeId, timestamp } from "./office.js";

/** Every message that a channel acknowledged, on disk before it is. */
export const inbox = sqliteTable(
  "inbox",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    channel: text("channel", { enum: channelNames }).notNull(),
    updateId: text("update_id").notNull(),
    conversation: text("conversation").notNull(),
    message: text("message", { mode: "json" }).$type<IncomingMessage>().notNull(),
    state: text("state", { enum: ["pending", "answered"] }).notNull(),
    receivedAt: timestamp("received_at").notNull(),
  },
  (table) => [
    uniqueIndex("inbox_update").on(table.officeId, table.channel, table.updateId),
    index("inbox_state").on(table.state, table.id),
  ],
);

export const outboxStates = ["pending", "sending", "sent", "failed", "unknown"] as const;

/** A reply on its way. `sending` after a restart means that nobody can tell: it becomes `unknown`. */
export const outbox = sqliteTable(
  "outbox",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    /** Null for news: what nobody asked for at that moment. */
    inboxId: integer("inbox_id").references(() => inbox.id),
    channel: text("channel", { enum: channelNames }).notNull(),
    conversation: text("conversation").notNull(),
    messageId: text("message_id")
      .notNull()
      .references(() => messages.id),
    reply: text("reply", { mode: "json" }).$type<Reply>().notNull(),
    state: text("state", { enum: outboxStates }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** ISO time +08:00 before which it is not tried again. */
    notBefore: timestamp("not_before"),
    error: text("error"),
    createdAt: timestamp("created_at").notNull(),
    sentAt: timestamp("sent_at"),
  },
  (table) => [uniqueIndex("outbox_inbox").on(table.inboxId), index("outbox_state").on(table.channel, table.state, table.id)],
);

/** What a chat model cost: a row for each conversation of the day, so that a restart does not forget. */
export const chatTokens = sqliteTable(
  "chat_tokens",
  {
    officeId: officeId(),
    /** YYYY-MM-DD in Shanghai. */
    day: text("day").notNull(),
    conversation: text("conversation").notNull(),
    tokens: integer("tokens").notNull(),
  },
  (table) => [primaryKey({ columns: [table.officeId, table.day, table.conversation] })],
);
