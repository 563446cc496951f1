import { dict } from "@node-rs/jieba/dict.js";
import { wordsOf } from "../../src/models/embedder/static/words.js";

export type VocabularySources = {
  readonly passages: readonly string[];
  /** Everyday texts: each of their words is wanted. */
  readonly everyday: readonly string[];
  /** How many words the result has. */
  readonly size: number;
};

export type WordList = {
  readonly words: readonly string[];
  /** By word: its share of all words of the passages. */
  readonly shares: Float32Array;
};

/** A word of the passages counts when so many hold it; single characters always do, for unknown words are read by them. */
const fewestPassages = 3;

/** The words that get a vector: those of the passages and of everyday texts, then the commonest of the segmenter's dictionary. */
export function vocabularyOf({ passages, everyday, size }: VocabularySources): WordList {
  const counts = new Map<string, { passages: number; times: number }>();
  let total = 0;
  for (const passage of passages) {
    const seen = new Set<string>();
    for (const word of wordsOf(passage)) {
      const known = counts.get(word) ?? { passages: 0, times: 0 };
      known.times++;
      if (!seen.has(word)) known.passages++;
      seen.add(word);
      counts.set(word, known);
      total++;
    }
  }
  const chosen = new Set<string>();
  const take = (word: string) => {
    if (chosen.size < size) chosen.add(word);
  };
  for (const [word, count] of counts) if (count.passages >= fewestPassages || [...word].length === 1) take(word);
  for (const text of everyday) for (const word of wordsOf(text)) take(word);
  for (const word of commonest()) take(word);
  const words = [...chosen].sort();
  return { words, shares: Float32Array.from(words, (word) => (counts.get(word)?.times ?? 0) / total) };
}

/** The dictionary's words, the commonest first: each line is a word, its count and its part of speech. */
function commonest(): readonly string[] {
  return Buffer.from(dict)
    .toString("utf8")
    .split("\n")
    .map((line) => line.split(" "))
    .filter(([word, count]) => word && count)
    .map(([word = "", count]) => ({ word: word.toLowerCase(), count: Number(count) }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word);
}
