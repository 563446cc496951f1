import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { applicantKinds, disclosureOutcomes, refusalGrounds } from "../../domain/disclosure-outcome.js";
import { filingChannels, requestStates, requestTypes } from "../../domain/request.js";
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
    /** The lifecycle's own name for where it stands; `state` is what the resident is told of it. */
    phase: text("phase").notNull().default("submitted"),
    /** How many events it has: whoever acts on an older one is told. */
    version: integer("version").notNull().default(1),
    channel: text("channel", { enum: filingChannels }).notNull().default("internet"),
    /** The day of receipt by which the law counts; null until both sides have confirmed. */
    receivedOn: text("received_on"),
    applicantKind: text("applicant_kind", { enum: applicantKinds }),
    /** Keyed hash of the applicant's identity: finds the same person's requests without opening any; erased with the identity. */
    applicantKey: text("applicant_key"),
    outcome: text("outcome", { enum: disclosureOutcomes }),
    ground: text("ground", { enum: refusalGrounds }),
    /** The day on which the answer was given, or it ended otherwise. */
    endedOn: text("ended_on"),
    /** The unit that it is assigned to. */
    assignedTo: text("assigned_to"),
  },
  (table) => [
    uniqueIndex("requests_number").on(table.number),
    index("requests_due").on(table.state, table.dueOn),
    index("requests_conversation").on(table.conversationId),
    index("requests_applicant").on(table.applicantKey),
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

/** Who hears of a request that somebody else filed: the same hole in the same road. */
export const requestFollowers = sqliteTable(
  "request_followers",
  {
    requestId: integer("request_id")
      .notNull()
      .references(() => requests.id),
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id),
    officeId: officeId(),
    at: timestamp("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.conversationId] })],
);

/** The letters that went out; what they say is sealed, since they name the applicant. */
export const letters = sqliteTable(
  "letters",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    requestId: integer("request_id")
      .notNull()
      .references(() => requests.id),
    kind: text("kind").notNull(),
    /** 文号. */
    number: text("number").notNull(),
    issuedOn: text("issued_on").notNull(),
    at: timestamp("at").notNull(),
  },
  (table) => [index("letters_request").on(table.requestId), uniqueIndex("letters_number").on(table.officeId, table.number)],
);

/** Wrong codes for a receipt number, whether it exists or not. */
export const lookupFailures = sqliteTable("lookup_failures", {
  number: text("number").primaryKey(),
  officeId: officeId(),
  failures: integer("failures").notNull(),
  /** ISO time +08:00 until which no code is tried; null while there are tries left. */
  lockedUntil: timestamp("locked_until"),
});

export const reviewKinds = ["review", "suit", "suit_after_review"] as const;
export const reviewResults = ["upheld", "corrected", "other"] as const;

/** 行政复议 and 行政诉讼 about disclosure requests, entered by staff for the yearly table. */
export const reviewCases = sqliteTable("review_cases", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  officeId: officeId(),
  /** The receipt number it is about, when it is one of ours. */
  request: text("request"),
  kind: text("kind", { enum: reviewKinds }).notNull(),
  filedOn: text("filed_on").notNull(),
  /** Null while it is pending. */
  result: text("result", { enum: reviewResults }),
  endedOn: text("ended_on"),
  at: timestamp("at").notNull(),
  actor: text("actor").notNull(),
});

/** 上年结转 of a year whose requests are not all here: set by staff, by kind of applicant. */
export const openingBalances = sqliteTable(
  "opening_balances",
  {
    officeId: officeId(),
    year: integer("year").notNull(),
    applicantKind: text("applicant_kind", { enum: applicantKinds }).notNull(),
    requests: integer("requests").notNull(),
  },
  (table) => [primaryKey({ columns: [table.officeId, table.year, table.applicantKind] })],
);
