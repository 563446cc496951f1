import type { Categories, CategoryWords } from "../knowledge/categories.js";
import { cueFinder } from "../text/cues.js";

/** What the cues in a text say. */
export type CueScores = {
  /** By category, in the order of the tree; 0 where no cue speaks for it. */
  readonly scores: Float64Array;
  /** The third level that the cues of a category speak for most; null when they name none. */
  level3Of(index: number): string | null;
};

/** What a cue says for a category: its weight, and the third level that it belongs to. */
type Vote = { readonly index: number; readonly level3: string | null; readonly weight: number };

const weights = { strong: 3, words: 1.5, weak: 0.25, name: 2 };
/** What lies in the first clause is what the message is about; the rest tells how it came to it. */
const opening = { share: 0.6, characters: 60 };

/**
 * Scores categories by their cues: each distinct cue votes for the categories that list it, more the longer it is, the fewer categories list it
 * and the earlier it stands.
 */
export function openCueScores({ all, neutral }: Pick<Categories, "all" | "neutral">): (text: string) => CueScores {
  const votes = collectVotes(all);
  const find = cueFinder([...votes.keys(), ...neutral]);
  return (text) => {
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
    return { scores, level3Of: (index) => [...(byLevel3.get(index) ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null };
  };
}

/** Each cue's votes; a cue that several categories list counts less for each. */
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
