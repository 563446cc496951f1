import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { channelNames } from "../../domain/message.js";
import { outcomes, type Reply, replyKinds, routes } from "../../domain/reply.js";
import { officeId, timestamp } from "./office.js";

export const conversations = sqliteTable(
  "conversations",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    channel: text("channel", { enum: channelNames }).notNull(),
    /** The channel's own id of the dialog. */
    key: text("key").notNull(),
    /** What a later turn needs of the earlier ones: an open draft, the buttons offered. */
    state: text("state", { mode: "json" }).$type<unknown>(),
    createdAt: timestamp("created_at").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
  },
  (table) => [uniqueIndex("conversations_key").on(table.officeId, table.channel, table.key)],
);

export const messages = sqliteTable(
  "messages",
  {
    /** Random; residents see it as the id of a reply. */
    id: text("id").primaryKey(),
    officeId: officeId(),
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id),
    direction: text("direction", { enum: ["in", "out"] }).notNull(),
    text: text("text").notNull(),
    at: timestamp("at").notNull(),
  },
  (table) => [index("messages_conversation").on(table.conversationId, table.at)],
);

/** One message and what became of it. */
export const consultations = sqliteTable(
  "consultations",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id),
    messageIn: text("message_in")
      .notNull()
      .references(() => messages.id),
    messageOut: text("message_out")
      .notNull()
      .references(() => messages.id),
    /** The question with personal data masked: what lists and reports may show. */
    maskedText: text("masked_text").notNull(),
    place: text("place").notNull(),
    asOf: text("as_of").notNull(),
    kind: text("kind", { enum: replyKinds }).notNull(),
    outcome: text("outcome", { enum: outcomes }).notNull(),
    route: text("route", { enum: routes }).notNull(),
    confidence: integer("confidence_permille").notNull(),
    reply: text("reply", { mode: "json" }).$type<Reply>().notNull(),
    at: timestamp("at").notNull(),
  },
  (table) => [
    index("consultations_at").on(table.at),
    index("consultations_outcome").on(table.outcome),
    index("consultations_conversation").on(table.conversationId),
  ],
);

export const verdicts = ["useful", "not_useful", "wrong"] as const;

export const feedback = sqliteTable(
  "feedback",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id),
    messageId: text("message_id")
      .notNull()
      .references(() => messages.id),
    verdict: text("verdict", { enum: verdicts }).notNull(),
    note: text("note"),
    at: timestamp("at").notNull(),
  },
  (table) => [index("feedback_message").on(table.messageId)],
);

/** What staff wrote down beside a consultation; append-only (a trigger refuses update and delete). */
export const consultationNotes = sqliteTable(
  "consultation_notes",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    consultationId: integer("consultation_id")
      .notNull()
      .references(() => consultations.id),
    at: timestamp("at").notNull(),
    actor: text("actor").notNull(),
    text: text("text").notNull(),
  },
  (table) => [index("consultation_notes_consultation").on(table.consultationId)],
);
