import { join } from "node:path";
import Database from "better-sqlite3";
import { importPath } from "./corpus/ingest.js";
import type { Clock } from "./domain/clock.js";
import type { Knowledge } from "./knowledge/index.js";
import { sampleDocumentsFolder } from "./paths.js";
import { currentGeneration } from "./retrieval/generations/pointer.js";
import { indexFolderOf, reindex } from "./retrieval/index.js";
import type { Store } from "./store/open.js";

/** What is under way while a home is being made ready, for a progress bar. */
export type Preparation = { readonly what: "reading" | "indexing"; readonly done: number; readonly total: number };

/**
 * Brings the sample street's documents into the home, published, and makes an index when there is none or they have changed. Processes that
 * start at the same time wait for one another; the lock is the operating system's, so a killed one leaves none.
 */
export async function prepareHome(
  store: Store,
  knowledge: Knowledge,
  clock: Clock,
  progress: (preparation: Preparation) => void,
): Promise<void> {
  const lock = new Database(join(store.home, "setup.lock"), { timeout: 120_000 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    const ingest = { store, gazetteer: knowledge.places, officePlace: knowledge.office.place, clock };
    const counts = await importPath(ingest, sampleDocumentsFolder, {
      dryRun: false,
      publishedBy: "sample",
      source: "sample",
      progress: (done, total) => progress({ what: "reading", done, total }),
    });
    const isNew = (await currentGeneration(indexFolderOf(store.home))) === null;
    if (isNew || counts.added + counts.changed + counts.removed > 0) {
      await reindex(store, knowledge.repealed, clock, { progress: (done, total) => progress({ what: "indexing", done, total }) });
    }
  } finally {
    lock.close();
  }
}
