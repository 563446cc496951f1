import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";
import { readKnowledge } from "./read.js";
import { wordFinder } from "./word-finder.js";

const words = z.array(z.string().trim().min(1));
const entrySchema = z.strictObject({
  say: words.min(1),
  mean: words,
  weight: z.number().gt(0).max(1).default(1),
  ambiguous: words.default([]),
  single: words.default([]),
});
const fileSchema = z.array(entrySchema).min(1);

/**
 * What residents say (any of `say`) and what stands in the texts for it (`mean`; empty where a word only keeps the shorter
 * words inside it from being taken for themselves). `weight` is 0 … 1: how surely the one stands for the other.
 * `ambiguous` lists the words of `say` that other entries have too, `single` those of one character: both are slips as a rule,
 * so that an editor says when they are none.
 */
export type VocabularyEntry = z.infer<typeof entrySchema>;

/** A word that stands for another one, and how surely: 0 … 1. */
export type WeightedWord = { readonly word: string; readonly weight: number };

/** Everyday words with the official ones that the texts use. */
export type Vocabulary = {
  /** The official words for the everyday ones that stand in the text (lower case, simplified), each once with its highest weight. */
  officialWordsFor(text: string): readonly WeightedWord[];
  /** The everyday words for the official ones that stand in the text: guides and notices use them. Each once with its highest weight. */
  everydayWordsFor(text: string): readonly WeightedWord[];
};

/** @throws ZhengwenError `knowledge_invalid` naming the file and what is wrong in it. */
export function loadVocabulary(folder: string): Vocabulary {
  return vocabularyOf([...readVocabulary(folder).values()].flat());
}

/**
 * The entries of every file of `vocabulary/`, by file name.
 * @throws ZhengwenError `knowledge_invalid` naming the file and what is wrong in it.
 */
export function readVocabulary(folder: string): ReadonlyMap<string, readonly VocabularyEntry[]> {
  const files = filesOf(folder).sort();
  return new Map(files.map((file) => [file, readKnowledge(folder, `vocabulary/${file}`, fileSchema)]));
}

function filesOf(folder: string): string[] {
  const path = join(folder, "vocabulary");
  try {
    return readdirSync(path).filter((name) => name.endsWith(".yml"));
  } catch (cause) {
    throw new ZhengwenError("knowledge_invalid", `${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function vocabularyOf(entries: readonly VocabularyEntry[]): Vocabulary {
  return {
    officialWordsFor: lookup(entries.map(({ say, mean, weight }) => ({ said: say, stand: mean, weight }))),
    everydayWordsFor: lookup(entries.map(({ say, mean, weight }) => ({ said: mean, stand: say, weight }))),
  };
}

type Direction = { readonly said: readonly string[]; readonly stand: readonly string[]; readonly weight: number };

function lookup(directions: readonly Direction[]): (text: string) => readonly WeightedWord[] {
  const meanings = new Map<string, Map<string, number>>();
  for (const { said, stand, weight } of directions)
    for (const word of said) {
      const known = meanings.get(word) ?? new Map<string, number>();
      for (const other of stand) if (other !== word) keepHighest(known, other, weight);
      meanings.set(word, known);
    }
  const wordsIn = wordFinder(meanings.keys());
  return (text) => {
    const found = new Map<string, number>();
    for (const word of wordsIn(text)) for (const [other, weight] of meanings.get(word) ?? []) keepHighest(found, other, weight);
    return [...found].map(([word, weight]) => ({ word, weight }));
  };
}

function keepHighest(weights: Map<string, number>, word: string, weight: number): void {
  if ((weights.get(word) ?? 0) < weight) weights.set(word, weight);
}
