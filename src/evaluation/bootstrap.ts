/** The middle 95 % of what a difference could have been. */
export type Interval = { readonly low: number; readonly high: number };

const resamples = 1_000;

/**
 * The 95 % interval of a statistic's difference between two runs over the same rows, by paired bootstrap: the rows are drawn anew, with
 * replacement, and both runs are measured over those drawn (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13; Koehn,
 * Statistical significance tests for machine translation evaluation, 2004). The same rows give the same interval.
 * @returns null when the statistic has no value over most of the samples
 */
export function differenceInterval<T>(
  pairs: readonly (readonly [before: T, after: T])[],
  statistic: (rows: readonly T[]) => number | null,
): Interval | null {
  const random = seededRandom(pairs.length);
  const differences: number[] = [];
  for (let round = 0; round < resamples; round++) {
    const before: T[] = [];
    const after: T[] = [];
    for (let draw = 0; draw < pairs.length; draw++) {
      const pair = pairs[Math.floor(random() * pairs.length)];
      if (!pair) continue;
      before.push(pair[0]);
      after.push(pair[1]);
    }
    const [was, is] = [statistic(before), statistic(after)];
    if (was !== null && is !== null) differences.push(is - was);
  }
  if (differences.length < resamples / 2) return null;
  differences.sort((a, b) => a - b);
  const at = (share: number) => differences[Math.min(differences.length - 1, Math.floor(share * differences.length))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

/** Mulberry32: 0 … 1, the same numbers for the same seed. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
