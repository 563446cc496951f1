import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Store } from "./open.js";
import { chunks, documents, documentVersions } from "./schema/index.js";

/** A published version as its page shows it. */
export type DocumentPage = typeof documentVersions.$inferSelect & {
  readonly path: string;
  /** The id of a newer published version of the same document, or null. */
  readonly newerVersionId: number | null;
  /** The articles that answers cite, in order, each once. */
  readonly articles: readonly string[];
};

/** Null for an unknown version, one that is no longer or not yet published, and one whose document was withdrawn. */
export function documentPage(store: Store, versionId: number): DocumentPage | null {
  const found = store.rows
    .select({ version: documentVersions, path: documents.path })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(and(eq(documentVersions.id, versionId), eq(documentVersions.reviewState, "published"), isNull(documents.withdrawnAt)))
    .get();
  if (!found) return null;
  const newer = store.rows
    .select({ id: documentVersions.id })
    .from(documentVersions)
    .where(
      and(
        eq(documentVersions.documentId, found.version.documentId),
        eq(documentVersions.reviewState, "published"),
        gt(documentVersions.id, versionId),
      ),
    )
    .orderBy(desc(documentVersions.id))
    .get();
  const rows = store.rows
    .select({ article: chunks.article })
    .from(chunks)
    .where(eq(chunks.versionId, versionId))
    .orderBy(chunks.position)
    .all();
  const articles = [...new Set(rows.flatMap((row) => (row.article === null ? [] : [row.article])))];
  return { ...found.version, path: found.path, newerVersionId: newer?.id ?? null, articles };
}

/** The newest published version of the document with this path, or null; of two source folders' documents the later import. */
export function newestVersionOfPath(store: Store, path: string): number | null {
  const found = store.rows
    .select({ id: documentVersions.id })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(and(eq(documents.path, path), eq(documentVersions.reviewState, "published"), isNull(documents.withdrawnAt)))
    .orderBy(desc(documentVersions.id))
    .get();
  return found?.id ?? null;
}

/** The titles of all published documents, each once. */
export function publishedTitles(store: Store): readonly string[] {
  return store.rows
    .selectDistinct({ title: documentVersions.title })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(and(eq(documentVersions.reviewState, "published"), isNull(documents.withdrawnAt)))
    .all()
    .map(({ title }) => title);
}
