import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import MiniSearch, { type Options } from "minisearch";
import { nation } from "../../src/domain/place.js";
import { termsOf } from "../../src/retrieval/tokens.js";
import type { Found, Peer } from "./peer.js";

const file = "minisearch.json";
const options: Options = {
  fields: ["title", "chapter", "text"],
  storeFields: ["national"],
  tokenize: termsOf,
  processTerm: (term) => term,
  searchOptions: { combineWith: "OR", prefix: false, fuzzy: false, boost: { title: 0.5, chapter: 0.3 }, bm25: { k: 1.2, b: 0.75, d: 0 } },
};

/** MiniSearch with jieba's words for its tokenizer. */
export const minisearch: Peer = {
  name: "MiniSearch + jieba",
  configuration:
    "fields title, chapter, text with the boosts .5, .3, 1, k 1.2, b .75, d 0 (better here than its own), terms joined by OR, neither prefixes nor fuzziness, national texts by `filter`",
  build: async (entries, folder) => {
    const index = new MiniSearch(options);
    for (const [id, { national, title, chapter, text }] of entries.entries()) index.add({ id, national, title, chapter, text });
    await writeFile(join(folder, file), JSON.stringify(index));
  },
  open: async (folder, entries) => {
    const index = MiniSearch.loadJSON(await readFile(join(folder, file), "utf8"), options);
    return {
      search: (question, place, top) => {
        const results = index.search(question, place === nation ? { filter: ({ national }) => national } : {});
        return results.slice(0, top).map(({ id }) => entries[id] as Found);
      },
    };
  },
};
