import { readConfig } from "../../src/config.js";
import { systemClock } from "../../src/domain/clock.js";
import { dayInShanghai, type PlainDate } from "../../src/domain/plain-date.js";
import { openRetrieval, reindex } from "../../src/retrieval/index.js";
import { openArchive } from "../../src/services.js";
import type { Peer } from "./peer.js";

/** This project's retrieval, with the word vectors that come with it. The folder is a home with the same texts imported. */
export const zhengwen: Peer = {
  name: "Zhengwen",
  configuration:
    "as shipped: words (BM25 with the vocabulary), the static embedder's vectors, the linear ranker; the time includes embedding the question and reading the texts of what was found",
  build: async (_, folder) => {
    const { store, knowledge, embedder } = openArchive(readConfig({ ZHENGWEN_HOME: folder }));
    await reindex(store, knowledge.repealed, systemClock, { embedder: await embedder(), full: true });
    store.close();
  },
  open: async (folder) => {
    const { store, knowledge, embedders } = openArchive(readConfig({ ZHENGWEN_HOME: folder }));
    const retrieval = await openRetrieval(store, { ...knowledge, embedderFor: embedders.open });
    const asOf = dayInShanghai(systemClock()) as PlainDate;
    return {
      search: async (question, place, top) => {
        const hits = await retrieval.search(question, { place, asOf, top, scope: "holding" });
        return hits.map(({ version, chunk }) => ({ path: version.path, article: chunk.article }));
      },
    };
  },
};
