import { and, eq } from "drizzle-orm";
import type { CountedAnswer, CuratedAnswer, CuratedCitation, CuratedStanding, CuratedState } from "../domain/curated-answer.js";
import type { Store } from "./open.js";
import { curatedAnswers, curatedHits, curatedPhrasings } from "./schema/index.js";

export type NewCuratedAnswer = Pick<CuratedAnswer, "question" | "phrasings" | "place" | "answer" | "citations" | "author" | "createdAt">;

/** Adds a draft with its phrasings; its id. Inside the caller's transaction. */
export function addCuratedAnswer(store: Store, { phrasings, ...given }: NewCuratedAnswer): number {
  const { id } = store.rows
    .insert(curatedAnswers)
    .values({ ...given, state: "draft", standing: { state: "draft" } })
    .returning({ id: curatedAnswers.id })
    .get();
  for (const text of phrasings) store.rows.insert(curatedPhrasings).values({ answerId: id, text }).run();
  return id;
}

export type CuratedPage = { readonly state: CuratedState | null; readonly after: number; readonly limit: number };

/** Curated answers, those that went stale first, then drafts, published and withdrawn ones; in each the most said first. */
export function listCuratedAnswers(store: Store, { state, after, limit }: CuratedPage): readonly CountedAnswer[] {
  const rows = store.sqlite
    .prepare(
      `SELECT ${columns}, ${counts} FROM curated_answers a WHERE ? IS NULL OR a.state = ?
       ORDER BY CASE a.state WHEN 'stale' THEN 0 WHEN 'draft' THEN 1 WHEN 'published' THEN 2 ELSE 3 END, hits DESC, a.id LIMIT ? OFFSET ?`,
    )
    .all(state, state, limit, after) as CountedRow[];
  return rows.map((row) => ({ ...answerOf(row), hits: row.hits, lastHitAt: row.lastHitAt }));
}

/** The answers that may be said, oldest first. */
export function publishedCuratedAnswers(store: Store): readonly CuratedAnswer[] {
  const rows = store.sqlite.prepare(`SELECT ${columns} FROM curated_answers a WHERE a.state = 'published' ORDER BY a.id`).all() as Row[];
  return rows.map(answerOf);
}

/** One curated answer, or null. */
export function findCuratedAnswer(store: Store, id: number): CountedAnswer | null {
  const row = store.sqlite.prepare(`SELECT ${columns}, ${counts} FROM curated_answers a WHERE a.id = ?`).get(id) as CountedRow | undefined;
  return row ? { ...answerOf(row), hits: row.hits, lastHitAt: row.lastHitAt } : null;
}

/** How many there are in each state. */
export function countCuratedAnswers(store: Store): Readonly<Record<CuratedState, number>> {
  const rows = store.sqlite.prepare("SELECT state, count(*) AS n FROM curated_answers GROUP BY state").all() as {
    state: CuratedState;
    n: number;
  }[];
  return { stale: 0, draft: 0, published: 0, withdrawn: 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) };
}

/** Another number whenever any curated answer was added or changed, by whatever process. */
export function curatedRevision(store: Store): number {
  return store.sqlite.prepare("SELECT total(version) FROM curated_answers").pluck().get() as number;
}

/** Its citations change when it is approved again over the same words of a newer text. */
export type CuratedChange = { readonly standing: CuratedStanding; readonly citations?: readonly CuratedCitation[] };

/** Changes an answer that is still as it was read; false when it is not. Inside the caller's transaction. */
export function changeCuratedAnswer(store: Store, { id, version }: Pick<CuratedAnswer, "id" | "version">, change: CuratedChange): boolean {
  const changed = store.rows
    .update(curatedAnswers)
    .set({ ...change, state: change.standing.state, version: version + 1 })
    .where(and(eq(curatedAnswers.id, id), eq(curatedAnswers.version, version)))
    .run();
  return changed.changes === 1;
}

/** Counts that an answer was said. Inside the transaction that stores the reply. */
export function countCuratedHit(store: Store, answerId: number, at: string): void {
  store.rows.insert(curatedHits).values({ answerId, at }).run();
}

type Row = Omit<CuratedAnswer, "phrasings" | "citations" | "standing"> & { phrasings: string; citations: string; standing: string };
type CountedRow = Row & Pick<CountedAnswer, "hits" | "lastHitAt">;

const columns = `a.id, a.version, a.question, a.place, a.answer, a.citations, a.author, a.created_at AS createdAt, a.standing,
  (SELECT json_group_array(text) FROM (SELECT text FROM curated_phrasings WHERE answer_id = a.id ORDER BY id)) AS phrasings`;
const counts = `(SELECT count(*) FROM curated_hits WHERE answer_id = a.id) AS hits,
  (SELECT max(at) FROM curated_hits WHERE answer_id = a.id) AS lastHitAt`;

function answerOf(row: Row): CuratedAnswer {
  const { id, version, question, place, answer, author, createdAt } = row;
  return {
    id,
    version,
    question,
    phrasings: JSON.parse(row.phrasings) as readonly string[],
    place,
    answer,
    citations: JSON.parse(row.citations) as readonly CuratedCitation[],
    author,
    createdAt,
    standing: JSON.parse(row.standing) as CuratedStanding,
  };
}
