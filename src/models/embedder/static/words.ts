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
  const numbers = new Map(words.map((word, number) => [word, number]));
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

/** The words of a text as the segmenter gives them, known or not: what a vocabulary is made from. */
export function wordsOf(text: string): readonly string[] {
  return segment(text.toLowerCase()).filter((word) => wordLike.test(word));
}
