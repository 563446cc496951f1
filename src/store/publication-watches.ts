import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Store } from "./open.js";
import { documentVersions, publicationWatches } from "./schema/index.js";

/** A question that nothing answered, of somebody who wants to hear when something does. */
export type PublicationWatch = Omit<typeof publicationWatches.$inferSelect, "officeId">;

/** Keeps a wish to hear; the same question of the same conversation once. Inside the caller's transaction. */
export function addWatch(store: Store, watch: Omit<PublicationWatch, "id" | "toldAt">): void {
  const same = and(eq(publicationWatches.conversationId, watch.conversationId), eq(publicationWatches.question, watch.question));
  const known = store.rows
    .select({ id: publicationWatches.id })
    .from(publicationWatches)
    .where(and(same, isNull(publicationWatches.toldAt)))
    .get();
  if (!known) store.rows.insert(publicationWatches).values(watch).run();
}

/** Ends the wishes of a conversation; returns how many there were. */
export function endWatches(store: Store, conversationId: number, at: string): number {
  return store.rows
    .update(publicationWatches)
    .set({ toldAt: at })
    .where(and(eq(publicationWatches.conversationId, conversationId), isNull(publicationWatches.toldAt)))
    .run().changes;
}

/** Those who were not told yet, oldest first. */
export function openWatches(store: Store): readonly PublicationWatch[] {
  return store.rows.select().from(publicationWatches).where(isNull(publicationWatches.toldAt)).orderBy(asc(publicationWatches.id)).all();
}

/** Marks a watch as told; false when it was already. */
export function markTold(store: Store, id: number, at: string): boolean {
  return (
    store.rows
      .update(publicationWatches)
      .set({ toldAt: at })
      .where(and(eq(publicationWatches.id, id), isNull(publicationWatches.toldAt)))
      .run().changes > 0
  );
}

/** True when a document of this title was published after `at`. */
export function isPublishedSince(store: Store, title: string, at: string): boolean {
  const found = store.rows
    .select({ id: documentVersions.id })
    .from(documentVersions)
    .where(
      and(
        eq(documentVersions.title, title),
        eq(documentVersions.reviewState, "published"),
        sql`coalesce(${documentVersions.reviewedAt}, ${documentVersions.importedAt}) > ${at}`,
      ),
    )
    .limit(1)
    .get();
  return found !== undefined;
}
