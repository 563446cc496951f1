import { bigramsOf } from "../../text/bigrams.js";

/** Finds the phrasings that have most pairs of characters in common with a question, without looking at the others. */
export type PairIndex = { nearest(pairs: ReadonlySet<string>, top: number): readonly number[] };

/** An inverted index over the pairs of characters of texts. */
export function pairIndex(texts: readonly string[]): PairIndex {
  const holders = new Map<string, number[]>();
  const sizes = texts.map((text, index) => {
    const pairs = bigramsOf(text);
    for (const pair of pairs) {
      const known = holders.get(pair);
      if (known) known.push(index);
      else holders.set(pair, [index]);
    }
    return pairs.size;
  });
  return {
    nearest: (pairs, top) => {
      const shared = new Map<number, number>();
      for (const pair of pairs) for (const index of holders.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
      const share = ([index, both]: readonly [number, number]) => (2 * both) / (pairs.size + (sizes[index] as number));
      return [...shared]
        .toSorted((a, b) => share(b) - share(a))
        .slice(0, top)
        .map(([index]) => index);
    },
  };
}

/** The places of the largest numbers, the largest first. */
export function largestAt(numbers: ArrayLike<number>, top: number): readonly number[] {
  const best: number[] = [];
  for (let index = 0; index < numbers.length; index++) {
    const value = numbers[index] as number;
    if (best.length === top && value <= (numbers[best[top - 1] as number] as number)) continue;
    let at = best.length;
    while (at > 0 && (numbers[best[at - 1] as number] as number) < value) at--;
    best.splice(at, 0, index);
    if (best.length > top) best.pop();
  }
  return best;
}
