import { bigramsOf } from "../text/bigrams.js";
import { numbersIn } from "../text/numerals.js";

/** The least share of a fact's pairs of characters that a text must have to state it in other words. */
const leastShared = 0.6;

/** Finds facts in one text, whose numbers and pairs are read once. */
export type FactFinder = (fact: string) => boolean;

/**
 * Says of facts whether a text states them: a fact stands there verbatim, or all its numbers do by value (三 is 3) and
 * at least 60 % of its pairs of neighbouring characters.
 */
export function factFinder(text: string): FactFinder {
  const values = new Set(numbersIn(text).map(({ value }) => value));
  const pairs = bigramsOf(text);
  return (fact) => {
    if (text.includes(fact)) return true;
    const numbers = numbersIn(fact);
    if (!numbers.every(({ value }) => values.has(value))) return false;
    const wanted = [...bigramsOf(fact)];
    // a fact of a single character has no pair: then its number alone must be there
    if (wanted.length === 0) return numbers.length > 0;
    return wanted.filter((pair) => pairs.has(pair)).length >= leastShared * wanted.length;
  };
}
