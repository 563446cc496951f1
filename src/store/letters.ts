import { asc, eq, like, sql } from "drizzle-orm";
import type { Store } from "./open.js";
import { letters } from "./schema/index.js";

/** A letter that went out; what it says is sealed under its id. */
export type StoredLetter = Omit<typeof letters.$inferSelect, "officeId">;

/** Adds a letter and returns its id. Inside the caller's transaction. */
export function addLetter(store: Store, letter: Omit<StoredLetter, "id">): number {
  return store.rows.insert(letters).values(letter).returning({ id: letters.id }).get().id;
}

/** How many letters went out in a year: the next has the number behind it. */
export function lettersInYear(store: Store, year: string): number {
  const row = store.rows
    .select({ count: sql<number>`count(*)` })
    .from(letters)
    .where(like(letters.issuedOn, `${year}-%`))
    .get();
  return row?.count ?? 0;
}

/** The letters of a request, oldest first. */
export function lettersOf(store: Store, requestId: number): readonly StoredLetter[] {
  return store.rows.select().from(letters).where(eq(letters.requestId, requestId)).orderBy(asc(letters.id)).all();
}

/** The request that a letter belongs to, or null. */
export function requestOfLetter(store: Store, id: number): number | null {
  return store.rows.select({ requestId: letters.requestId }).from(letters).where(eq(letters.id, id)).get()?.requestId ?? null;
}
