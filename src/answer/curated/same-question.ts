import { type CuratedRules, type SameQuestionFeature, type SameQuestionModel, sameQuestionFeatures } from "../../knowledge/curated.js";
import type { Gazetteer } from "../../knowledge/places.js";
import { termsOf } from "../../retrieval/index.js";
import { bigramsOf } from "../../text/bigrams.js";
import { numbersIn } from "../../text/numerals.js";

/** A question read for comparing it. */
export type ReadQuestion = {
  readonly text: string;
  /** Its words, each way of saying one thing as the same word. */
  readonly words: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
  /** What of the thing is asked for: how long, how much, with which papers. */
  readonly elements: ReadonlySet<string>;
  readonly numbers: ReadonlySet<number>;
  readonly places: ReadonlySet<string>;
  readonly isNegated: boolean;
};

/** The phrasings of a reviewed question, and what they have together. */
export type ReviewedQuestion = {
  readonly phrasings: readonly ReadQuestion[];
  readonly texts: readonly string[];
  /** The words of any of them. */
  readonly words: ReadonlySet<string>;
  /** The words of more than half of them: without these it is hardly the same question. */
  readonly core: ReadonlySet<string>;
  readonly elements: ReadonlySet<string>;
  readonly numbers: ReadonlySet<number>;
  readonly places: ReadonlySet<string>;
};

export type ReadingRules = { readonly curated: CuratedRules; readonly places: Gazetteer };

/** Reads a question, in simplified characters. */
export function readQuestion(text: string, { curated: { negation, elements, same }, places }: ReadingRules): ReadQuestion {
  return {
    text,
    words: new Set(termsOf(same.reduce((said, { word, also }) => said.replaceAll(also, word), text))),
    pairs: bigramsOf(text),
    elements: new Set(Object.entries(elements).flatMap(([name, pattern]) => (text.search(pattern) < 0 ? [] : [name]))),
    numbers: new Set(numbersIn(text).map(({ value }) => value)),
    places: new Set(places.mentionsIn(text).map(({ place }) => place)),
    isNegated: text.replaceAll(negation.unless, "").search(negation.words) >= 0,
  };
}

/** Puts the phrasings of one reviewed question together. */
export function reviewedQuestion(phrasings: readonly ReadQuestion[]): ReviewedQuestion {
  const all = <T>(of: (phrasing: ReadQuestion) => ReadonlySet<T>) => new Set(phrasings.flatMap((phrasing) => [...of(phrasing)]));
  const words = all((phrasing) => phrasing.words);
  return {
    phrasings,
    texts: phrasings.map(({ text }) => text),
    words,
    core: new Set([...words].filter((word) => 2 * phrasings.filter((phrasing) => phrasing.words.has(word)).length > phrasings.length)),
    elements: all((phrasing) => phrasing.elements),
    numbers: all((phrasing) => phrasing.numbers),
    places: all((phrasing) => phrasing.places),
  };
}

/** What the vectors say; all zero where there are none. */
export type Likenesses = Readonly<Record<"likeness" | "topicLikeness" | "restLikeness", number>>;

/** How alike a text is in meaning to each of some others, at most 1; null where nothing tells. */
export type LikenessOf = (text: string, others: readonly string[]) => Promise<readonly number[] | null>;

/** Where nothing tells of meanings. */
export const noLikenesses: Likenesses = { likeness: 0, topicLikeness: 0, restLikeness: 0 };

/** Asks the vectors. */
export async function likenessesTo(asked: ReadQuestion, reviewed: ReviewedQuestion, likenessOf: LikenessOf): Promise<Likenesses> {
  const between = async (one: string, other: string) => (one === "" || other === "" ? 0 : ((await likenessOf(one, [other]))?.[0] ?? 0));
  const likenesses = await likenessOf(asked.text, reviewed.texts);
  if (!likenesses) return noLikenesses;
  const likeness = Math.max(...likenesses);
  const nearest = reviewed.phrasings[likenesses.indexOf(likeness)] as ReadQuestion;
  const own = without(asked.words, reviewed.words);
  return {
    likeness,
    topicLikeness: await between(saidBy(asked), saidBy(reviewed)),
    // a question that says more than any phrasing asks for something narrower
    restLikeness: own.length === 0 ? 1 : await between(own.join(""), without(nearest.words, asked.words).join("")),
  };
}

/** What a question says, each way of saying one thing as the same words. */
export function saidBy({ words }: Pick<ReadQuestion, "words">): string {
  return [...words].join("");
}

/**
 * What speaks for and against a question being a reviewed one, in the order of `sameQuestionFeatures`:
 * - likeness: to the nearest phrasing in meaning; topicLikeness: of its words to the words of all phrasings together
 * - restLikeness: of its words that are in no phrasing to the words of the nearest that it lacks; 1 when it has none, 0 when that lacks none
 * - wordOverlap, pairOverlap: the share of words, and of pairs of characters, that it has in common with a phrasing (Dice 1945), the largest
 * - unknown: the share of its characters in words of no phrasing; missing: of the core's characters in words that it does not have;
 *   incomplete: 1 when there is any
 * - otherElement, otherNumber, otherPlace: 1 where it says another than the phrasings, ½ where it alone says one or leaves theirs out, else 0
 * - otherNegation: 1 where no phrasing is negated and it is, or all are and it is not
 */
export function featuresOf(asked: ReadQuestion, reviewed: ReviewedQuestion, likenesses: Likenesses): readonly number[] {
  const largest = (of: (phrasing: ReadQuestion) => number) => Math.max(0, ...reviewed.phrasings.map(of));
  const missing = without(reviewed.core, asked.words);
  const values: Readonly<Record<SameQuestionFeature, number>> = {
    ...likenesses,
    wordOverlap: largest(({ words }) => dice(asked.words, words)),
    pairOverlap: largest(({ pairs }) => dice(asked.pairs, pairs)),
    unknown: share(without(asked.words, reviewed.words), asked.words),
    missing: share(missing, reviewed.core),
    incomplete: missing.length > 0 ? 1 : 0,
    otherElement: difference(
      asked.elements,
      reviewed.elements,
      reviewed.phrasings.every(({ elements }) => elements.size > 0),
    ),
    otherNumber: difference(
      asked.numbers,
      reviewed.numbers,
      reviewed.phrasings.every(({ numbers }) => numbers.size > 0),
    ),
    otherPlace: difference(
      asked.places,
      reviewed.places,
      reviewed.phrasings.every(({ places }) => places.size > 0),
    ),
    otherNegation: reviewed.phrasings.some(({ isNegated }) => isNegated === asked.isNegated) ? 0 : 1,
  };
  return sameQuestionFeatures.map((name) => values[name]);
}

/** The probability that a question is a reviewed one. */
export function sameQuestionProbability(
  { intercept, weights }: Pick<SameQuestionModel, "intercept" | "weights">,
  features: readonly number[],
): number {
  const sum = sameQuestionFeatures.reduce((total, name, index) => total + weights[name] * (features[index] ?? 0), intercept);
  return 1 / (1 + Math.exp(-sum));
}

function without(of: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] {
  return [...of].filter((word) => !others.has(word));
}

function share(words: readonly string[], of: ReadonlySet<string>): number {
  return lengthOf(words) / Math.max(1, lengthOf(of));
}

function lengthOf(words: Iterable<string>): number {
  let sum = 0;
  for (const word of words) sum += word.length;
  return sum;
}

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const each of one) if (other.has(each)) both++;
  return (2 * both) / Math.max(1, one.size + other.size);
}

function difference<T>(asked: ReadonlySet<T>, reviewed: ReadonlySet<T>, isAlwaysSaid: boolean): number {
  if (asked.size === 0) return isAlwaysSaid ? 0.5 : 0;
  if ([...asked].every((each) => reviewed.has(each))) return 0;
  return reviewed.size > 0 && ![...asked].some((each) => reviewed.has(each)) ? 1 : 0.5;
}
