import { segment } from "../../../text/segment.js";

/** Numbers the known words of a text, in their order. */
export type WordReader = (text: string, take: (word: number) => void) => void;

/** What lies between the words: punctuation and blanks mean nothing. */
const wordLike = /[\p{L}\p{N}]/u;

/**
 * Reads texts in lower case, segmented as search is; of a word that is not known each known character counts.
 * @param words in the order of their numbers
 */
export function wordReader(words: readonly string[]): WordReader {
  const numbers = numbersOf(words);
  return (text, take) => {
    for (const word of segment(text.toLowerCase())) {
      const number = numbers.get(word);
      if (number !== undefined) take(number);
      else if (word.length > 1) {
        for (const character of word) {
          const piece = numbers.get(character);
          if (piece !== undefined) take(piece);
        }
      }
    }
  };
}

/** By list, so that who reads by the same words shares one index of them. */
const indexes = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function numbersOf(words: readonly string[]): ReadonlyMap<string, number> {
  const known = indexes.get(words);
  if (known) return known;
  const index = new Map(words.map((word, number) => [word, number]));
  indexes.set(words, index);
  return index;
}

/** The words of a text as the segmenter gives them, known or not: what a vocabulary is made from. */
export function wordsOf(text: string): readonly string[] {
  return segment(text.toLowerCase()).filter((word) => wordLike.test(word));
}
