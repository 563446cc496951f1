import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestChunks } from "../../src/retrieval/best.js";

/** Few different scores, so that ties are common. */
const score = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.float({ noNaN: true, noDefaultInfinity: true }));
const scores = fc.array(score, { maxLength: 60 }).map((list) => list.map(Math.fround));
const capacity = fc.integer({ min: 0, max: 20 });

function sorted(list: readonly number[], capacity: number): number[] {
  return [...list.keys()].sort((a, b) => (list[b] as number) - (list[a] as number) || a - b).slice(0, capacity);
}

describe("the best of many chunks", () => {
  it("are what sorting all of them gives first, in whatever order they come", () => {
    const shuffled = scores.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list.keys()], { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, capacity, ([list, order], most) => {
        const best = bestChunks(most);
        for (const chunk of order) best.offer(chunk, list[chunk] as number);
        expect([...best.take()]).toEqual(sorted(list, most));
      }),
    );
  });

  it("have a threshold that nothing below it can pass", () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 20 }), (list, most) => {
        const best = bestChunks(most);
        for (const [chunk, each] of list.entries()) {
          const kept = sorted(list.slice(0, chunk), most);
          const least = kept.length < most ? Number.NEGATIVE_INFINITY : (list[kept.at(-1) as number] as number);
          expect(best.threshold()).toBe(least);
          best.offer(chunk, each);
        }
      }),
    );
  });

  it("are empty after they were taken, and can be gathered anew", () => {
    const best = bestChunks(2);
    best.offer(7, 1);
    best.offer(8, 2);
    best.take();
    expect(best.threshold()).toBe(Number.NEGATIVE_INFINITY);
    best.offer(9, 0);
    expect([...best.take()]).toEqual([9]);
    expect([...best.take()]).toEqual([]);
  });
});
