import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** How likely a character is behind another, as a logarithm. */
export type PairLikelihood = (previous: string, character: string) => number;

/** Numbered headings are no words of a dictionary, and are where damage sits most often. */
const headings = ["（一）", "（二）", "（三）", "（四）", "（五）", "（六）", "（七）", "（八）", "（九）", "（十）"].flatMap((mark) => [
  mark,
  `${mark}、`,
]);

/**
 * Pairs of characters counted in the healthy part of the text (which weighs most) and in the dictionary's words.
 * `text` is in simplified characters.
 */
export function pairLikelihood(text: string): PairLikelihood {
  const dictionary = dictionaryPairs();
  const own = new Map<string, number>();
  for (let index = 1; index < text.length; index++) add(own, text.slice(index - 1, index + 1), 1);
  for (const heading of headings) for (let index = 1; index < heading.length; index++) add(own, heading.slice(index - 1, index + 1), 1);
  const cache = new Map<string, number>();
  const measure = (previous: string, character: string): number => {
    const ownShare = (own.get(previous + character) ?? 0) / 3;
    const wordShare = (dictionary.pairs.get(previous + character) ?? 0) / ((dictionary.singles.get(previous) ?? 0) + 2_000);
    const single = (dictionary.singles.get(character) ?? 0) / dictionary.total;
    return Math.log(ownShare + wordShare + 0.02 * single + 1e-9);
  };
  return (previous, character) => {
    const pair = previous + character;
    const cached = cache.get(pair);
    if (cached !== undefined) return cached;
    const value = measure(previous, character);
    cache.set(pair, value);
    return value;
  };
}

type Counts = { readonly pairs: ReadonlyMap<string, number>; readonly singles: ReadonlyMap<string, number>; readonly total: number };
let counts: Counts | null = null;

function dictionaryPairs(): Counts {
  counts ??= countDictionary();
  return counts;
}

function countDictionary(): Counts {
  const path = createRequire(import.meta.url).resolve("@node-rs/jieba/dict.txt");
  const pairs = new Map<string, number>();
  const singles = new Map<string, number>();
  let total = 0;
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const [word = "", frequency = "0"] = line.split(" ");
    const count = Number(frequency);
    for (let index = 0; index < word.length; index++) {
      add(singles, word[index] ?? "", count);
      total += count;
      if (index > 0) add(pairs, word.slice(index - 1, index + 1), count);
    }
  }
  return { pairs, singles, total };
}

function add(map: Map<string, number>, key: string, count: number): void {
  map.set(key, (map.get(key) ?? 0) + count);
}
