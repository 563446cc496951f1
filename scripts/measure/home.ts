import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../src/config.js";
import { type ImportCounts, importPath } from "../../src/corpus/ingest.js";
import { systemClock } from "../../src/domain/clock.js";
import { embeddersOf } from "../../src/embedders.js";
import { reindex } from "../../src/retrieval/index.js";
import { openServices, type Services } from "../../src/services.js";

export type LawHome = {
  readonly services: Services;
  readonly home: string;
  readonly imported: ImportCounts;
  readonly importMs: number;
  readonly reindexMs: number;
};

/** A home with the sample street and the law collection, published and indexed; `MEASURE_HOME` keeps one between runs. */
export async function lawHome(laws: string, home = mkdtempSync(join(tmpdir(), "zhengwen-measure-"))): Promise<LawHome> {
  const config = readConfig({ ZHENGWEN_HOME: home });
  const first = await openServices(config);
  const embedder = await embeddersOf(config.embedder).forIndexing(home);
  const begun = performance.now();
  const imported = await importPath(
    {
      store: first.store,
      gazetteer: first.knowledge.places,
      guideElements: first.knowledge.guideElements,
      officePlace: first.officePlace,
      clock: systemClock,
    },
    laws,
    { dryRun: false, publishedBy: "measure" },
  );
  const importMs = performance.now() - begun;
  const indexing = performance.now();
  if (imported.added + imported.changed + imported.removed > 0)
    await reindex(first.store, first.knowledge.repealed, systemClock, { embedder });
  const reindexMs = performance.now() - indexing;
  first.close();
  return { services: await openServices(config), home, imported, importMs, reindexMs };
}
