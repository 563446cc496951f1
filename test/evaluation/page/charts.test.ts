import { describe, expect, it } from "vitest";
import { doublingBins } from "../../../src/evaluation/page/charts.js";

describe("doublingBins", () => {
  it("doubles the width until the longest is in", () => {
    expect(doublingBins([0.5, 1, 3, 4]).map(({ from, to, count }) => [from, to, count])).toEqual([
      [0, 1, 1],
      [1, 2, 1],
      [2, 4, 1],
      [4, 8, 1],
    ]);
  });

  it("has one empty bin for no values", () => {
    expect(doublingBins([])).toEqual([{ from: 0, to: 1, count: 0 }]);
  });
});
