import { z } from "zod";
import { readKnowledge } from "./read.js";

const schema = z.array(z.object({ say: z.array(z.string().min(1)).min(1), mean: z.array(z.string().min(1)).min(1) }));

/** Everyday words with the official ones that the texts use. */
export type Vocabulary = {
  /** The official words for the everyday ones that stand in the text, each once. */
  officialWordsFor(text: string): readonly string[];
};

export function loadVocabulary(folder: string): Vocabulary {
  return vocabulary(readKnowledge(folder, "vocabulary/everyday.yml", schema));
}

/** One expression finds every everyday word, the longest first. */
function vocabulary(entries: z.infer<typeof schema>): Vocabulary {
  const meanings = new Map<string, Set<string>>();
  for (const { say, mean } of entries) {
    for (const word of say) {
      const known = meanings.get(word) ?? new Set();
      for (const official of mean) if (official !== word) known.add(official);
      meanings.set(word, known);
    }
  }
  const words = [...meanings.keys()].sort((a, b) => b.length - a.length);
  const found = new RegExp(words.join("|"), "g");
  return {
    officialWordsFor: (text) => [...new Set([...text.matchAll(found)].flatMap(([word]) => [...(meanings.get(word) ?? [])]))],
  };
}
