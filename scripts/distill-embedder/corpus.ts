import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { progressBar } from "../../src/cli/progress.js";
import { importPath } from "../../src/corpus/ingest.js";
import { systemClock } from "../../src/domain/clock.js";
import { nation, type Place } from "../../src/domain/place.js";
import { loadKnowledge } from "../../src/knowledge/index.js";
import { knowledgeFolder, sampleDocumentsFolder } from "../../src/paths.js";
import { forceSpans } from "../../src/retrieval/force.js";
import { passageOf } from "../../src/retrieval/generations/segment.js";
import { chunksOfVersion, type PublishedVersion, publishedVersions } from "../../src/store/documents.js";
import { openStore } from "../../src/store/open.js";

/** A text that is to be found. */
export type Passage = {
  readonly text: string;
  readonly path: string;
  readonly article: string | null;
  /** Whether it holds in the whole nation, and not in one province alone. */
  readonly national: boolean;
};

export type Corpus = { readonly passages: readonly Passage[]; readonly versions: readonly PublishedVersion[] };

/**
 * The passages of the law collection and of the sample street that are in force on a day, for the nation or a province.
 * @param day as 20261123
 */
export async function readCorpus(laws: string, province: Place, day: number): Promise<Corpus> {
  const home = mkdtempSync(join(tmpdir(), "zhengwen-distill-"));
  const knowledge = loadKnowledge(knowledgeFolder);
  const store = openStore(home);
  try {
    const ingest = {
      store,
      gazetteer: knowledge.places,
      guideElements: knowledge.guideElements,
      officePlace: knowledge.office.place,
      clock: systemClock,
    };
    for (const folder of [sampleDocumentsFolder, laws]) {
      const bar = progressBar("reading texts  ");
      await importPath(ingest, folder, { dryRun: false, publishedBy: "distill", progress: bar.update });
      bar.stop();
    }
    const published = publishedVersions(store);
    const spans = forceSpans(published, knowledge.repealed);
    const inForce = published.filter((_, index) => (spans[index]?.from ?? 0) <= day && day < (spans[index]?.to ?? 0));
    const versions = inForce.filter(({ place }) => place === nation || place === province);
    const passages = versions.flatMap(({ versionId, title, path, place }) =>
      chunksOfVersion(store, versionId).map(
        (chunk): Passage => ({ text: passageOf(title, chunk), path, article: chunk.article, national: place === nation }),
      ),
    );
    return { passages, versions };
  } finally {
    store.close();
    rmSync(home, { recursive: true, force: true });
  }
}
