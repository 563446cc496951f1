import type { Category } from "../domain/request.js";
import type { Categories, CategoryWords } from "../knowledge/categories.js";
import { cueFinder } from "../text/cues.js";

/** What a description suggests: the best category, the next two, and whether it cannot wait. */
export type Classified = { readonly category: Category | null; readonly alternatives: readonly Category[]; readonly urgent: boolean };

/** What a word says for a category: its weight, and the third level that it belongs to. */
type Vote = { readonly index: number; readonly level3: string | null; readonly weight: number };

const weights = { strong: 3, words: 1.5, weak: 0.25, name: 2 };
/** What lies in the first clause is what the message is about; the rest tells how it came to it. */
const opening = { share: 0.6, characters: 60 };
/** How much a category gains from the others of its first level: together they say where the matter belongs. */
const kinship = 0.25;

/**
 * A classifier by weighted words: each distinct word votes for the categories that list it, more the longer it is, the fewer
 * categories list it and the earlier it stands. A text without any of the words has no category (null).
 */
export function openClassifier(categories: Categories): (description: string) => Classified {
  const votes = collectVotes(categories.all);
  const find = cueFinder([...votes.keys(), ...categories.neutral]);
  const findUrgent = cueFinder(categories.urgent);
  const findCalm = cueFinder(categories.calm);

  return (description) => {
    const ranked = rank(description, categories.all, find, votes);
    const urgent = findUrgent(description).length > 0 && findCalm(description).length === 0;
    return { category: ranked[0] ?? null, alternatives: ranked.slice(1, 3), urgent };
  };
}

function rank(
  text: string,
  all: readonly CategoryWords[],
  find: ReturnType<typeof cueFinder>,
  votes: ReadonlyMap<string, readonly Vote[]>,
): Category[] {
  const found = new Map<string, { count: number; first: number }>();
  for (const { cue, start } of find(text)) {
    const known = found.get(cue);
    if (known) known.count++;
    else found.set(cue, { count: 1, first: start });
  }
  const scores = new Float64Array(all.length);
  const byLevel3 = new Map<number, Map<string, number>>();
  for (const [cue, { count, first }] of found) {
    const said = (1 + 0.5 * Math.log2(count)) * (1 + opening.share * Math.exp(-first / opening.characters));
    for (const { index, level3, weight } of votes.get(cue) ?? []) {
      scores[index] = (scores[index] ?? 0) + weight * said;
      if (level3 === null) continue;
      const own = byLevel3.get(index) ?? new Map<string, number>();
      byLevel3.set(index, own.set(level3, (own.get(level3) ?? 0) + weight * said));
    }
  }
  const ofLevel1 = new Map<string, number>();
  for (const [index, { level1 }] of all.entries()) ofLevel1.set(level1, (ofLevel1.get(level1) ?? 0) + (scores[index] ?? 0));
  const total = (index: number, level1: string) => (scores[index] ?? 0) + kinship * ((ofLevel1.get(level1) ?? 0) - (scores[index] ?? 0));
  return all
    .map(({ level1, level2 }, index) => ({ level1, level2, index, score: (scores[index] ?? 0) > 0 ? total(index, level1) : 0 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ level1, level2, index }) => ({ level1, level2, level3: best(byLevel3.get(index)) }));
}

function best(scores: ReadonlyMap<string, number> | undefined): string | null {
  return [...(scores ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Each word's votes; a word that several categories list counts less for each. */
function collectVotes(all: readonly CategoryWords[]): Map<string, Vote[]> {
  const votes = new Map<string, Map<number, Omit<Vote, "index">>>();
  const add = (cue: string, index: number, weight: number, level3: string | null) => {
    const own = votes.get(cue) ?? new Map<number, Omit<Vote, "index">>();
    const known = own.get(index);
    votes.set(cue, own.set(index, { weight: Math.max(weight, known?.weight ?? 0), level3: level3 ?? known?.level3 ?? null }));
  };
  for (const [index, { level2, strong, words, weak, level3 }] of all.entries()) {
    for (const cue of strong) add(cue, index, weights.strong, null);
    for (const cue of words) add(cue, index, weights.words, null);
    for (const cue of weak) add(cue, index, weights.weak, null);
    if (isTelling(level2)) add(level2, index, weights.name, null);
    for (const [name, own] of level3) {
      if (isTelling(name)) add(name, index, weights.name, name);
      for (const cue of own) add(cue, index, weights.words, name);
    }
  }
  return new Map(
    [...votes].map(([cue, own]) => {
      const rarity = 1 / Math.sqrt(own.size);
      return [cue, [...own].map(([index, vote]) => ({ index, level3: vote.level3, weight: vote.weight * rarity * lengthFactor(cue) }))];
    }),
  );
}

/** 其他 and names of two characters say nothing by themselves. */
function isTelling(name: string): boolean {
  return name.length >= 3 && !name.startsWith("其他");
}

function lengthFactor(cue: string): number {
  return Math.min(1.6, 0.5 + 0.25 * cue.replaceAll("…", "").length);
}
