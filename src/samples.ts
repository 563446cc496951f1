import { join } from "node:path";
import Database from "better-sqlite3";
import { importPath } from "./corpus/ingest.js";
import type { Clock } from "./domain/clock.js";
import type { Knowledge } from "./knowledge/index.js";
import type { Embedder } from "./models/embedder/embedder.js";
import { sampleDocumentsFolder } from "./paths.js";
import { hasIndex, reindex } from "./retrieval/index.js";
import type { Store } from "./store/open.js";

/** What is under way while a home is being made ready, for a progress bar. */
export type Preparation = { readonly what: "reading" | "indexing"; readonly done: number; readonly total: number };

export type PrepareOptions = {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  /** Opens the embedder of the next index; asked only when one is made. */
  readonly embedder: () => Promise<Embedder>;
  readonly progress: (preparation: Preparation) => void;
  /** Told of what is wrong and can be lived with. */
  readonly warn: (cause: unknown) => void;
};

/**
 * Brings the sample street's documents into the home, published, and makes an index when there is none or they have changed. Processes that start at the same time wait for one another; the lock is the operating system's, so a killed one leaves none.
 */
export async function prepareHome({ store, knowledge, clock, embedder, progress, warn }: PrepareOptions): Promise<void> {
  const lock = new Database(join(store.home, "setup.lock"), { timeout: 120_000 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    const ingest = {
      store,
      gazetteer: knowledge.places,
      guideElements: knowledge.guideElements,
      officePlace: knowledge.office.place,
      clock,
    };
    const counts = await importPath(ingest, sampleDocumentsFolder, {
      dryRun: false,
      publishedBy: "sample",
      source: "sample",
      progress: (done, total) => progress({ what: "reading", done, total }),
    });
    const isNew = !(await hasIndex(store.home));
    if (isNew || counts.added + counts.changed + counts.removed > 0)
      await makeIndex({ store, knowledge, clock, embedder, progress, warn }, isNew);
  } finally {
    lock.close();
  }
}

/**
 * Makes an index of what is published. When its model is not at hand, the index in use goes on as it is.
 * @param needed without any index, one of words alone is better than none
 */
export async function makeIndex({ store, knowledge, clock, embedder, progress, warn }: PrepareOptions, needed: boolean): Promise<void> {
  const indexing = (model: Embedder | null) =>
    reindex(store, knowledge.repealed, clock, { embedder: model, progress: (done, total) => progress({ what: "indexing", done, total }) });
  try {
    await indexing(await embedder());
  } catch (cause) {
    warn(cause);
    if (needed) await indexing(null);
  }
}
