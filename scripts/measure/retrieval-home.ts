import { loadGuideElements } from "../../src/knowledge/guide-elements.js";
import { loadRankings } from "../../src/knowledge/ranking.js";
import { loadVocabulary } from "../../src/knowledge/vocabulary.js";
import type { Embedder } from "../../src/models/embedder/embedder.js";
import { knowledgeFolder } from "../../src/paths.js";
import { openRetrieval } from "../../src/retrieval/index.js";
import { openStore } from "../../src/store/open.js";

/** The retrieval of a home without anything that answers. */
export async function retrievalOf(home: string, embedder: Embedder | null) {
  const knowledge = {
    vocabulary: loadVocabulary(knowledgeFolder),
    guideElements: loadGuideElements(knowledgeFolder),
    rankings: loadRankings(knowledgeFolder),
  };
  const store = openStore(home);
  const retrieval = await openRetrieval(store, {
    vocabulary: knowledge.vocabulary,
    guideElements: knowledge.guideElements,
    rankings: knowledge.rankings,
    embedderFor: async () => {
      if (!embedder) throw new Error("no embedder");
      return embedder;
    },
  });
  return { knowledge, store, retrieval, close: () => store.close() };
}
