import { describe, expect, it } from "vitest";
import { percentile } from "../../src/evaluation/percentile.js";

describe("percentile", () => {
  it("is the nearest rank", () => {
    const values = [5, 1, 4, 2, 3];
    expect([percentile(values, 0.5), percentile(values, 0.99), percentile(values, 0.2), percentile(values, 0)]).toEqual([3, 5, 1, 1]);
  });

  it("is null of none", () => {
    expect(percentile([], 0.5)).toBeNull();
  });
});
