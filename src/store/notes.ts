import { asc, eq, sql } from "drizzle-orm";
import type { Store } from "./open.js";
import { consultationNotes, requestEvents, requests } from "./schema/index.js";

/** What a staff member wrote down; `at` is ISO time with +08:00. Notes are never changed. */
export type Note = { readonly at: string; readonly actor: string; readonly text: string };

export function addConsultationNote(store: Store, consultationId: number, note: Note): void {
  store.rows
    .insert(consultationNotes)
    .values({ consultationId, ...note })
    .run();
}

/** The notes beside a consultation, oldest first. */
export function consultationNotesOf(store: Store, consultationId: number): readonly Note[] {
  return store.rows
    .select({ at: consultationNotes.at, actor: consultationNotes.actor, text: consultationNotes.text })
    .from(consultationNotes)
    .where(eq(consultationNotes.consultationId, consultationId))
    .orderBy(asc(consultationNotes.id))
    .all();
}

/** A note on a request is one of its events: `note`, with the text, masked, in its detail. Inside the caller's transaction. */
export function addRequestNote(store: Store, requestId: number, note: Note): void {
  const { at, actor, text } = note;
  store.rows.insert(requestEvents).values({ requestId, at, actor, event: "note", detail: { text } }).run();
  store.rows
    .update(requests)
    .set({ version: sql`${requests.version} + 1` })
    .where(eq(requests.id, requestId))
    .run();
}
