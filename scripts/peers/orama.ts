import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { create, insert, load, type RawData, save, search } from "@orama/orama";
import { nation } from "../../src/domain/place.js";
import { termsOf } from "../../src/retrieval/tokens.js";
import type { Found, Peer } from "./peer.js";

const file = "orama.bin";
/** Ends every word: Orama looks words up by their beginnings, and 公 is the beginning of hundreds. */
const end = "\u0001";

const relevance = { k: 0.02, b: 0, d: 0 } as const;

function empty() {
  return create({
    schema: { text: "string", national: "boolean" },
    components: {
      tokenizer: {
        language: "chinese",
        normalizationCache: new Map(),
        tokenize: (text: string, _language?: string, property?: string) => {
          const terms = termsOf(text).map((term) => term + end);
          return property === undefined ? [...new Set(terms)] : terms;
        },
      },
    },
  });
}

/** Orama with jieba's words for its tokenizer. */
export const orama: Peer = {
  name: "Orama + jieba",
  configuration:
    "title, chapter and text in one property, k .02, b 0, d 0 (it counts a word by its share of the text; its own parameters find far less here), words kept whole by an end mark (it would find prefixes otherwise), any word of the question suffices (threshold 1), no tolerance, national texts by `where`",
  build: async (entries, folder) => {
    const index = empty();
    for (const [id, { national, title, chapter, text }] of entries.entries())
      await insert(index, { id: String(id), national, text: `${title}\n${chapter}\n${text}` });
    await writeFile(join(folder, file), serialize(save(index)));
  },
  open: async (folder, entries) => {
    const index = empty();
    load(index, deserialize(await readFile(join(folder, file))) as RawData);
    return {
      search: async (term, place, top) => {
        const { hits } = await search(index, {
          term,
          limit: top,
          threshold: 1,
          relevance,
          ...(place === nation ? { where: { national: true } } : {}),
        });
        return hits.map(({ id }) => entries[Number(id)] as Found);
      },
    };
  },
};
