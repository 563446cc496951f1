import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { documentKinds, reviewStates } from "../../domain/document.js";
import { officeId, timestamp } from "./office.js";

/** A document's identity: the folder it was imported from and its path below it. */
export const documents = sqliteTable(
  "documents",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    source: text("source").notNull(),
    path: text("path").notNull(),
    /** Set when the file is no longer in its folder: not found any more, not deleted. */
    withdrawnAt: timestamp("withdrawn_at"),
  },
  (table) => [uniqueIndex("documents_identity").on(table.officeId, table.source, table.path)],
);

/** The document's text as it was read at one import. The newest published one is found. */
export const documentVersions = sqliteTable(
  "document_versions",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    documentId: integer("document_id")
      .notNull()
      .references(() => documents.id),
    /** Of the file's bytes: an unchanged file is known without parsing it. */
    sha256: text("sha256").notNull(),
    title: text("title").notNull(),
    kind: text("kind", { enum: documentKinds }).notNull(),
    place: text("place").notNull(),
    issuer: text("issuer"),
    documentNumber: text("document_number"),
    publishedOn: text("published_on"),
    effectiveFrom: text("effective_from"),
    effectiveTo: text("effective_to"),
    supersedes: text("supersedes", { mode: "json" }).$type<readonly string[]>().notNull(),
    categories: text("categories", { mode: "json" }).$type<readonly string[]>().notNull(),
    sourceUnit: text("source_unit"),
    checkedOn: text("checked_on"),
    url: text("url"),
    /** Titles that the text itself abolishes, with the day. */
    repeals: text("repeals", { mode: "json" }).$type<readonly { title: string; on: string | null }[]>().notNull(),
    text: text("text").notNull(),
    /** By which near-duplicates are known; null for what was imported before there were signatures, until the next index is made. */
    signature: text("signature"),
    /** Names of the metadata fields that were inferred, and what was repaired in the text. */
    inferred: text("inferred", { mode: "json" }).$type<readonly string[]>().notNull(),
    repaired: text("repaired", { mode: "json" }).$type<readonly string[]>().notNull(),
    reviewState: text("review_state", { enum: reviewStates }).notNull(),
    reviewedBy: text("reviewed_by"),
    reviewedAt: timestamp("reviewed_at"),
    importedAt: timestamp("imported_at").notNull(),
  },
  (table) => [index("document_versions_document").on(table.documentId), index("document_versions_state").on(table.reviewState)],
);

export const chunks = sqliteTable(
  "chunks",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    versionId: integer("version_id")
      .notNull()
      .references(() => documentVersions.id),
    position: integer("position").notNull(),
    article: text("article"),
    chapter: text("chapter"),
    heading: text("heading"),
    /** UTF-16 offset in the version's text. */
    start: integer("start").notNull(),
    text: text("text").notNull(),
  },
  (table) => [index("chunks_version").on(table.versionId, table.position)],
);
