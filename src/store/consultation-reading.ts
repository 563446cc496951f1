import { asc, eq } from "drizzle-orm";
import type { ChannelName } from "../domain/message.js";
import type { Outcome, Reply, Route } from "../domain/reply.js";
import type { Verdict } from "./feedback.js";
import { consultationNotesOf, type Note } from "./notes.js";
import type { Store } from "./open.js";
import { consultations, conversations, feedback } from "./schema/index.js";

/** Outcomes that left the resident without an answer: what an editor looks at first. */
export const unansweredOutcomes = [
  "unanswered_no_source",
  "unanswered_out_of_place",
  "unanswered_not_in_force",
  "failed",
] as const satisfies readonly Outcome[];

/** A consultation as a list shows it: without what the resident wrote before masking. */
export type ConsultationRow = {
  readonly id: number;
  readonly at: string;
  readonly maskedText: string;
  readonly outcome: Outcome;
  readonly route: Route;
  readonly place: string;
  readonly channel: ChannelName;
  /** The resident's last word on the reply, or null. */
  readonly verdict: Verdict | null;
};

export type Page<Row> = {
  readonly rows: readonly Row[];
  /** Where the next page starts, or null on the last one. */
  readonly next: string | null;
};

export type ConsultationFilter = {
  /** Only these outcomes; null for all. */
  readonly outcomes: readonly Outcome[] | null;
  /** Only those older than this id: the `next` of the page before. */
  readonly before: number | null;
  readonly limit: number;
};

const newestId = Number.MAX_SAFE_INTEGER;

/**
 * Consultations, newest first, by keyset on their id. Each outcome asked for is read from its index no further than one page,
 * so a rare outcome among many rows costs no more than a common one.
 */
export function listConsultations(store: Store, { outcomes, before, limit }: ConsultationFilter): Page<ConsultationRow> {
  const from = before ?? newestId;
  const ofOutcome = "SELECT id FROM (SELECT id FROM consultations WHERE outcome = ? AND id < ? ORDER BY id DESC LIMIT ?)";
  const chosen =
    outcomes === null
      ? "SELECT id FROM consultations WHERE id < ? ORDER BY id DESC LIMIT ?"
      : outcomes.map(() => ofOutcome).join(" UNION ALL ");
  const values = outcomes === null ? [from, limit + 1] : outcomes.flatMap((outcome) => [outcome, from, limit + 1]);
  const rows = store.sqlite
    .prepare(
      `SELECT n.id, n.at, n.masked_text AS maskedText, n.outcome, n.route, n.place, c.channel,
         (SELECT f.verdict FROM feedback f WHERE f.message_id = n.message_out ORDER BY f.id DESC LIMIT 1) AS verdict
       FROM consultations n JOIN conversations c ON c.id = n.conversation_id
       WHERE n.id IN (${chosen}) ORDER BY n.id DESC LIMIT ?`,
    )
    .all(...values, limit + 1) as ConsultationRow[];
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? String(page.at(-1)?.id) : null };
}

/** One message and its reply in a conversation, as they were written. */
export type DialogTurn = {
  readonly id: number;
  readonly at: string;
  readonly asked: string;
  readonly replied: string;
  readonly outcome: Outcome;
};

const turnsBefore = 10;
const turnsAfter = 10;

/** The turns of a conversation around one of them, oldest first: up to ten before and ten after. */
export function turnsAround(store: Store, conversationId: number, consultationId: number, before = turnsBefore): readonly DialogTurn[] {
  const side = (sign: "<=" | ">", order: "ASC" | "DESC") =>
    `SELECT * FROM (SELECT id, at, message_in, message_out, outcome FROM consultations WHERE conversation_id = ? AND id ${sign} ? ORDER BY id ${order} LIMIT ?)`;
  return store.sqlite
    .prepare(
      `SELECT t.id, t.at, t.outcome, i.text AS asked, o.text AS replied
       FROM (${side("<=", "DESC")} UNION ALL ${side(">", "ASC")}) t
       JOIN messages i ON i.id = t.message_in JOIN messages o ON o.id = t.message_out ORDER BY t.id`,
    )
    .all(conversationId, consultationId, before + 1, conversationId, consultationId, turnsAfter) as DialogTurn[];
}

/** The last twenty turns of a conversation, oldest first. */
export function latestTurns(store: Store, conversationId: number): readonly DialogTurn[] {
  return turnsAround(store, conversationId, newestId, turnsBefore + turnsAfter - 1);
}

export type GivenVerdict = { readonly verdict: Verdict; readonly note: string | null; readonly at: string };

/** Everything that is known of one consultation. */
export type ConsultationDetail = {
  readonly id: number;
  readonly conversationId: number;
  readonly at: string;
  readonly asOf: string;
  readonly place: string;
  readonly channel: ChannelName;
  readonly maskedText: string;
  readonly reply: Reply;
  readonly turns: readonly DialogTurn[];
  readonly feedback: readonly GivenVerdict[];
  readonly notes: readonly Note[];
};

/** Null when there is no such consultation. */
export function readConsultation(store: Store, id: number): ConsultationDetail | null {
  const row = store.rows
    .select({
      id: consultations.id,
      conversationId: consultations.conversationId,
      messageOut: consultations.messageOut,
      at: consultations.at,
      asOf: consultations.asOf,
      place: consultations.place,
      channel: conversations.channel,
      maskedText: consultations.maskedText,
      reply: consultations.reply,
    })
    .from(consultations)
    .innerJoin(conversations, eq(conversations.id, consultations.conversationId))
    .where(eq(consultations.id, id))
    .get();
  if (!row) return null;
  const { messageOut, ...known } = row;
  const given = store.rows
    .select({ verdict: feedback.verdict, note: feedback.note, at: feedback.at })
    .from(feedback)
    .where(eq(feedback.messageId, messageOut))
    .orderBy(asc(feedback.id))
    .all();
  return { ...known, turns: turnsAround(store, row.conversationId, id), feedback: given, notes: consultationNotesOf(store, id) };
}
