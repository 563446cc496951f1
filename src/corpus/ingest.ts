import { readFile, stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { Clock } from "../domain/clock.js";
import { ZhengwenError } from "../domain/errors.js";
import type { Place } from "../domain/place.js";
import { shanghaiTime } from "../domain/plain-date.js";
import type { GuideElements } from "../knowledge/guide-elements.js";
import type { Gazetteer } from "../knowledge/places.js";
import { audit } from "../store/audit-log.js";
import {
  addVersion,
  type KnownDocument,
  knownDocuments,
  type Publisher,
  publishVersion,
  restoreDocument,
  withdrawDocument,
} from "../store/documents.js";
import type { Store } from "../store/open.js";
import { filesBelow } from "./files-below.js";
import { fingerprint, type ReadDocument, readDocument } from "./read/read-document.js";

export type ImportCounts = {
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  failed: { path: string; error: string }[];
};

export type ImportOptions = {
  readonly dryRun: boolean;
  /** Publishes under this name; null leaves drafts. */
  readonly publishedBy: string | null;
  /** Called after each file with how many of how many are done. */
  readonly progress?: (done: number, total: number) => void;
  /** Names the source folder otherwise than by its path: for the sample documents, which move with the package. */
  readonly source?: string;
};

export type Ingest = {
  readonly store: Store;
  readonly gazetteer: Gazetteer;
  readonly guideElements: GuideElements;
  readonly officePlace: Place;
  readonly clock: Clock;
};

/** Written together: short enough that a running service can write its inbox in between. */
const batchSize = 50;
const textExtensions = new Set([".md", ".markdown", ".txt"]);

/**
 * Takes a file or all files of a folder into the knowledge. Files that fail are named in the counts; the rest is imported.
 * @throws ZhengwenError `not_found` when `path` does not exist
 */
export async function importPath(ingest: Ingest, path: string, options: ImportOptions): Promise<ImportCounts> {
  const absolute = resolve(path);
  const info = await stat(absolute).catch(() => null);
  if (!info) throw new ZhengwenError("not_found", `no such file or folder: ${path}`);
  const folder = info.isDirectory() ? absolute : dirname(absolute);
  const { paths, unreadable } = info.isDirectory() ? await filesBelow(folder) : { paths: [basename(absolute)], unreadable: [] };
  const source = options.source ?? folder;
  const failed = unreadable.map(({ path, cause }) => ({ path, error: reasonOf(cause) }));
  const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0, removed: 0, failed };
  let published = 0;
  const known = knownDocuments(ingest.store, source);
  const importedAt = shanghaiTime(ingest.clock());
  const publisher: Publisher = options.publishedBy === null ? null : { name: options.publishedBy, at: importedAt };

  for (let from = 0; from < paths.length; from += batchSize) {
    const batch = paths.slice(from, from + batchSize);
    const read = await Promise.all(batch.map((each) => readOne(ingest, folder, each, known.get(each) ?? null)));
    const write = () => {
      for (const file of read) if (keep(ingest.store, source, file, publisher, importedAt, counts, options.dryRun)) published++;
    };
    if (options.dryRun) write();
    else ingest.store.transaction(write);
    options.progress?.(Math.min(from + batchSize, paths.length), paths.length);
    await new Promise(setImmediate);
  }
  if (info.isDirectory()) {
    const present = new Set(paths);
    const missing = [...known.values()].filter(({ path, withdrawn }) => !withdrawn && !present.has(path) && !isBelow(path, unreadable));
    removeMissing(ingest.store, missing, importedAt, counts, options.dryRun);
  }
  if (!options.dryRun && publisher && published + counts.removed > 0) {
    audit(ingest.store, {
      at: importedAt,
      actor: publisher.name,
      action: "import_published",
      subject: source,
      detail: { ...counts, failed: counts.failed.length, published },
    });
  }
  return counts;
}

type FileRead = { readonly path: string; readonly known: KnownDocument | null } & (
  | { readonly result: "unchanged" }
  | { readonly result: "read"; readonly document: ReadDocument }
  | { readonly result: "failed"; readonly error: string }
);

async function readOne(ingest: Ingest, folder: string, path: string, known: KnownDocument | null): Promise<FileRead> {
  try {
    if (!textExtensions.has(extname(path).toLowerCase())) {
      throw new ZhengwenError(
        "document_unreadable",
        `files of the type ${extname(path) || "without ending"} are not read: markdown (.md) and text (.txt) are`,
      );
    }
    const bytes = await readFile(join(folder, path));
    if (known && fingerprint(bytes) === known.sha256) return { path, known, result: "unchanged" };
    return { path, known, result: "read", document: readDocument(bytes, path, ingest) };
  } catch (cause) {
    return { path, known, result: "failed", error: reasonOf(cause) };
  }
}

function reasonOf(cause: unknown): string {
  if (cause instanceof ZhengwenError) return cause.message;
  return cause instanceof Error ? `cannot be read: ${cause.message}` : String(cause);
}

/** Counts a file and stores what is new of it; true when it was published. */
function keep(
  store: Store,
  source: string,
  file: FileRead,
  publisher: Publisher,
  importedAt: string,
  counts: ImportCounts,
  dryRun: boolean,
): boolean {
  const { path, known } = file;
  if (file.result === "failed") {
    counts.failed.push({ path, error: file.error });
    return false;
  }
  if (file.result === "unchanged" && known) {
    if (known.withdrawn) counts.added++;
    else counts.unchanged++;
    if (dryRun) return false;
    if (known.withdrawn) restoreDocument(store, known.documentId);
    if (!publisher || (known.reviewState !== "draft" && !known.withdrawn)) return false;
    publishVersion(store, known.versionId, publisher);
    return true;
  }
  if (file.result !== "read") return false;
  if (known && !known.withdrawn) counts.changed++;
  else counts.added++;
  if (dryRun) return false;
  if (known?.withdrawn) restoreDocument(store, known.documentId);
  addVersion(store, source, path, known, file.document, publisher, importedAt);
  return publisher !== null;
}

/** A file that failed this time is still there, and so is what lies in a folder that cannot be read. */
function isBelow(path: string, folders: readonly { readonly path: string }[]): boolean {
  return folders.some((folder) => folder.path === "." || path.startsWith(`${folder.path}/`));
}

/** Only what is gone from the folder is withdrawn. */
function removeMissing(store: Store, missing: readonly KnownDocument[], at: string, counts: ImportCounts, dryRun: boolean): void {
  counts.removed += missing.length;
  if (dryRun) return;
  store.transaction(() => {
    for (const document of missing) withdrawDocument(store, document.documentId, at);
  });
}
