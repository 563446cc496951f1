import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { conversations } from "./conversations.js";
import { officeId, timestamp } from "./office.js";

export const sealedKinds = ["message", "description", "applicant", "letter", "contact"] as const;

/**
 * Personal data, encrypted with a key that is not in the database, apart from the rows that everybody works with. What is erased leaves its
 * row as a tombstone: when, and why.
 */
export const sealed = sqliteTable(
  "sealed",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    kind: text("kind", { enum: sealedKinds }).notNull(),
    /** The id of the row that it belongs to: a message, a request, a letter. */
    subject: text("subject").notNull(),
    conversationId: integer("conversation_id").references(() => conversations.id),
    /** Null once erased. */
    cipher: text("cipher"),
    sealedAt: timestamp("sealed_at").notNull(),
    erasedAt: timestamp("erased_at"),
    erasedBecause: text("erased_because"),
  },
  (table) => [uniqueIndex("sealed_subject").on(table.kind, table.subject), index("sealed_conversation").on(table.conversationId)],
);

/** Who wants to hear when something is published that answers what could not be answered. */
export const publicationWatches = sqliteTable(
  "publication_watches",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id),
    /** The question, masked. */
    question: text("question").notNull(),
    place: text("place").notNull(),
    at: timestamp("at").notNull(),
    toldAt: timestamp("told_at"),
  },
  (table) => [index("publication_watches_open").on(table.toldAt)],
);
