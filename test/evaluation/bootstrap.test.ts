import { describe, expect, it } from "vitest";
import { differenceInterval } from "../../src/evaluation/bootstrap.js";

const mean = (values: readonly number[]) => (values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0) / values.length);

describe("differenceInterval", () => {
  it("is a point where every row changed alike", () => {
    const { low, high } = differenceInterval(
      [
        [1, 3],
        [2, 4],
        [5, 7],
      ],
      mean,
    ) ?? { low: 0, high: 0 };
    expect([low, high]).toEqual([expect.closeTo(2), expect.closeTo(2)]);
  });

  it("holds 0 where as many rows became better as worse", () => {
    const pairs = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)));
    const { low, high } = differenceInterval(pairs, mean) ?? { low: 0, high: 0 };
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });

  it("leaves 0 out where most became better, and has the normal interval's width", () => {
    const pairs = Array.from({ length: 100 }, (_, index) => [0, index < 50 ? 1 : 0] as const);
    const { low, high } = differenceInterval(pairs, mean) ?? { low: 0, high: 0 };
    // .5 ± 1.96 · .5 ⁄ √100
    expect(low).toBeCloseTo(0.402, 1);
    expect(high).toBeCloseTo(0.598, 1);
  });

  it("is the same for the same rows", () => {
    const pairs = [
      [0, 1],
      [1, 0],
      [0, 0],
      [1, 1],
    ] as const;
    expect(differenceInterval(pairs, mean)).toEqual(differenceInterval(pairs, mean));
  });

  it("is null where the statistic has no value", () => {
    expect(differenceInterval([[1, 2]], () => null)).toBeNull();
    expect(differenceInterval([], mean)).toBeNull();
  });
});
