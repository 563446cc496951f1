import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { type CuratedCitation, type CuratedStanding, curatedStates } from "../../domain/curated-answer.js";
import { officeId, timestamp } from "./office.js";

/** Questions that staff reviewed, with their answers; who did what to one is in the audit log. Nothing is deleted (a trigger refuses). */
export const curatedAnswers = sqliteTable(
  "curated_answers",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    version: integer("version").notNull().default(1),
    question: text("question").notNull(),
    place: text("place").notNull(),
    answer: text("answer").notNull(),
    citations: text("citations", { mode: "json" }).$type<readonly CuratedCitation[]>().notNull(),
    author: text("author").notNull(),
    createdAt: timestamp("created_at").notNull(),
    /** As in `standing`, for finding. */
    state: text("state", { enum: curatedStates }).notNull(),
    standing: text("standing", { mode: "json" }).$type<CuratedStanding>().notNull(),
  },
  (table) => [index("curated_answers_state").on(table.state), index("curated_answers_version").on(table.version)],
);

/** Other wordings of a curated question. */
export const curatedPhrasings = sqliteTable(
  "curated_phrasings",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    answerId: integer("answer_id")
      .notNull()
      .references(() => curatedAnswers.id),
    text: text("text").notNull(),
  },
  (table) => [index("curated_phrasings_answer").on(table.answerId)],
);

/** Each time that a curated answer was said. */
export const curatedHits = sqliteTable(
  "curated_hits",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    answerId: integer("answer_id")
      .notNull()
      .references(() => curatedAnswers.id),
    at: timestamp("at").notNull(),
  },
  (table) => [index("curated_hits_answer").on(table.answerId, table.at)],
);
