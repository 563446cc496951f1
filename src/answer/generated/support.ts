import type { SupportFeature } from "../../knowledge/support.js";
import type { Retrieval } from "../../retrieval/index.js";
import { termsOf } from "../../retrieval/tokens.js";
import { sentencesOf, sharedPairs } from "./clauses.js";
import { withoutNumbers } from "./tied-figures.js";

export type SupportFeatures = Readonly<Record<SupportFeature, number>>;

/** So many sentences that stand one behind the other are read as one. */
const mostJoined = 2;

/**
 * How far sources say what a sentence says, numbers apart, which are checked by themselves:
 * `terms` the share of its words that stand anywhere in them, by length; `pairs` the share of its pairs of characters in the sentences of theirs
 * that say most of it; `order` the longest common subsequence with these, by its length; `meaning` the greatest cosine with one of them, 0
 * without an embedder.
 */
export async function supportOf(statement: string, said: string, likeness: Retrieval["likeness"]): Promise<SupportFeatures> {
  const ours = withoutNumbers(statement);
  const windows = windowsOf(said);
  const byPairs = windows.map((window) => ({ window, pairs: sharedPairs(ours, window) })).toSorted((a, b) => b.pairs - a.pairs);
  const closest = byPairs.slice(0, 4).map(({ window }) => window);
  const alike = closest.length === 0 ? null : await likeness(ours, closest);
  return {
    terms: sharedTerms(ours, withoutNumbers(said)),
    pairs: byPairs[0]?.pairs ?? 0,
    order: Math.max(0, ...closest.map((window) => commonSubsequence(ours, window) / Math.max(1, ours.length))),
    meaning: Math.max(0, ...(alike ?? [])),
  };
}

function windowsOf(said: string): readonly string[] {
  const sentences = sentencesOf(withoutNumbers(said));
  return sentences.flatMap((_, index) =>
    Array.from({ length: Math.min(mostJoined, sentences.length - index) }, (_, more) =>
      sentences.slice(index, index + more + 1).join("，"),
    ),
  );
}

function sharedTerms(text: string, other: string): number {
  const known = new Set(termsOf(other));
  let all = 0;
  let shared = 0;
  for (const term of termsOf(text)) {
    all += term.length;
    if (known.has(term) || other.includes(term)) shared += term.length;
  }
  return all === 0 ? 0 : shared / all;
}

/** The length of the longest run of characters that both have in order, with gaps (Hirschberg 1975). */
function commonSubsequence(text: string, other: string): number {
  let row = new Uint16Array(other.length + 1);
  for (const character of text) {
    const next = new Uint16Array(other.length + 1);
    for (let index = 0; index < other.length; index++)
      next[index + 1] = other[index] === character ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0);
    row = next;
  }
  return row[other.length] ?? 0;
}
