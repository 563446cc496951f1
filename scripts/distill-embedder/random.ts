/** A source of numbers that gives the same ones for the same seed. */
export type Random = {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number, at least 0, below `limit`. */
  below(limit: number): number;
  /** Different members of a list, at most `count`; the list is shuffled in part. */
  sample(list: Uint32Array | number[], count: number): number[];
};

/** mulberry32 (Tommy Ettinger, public domain). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    sample: (list, count) => {
      const taken: number[] = [];
      for (let index = 0; index < Math.min(count, list.length); index++) {
        const other = index + below(list.length - index);
        const member = list[other] as number;
        list[other] = list[index] as number;
        list[index] = member;
        taken.push(member);
      }
      return taken;
    },
  };
}
