import type { Ranking } from "../knowledge/ranking.js";
import type { Vocabulary, WeightedWord } from "../knowledge/vocabulary.js";
import { articleNumber } from "../text/articles.js";
import { mostTerms, type QueryTerm } from "./lexical/search.js";
import { termsOf } from "./tokens.js";

/** A question as it is searched for. */
export type Query = {
  /** In lower case. */
  readonly text: string;
  /** The terms that weigh most, at most 32, with those that the vocabulary adds. */
  readonly terms: readonly QueryTerm[];
  /** Inverse document frequency by term, in the order of `terms`. */
  readonly idf: Float32Array;
  /** The article that the question names by number, or null. */
  readonly article: number | null;
  /** Of length 1, or null when the index has no vectors or nothing in the question is known. */
  readonly vector: Float32Array | null;
};

/** Official and everyday words that the vocabulary adds leave at least this many places to what was said. */
const mostAdded = 14;

/** @param idf that of the collection; for a term that no chunk holds, as if one did: an unknown word still counts as asked for */
export function queryOf(
  text: string,
  vector: Float32Array | null,
  vocabulary: Vocabulary,
  weights: Ranking["vocabulary"],
  idf: (term: string) => number,
): Query {
  const asked = text.toLowerCase();
  const said = new Set(termsOf(asked));
  const added = new Map<string, number>();
  const held = idf("\u0000");
  const add = (words: readonly WeightedWord[], share: number) => {
    for (const { word, weight } of words) {
      const parts = termsOf(word);
      // the index holds a compound and its parts: all of them together weigh little more than one word
      const each = (weight * share) / Math.sqrt(parts.length);
      for (const term of parts) {
        // a word that no chunk holds finds nothing, and would take the place of one that does
        if (said.has(term) || idf(term) >= held) continue;
        if ((added.get(term) ?? 0) < each) added.set(term, each);
      }
    }
  };
  add(vocabulary.officialWordsFor(asked), weights.official);
  add(vocabulary.everydayWordsFor(asked), weights.everyday);
  const heaviest = (terms: QueryTerm[], count: number) =>
    terms.length <= count ? terms : terms.sort((a, b) => b.weight * idf(b.term) - a.weight * idf(a.term)).slice(0, count);
  const kept = heaviest(
    [...added].map(([term, weight]) => ({ term, weight, official: true })),
    mostAdded,
  );
  const terms = [
    ...heaviest(
      [...said].map((term) => ({ term, weight: 1, official: false })),
      mostTerms - kept.length,
    ),
    ...kept,
  ];
  const known = vector?.some((number) => number !== 0) ? vector : null;
  return { text: asked, terms, idf: Float32Array.from(terms, ({ term }) => idf(term)), article: articleNumber(asked), vector: known };
}
