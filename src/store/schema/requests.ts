import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { requestStates, requestTypes } from "../../domain/request.js";
import { conversations } from "./conversations.js";
import { officeId, timestamp } from "./office.js";

export const requests = sqliteTable(
  "requests",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    number: text("number").notNull(),
    type: text("type", { enum: requestTypes }).notNull(),
    state: text("state", { enum: requestStates }).notNull(),
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id),
    /** sha256 of the code that the resident looks it up with. */
    codeHash: text("code_hash").notNull(),
    description: text("description").notNull(),
    location: text("location"),
    categoryLevel1: text("category_level1"),
    categoryLevel2: text("category_level2"),
    categoryLevel3: text("category_level3"),
    dueOn: text("due_on"),
    dueAt: text("due_at"),
    /** The office rule or article that sets the date, and the days counted. */
    deadline: text("deadline", { mode: "json" }).$type<unknown>(),
    createdAt: timestamp("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("requests_number").on(table.number),
    index("requests_due").on(table.state, table.dueOn),
    index("requests_conversation").on(table.conversationId),
  ],
);

/** What happened to a request, in order; append-only (a trigger refuses update and delete). */
export const requestEvents = sqliteTable(
  "request_events",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    requestId: integer("request_id")
      .notNull()
      .references(() => requests.id),
    at: timestamp("at").notNull(),
    actor: text("actor").notNull(),
    event: text("event").notNull(),
    detail: text("detail", { mode: "json" }).$type<unknown>().notNull(),
  },
  (table) => [index("request_events_request").on(table.requestId)],
);

/** The last number given, by prefix and year. */
export const receiptCounters = sqliteTable(
  "receipt_counters",
  { officeId: officeId(), prefix: text("prefix").notNull(), year: integer("year").notNull(), last: integer("last").notNull() },
  (table) => [primaryKey({ columns: [table.officeId, table.prefix, table.year] })],
);
