import { join } from "node:path";
import { systemClock } from "../../src/domain/clock.js";
import type { RepealedText } from "../../src/knowledge/repealed.js";
import type { Embedder } from "../../src/models/embedder/embedder.js";
import { openStaticEmbedder } from "../../src/models/embedder/static/open.js";
import { type Retrieval, reindex } from "../../src/retrieval/index.js";
import type { RetrievalSettings } from "../../src/retrieval/retrieval.js";
import { openRetrieval } from "../../src/retrieval/retrieval.js";
import type { Store } from "../../src/store/open.js";

export type FoldRetrieval = { readonly sees: (fold: number) => boolean; readonly retrieval: Retrieval };

/**
 * Retrievals whose embedder has not seen the questions that are asked of them: one for each fold where the embedder was fitted to questions
 * (`npm run distill-embedder -- --folds FOLDER`), a single one for an embedder that never was.
 * @param make `folds`: the folder of the folds' word vectors; `embedder`: null for words alone
 */
export async function* foldRetrievals(
  store: Store,
  repealed: readonly RepealedText[],
  settings: Omit<RetrievalSettings, "embedderFor">,
  make: { readonly folds: string } | { readonly embedder: Embedder | null },
): AsyncGenerator<FoldRetrieval> {
  const open = async (embedder: Embedder | null) => {
    await reindex(store, repealed, systemClock, { embedder });
    return openRetrieval(store, { ...settings, embedderFor: async () => embedder as Embedder });
  };
  if ("embedder" in make) {
    yield { sees: () => true, retrieval: await open(make.embedder) };
    return;
  }
  for (let fold = 0; fold < 5; fold++)
    yield { sees: (asked) => asked === fold, retrieval: await open(await openStaticEmbedder(join(make.folds, String(fold)))) };
}
