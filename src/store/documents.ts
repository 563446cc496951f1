import type { Statement } from "better-sqlite3";
import { and, eq, isNull } from "drizzle-orm";
import type { Chunk, DocumentMetadata, ReviewState } from "../domain/document.js";
import type { Store } from "./open.js";
import { documents, documentVersions } from "./schema/index.js";

/** A document as an import finds it in the store. */
export type KnownDocument = {
  readonly documentId: number;
  readonly path: string;
  readonly withdrawn: boolean;
  /** Of the newest version. */
  readonly versionId: number;
  readonly sha256: string;
  readonly reviewState: ReviewState;
};

export type NewVersion = {
  readonly metadata: DocumentMetadata;
  readonly sha256: string;
  readonly text: string;
  /** By which near-duplicates are known. */
  readonly signature: string;
  readonly chunks: readonly Chunk[];
  readonly repeals: readonly { readonly title: string; readonly on: string | null }[];
  readonly inferred: readonly string[];
  readonly repaired: readonly string[];
};

/** Who publishes, or null: then it stays a draft. */
export type Publisher = { readonly name: string; readonly at: string } | null;

/** The documents of a source folder with their newest versions, by path; one query for thousands. */
export function knownDocuments(store: Store, source: string): Map<string, KnownDocument> {
  const rows = store.sqlite
    .prepare(
      `SELECT d.id AS documentId, d.path, d.withdrawn_at IS NOT NULL AS withdrawn, v.id AS versionId, v.sha256, v.review_state AS reviewState
       FROM documents d JOIN document_versions v ON v.id = (SELECT max(id) FROM document_versions WHERE document_id = d.id)
       WHERE d.source = ?`,
    )
    .all(source) as (Omit<KnownDocument, "withdrawn"> & { withdrawn: number })[];
  return new Map(rows.map((row) => [row.path, { ...row, withdrawn: row.withdrawn === 1 }]));
}

/** Adds a version, and the document itself when `known` is null. Inside the caller's transaction. */
export function addVersion(
  store: Store,
  source: string,
  path: string,
  known: KnownDocument | null,
  version: NewVersion,
  publisher: Publisher,
  importedAt: string,
): void {
  const documentId = known?.documentId ?? store.rows.insert(documents).values({ source, path }).returning({ id: documents.id }).get().id;
  const { metadata, chunks, ...rest } = version;
  const inserted = store.rows
    .insert(documentVersions)
    .values({
      documentId,
      ...metadata,
      ...rest,
      reviewState: publisher ? "published" : "draft",
      reviewedBy: publisher?.name ?? null,
      reviewedAt: publisher?.at ?? null,
      importedAt,
    })
    .returning({ id: documentVersions.id })
    .get();
  const insertChunk = store.sqlite.prepare(
    "INSERT INTO chunks (version_id, position, article, chapter, heading, start, text) VALUES (?, ?, ?, ?, ?, ?, ?)",
  );
  for (const [position, chunk] of chunks.entries()) {
    insertChunk.run(inserted.id, position, chunk.article, chunk.chapter, chunk.heading, chunk.start, chunk.text);
  }
}

/** Publishes a draft that is already stored. */
export function publishVersion(store: Store, versionId: number, publisher: NonNullable<Publisher>): void {
  store.rows
    .update(documentVersions)
    .set({ reviewState: "published", reviewedBy: publisher.name, reviewedAt: publisher.at })
    .where(eq(documentVersions.id, versionId))
    .run();
}

/** The document's file is back. Its versions are drafts again: what was taken away is public only once somebody publishes it anew. */
export function restoreDocument(store: Store, documentId: number): void {
  store.rows.update(documents).set({ withdrawnAt: null }).where(eq(documents.id, documentId)).run();
  store.rows.update(documentVersions).set({ reviewState: "draft" }).where(eq(documentVersions.documentId, documentId)).run();
}

/** Takes a document out of what is found; nothing is deleted. */
export function withdrawDocument(store: Store, documentId: number, at: string): void {
  store.rows
    .update(documents)
    .set({ withdrawnAt: at })
    .where(and(eq(documents.id, documentId), isNull(documents.withdrawnAt)))
    .run();
}

/** A published version as the index needs it, without its text. */
export type PublishedVersion = {
  readonly versionId: number;
  readonly documentId: number;
  readonly path: string;
  readonly title: string;
  readonly kind: string;
  readonly place: string;
  readonly documentNumber: string | null;
  readonly publishedOn: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly url: string | null;
  readonly checkedOn: string | null;
  readonly supersedes: readonly string[];
  readonly repeals: readonly { readonly title: string; readonly on: string | null }[];
};

/** The newest published version of every document that is not withdrawn. */
export function publishedVersions(store: Store): readonly PublishedVersion[] {
  const rows = store.sqlite
    .prepare(
      `SELECT v.id AS versionId, d.id AS documentId, d.path, v.title, v.kind, v.place, v.document_number AS documentNumber, v.published_on AS publishedOn, v.effective_from AS effectiveFrom,
              v.effective_to AS effectiveTo, v.url, v.checked_on AS checkedOn, v.supersedes, v.repeals
       FROM documents d JOIN document_versions v ON v.id =
         (SELECT max(id) FROM document_versions WHERE document_id = d.id AND review_state = 'published')
       WHERE d.withdrawn_at IS NULL ORDER BY v.id`,
    )
    .all() as (Omit<PublishedVersion, "supersedes" | "repeals"> & { supersedes: string; repeals: string })[];
  return rows.map((row) => ({ ...row, supersedes: JSON.parse(row.supersedes), repeals: JSON.parse(row.repeals) }));
}

/** The signatures of what `publishedVersions` gives, null where there is none yet. */
export function publishedSignatures(
  store: Store,
): readonly { readonly versionId: number; readonly title: string; readonly signature: string | null }[] {
  return store.sqlite
    .prepare(
      `SELECT v.id AS versionId, v.title, v.signature
       FROM documents d JOIN document_versions v ON v.id =
         (SELECT max(id) FROM document_versions WHERE document_id = d.id AND review_state = 'published')
       WHERE d.withdrawn_at IS NULL`,
    )
    .all() as { versionId: number; title: string; signature: string | null }[];
}

/** Adds the signature of a version that was stored without one. */
export function keepSignature(store: Store, versionId: number, signature: string): void {
  store.rows.update(documentVersions).set({ signature }).where(eq(documentVersions.id, versionId)).run();
}

/** A chunk as stored. */
export type StoredChunk = {
  readonly id: number;
  readonly versionId: number;
  readonly position: number;
  readonly article: string | null;
  readonly chapter: string | null;
  readonly heading: string | null;
  readonly text: string;
};

const chunkColumns = "id, version_id AS versionId, position, article, chapter, heading, text";

/** The chunks of a version in their order. */
export function chunksOfVersion(store: Store, versionId: number): readonly StoredChunk[] {
  return prepared(store, `SELECT ${chunkColumns} FROM chunks WHERE version_id = ? ORDER BY position`).all(versionId) as StoredChunk[];
}

/** The chunks of one article of a version, in their order. */
export function chunksOfArticle(store: Store, versionId: number, article: string): readonly StoredChunk[] {
  return prepared(store, `SELECT ${chunkColumns} FROM chunks WHERE version_id = ? AND article = ? ORDER BY position`).all(
    versionId,
    article,
  ) as StoredChunk[];
}

/** The whole text of a version, or null when there is no such. */
export function textOfVersion(store: Store, versionId: number): string | null {
  const row = prepared(store, "SELECT text FROM document_versions WHERE id = ?").get(versionId) as { text: string } | undefined;
  return row?.text ?? null;
}

/** One chunk by its id. */
export function chunkById(store: Store, id: number): StoredChunk | null {
  return (prepared(store, `SELECT ${chunkColumns} FROM chunks WHERE id = ?`).get(id) as StoredChunk | undefined) ?? null;
}

const statements = new WeakMap<Store, Map<string, Statement<unknown[]>>>();

/** Compiled once for each open store: these run for every hit of every question. */
function prepared(store: Store, sql: string): Statement<unknown[]> {
  const ofStore = statements.get(store) ?? new Map<string, Statement<unknown[]>>();
  statements.set(store, ofStore);
  const statement = ofStore.get(sql) ?? store.sqlite.prepare<unknown[]>(sql);
  ofStore.set(sql, statement);
  return statement;
}
