import { describe, expect, it } from "vitest";
import { softmax } from "../../src/text/softmax.js";

describe("softmax", () => {
  it("gives probabilities in the order of the logits that sum to 1", () => {
    const [low, high] = softmax(Float64Array.of(0, Math.log(3)));
    expect(low).toBeCloseTo(0.25, 12);
    expect(high).toBeCloseTo(0.75, 12);
  });

  it("does not overflow", () => {
    expect([...softmax(Float64Array.of(2000, 0))]).toEqual([1, 0]);
  });
});
