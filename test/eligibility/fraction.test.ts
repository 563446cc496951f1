import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, compare, divide, fraction, fractionText, multiply, roundTo, subtract } from "../../src/eligibility/fraction.js";

describe("an exact number", () => {
  it("has no dust of binary fractions", () => {
    expect(fractionText(add(fraction("0.1"), fraction("0.2")))).toBe("0.3");
    expect(fractionText(multiply(fraction(1.1), fraction(3)))).toBe("3.3");
    expect(fractionText(subtract(fraction(1), fraction(0.9)))).toBe("0.1");
  });

  it("is written to two places where its decimals do not end", () => {
    expect(fractionText(divide(fraction(2), fraction(3)) ?? fraction(0))).toBe("0.67");
    expect(fractionText(divide(fraction(1), fraction(8)) ?? fraction(0))).toBe("0.125");
  });

  it("is not divided by nothing", () => {
    expect(divide(fraction(1), fraction(0))).toBeNull();
  });

  it.each([
    [1.25, "down", 0.5, "1"],
    [1.25, "nearest", 0.5, "1.5"],
    [1.2, "up", 0.5, "1.5"],
    [3, "up", 1, "3"],
    [-1.2, "down", 1, "-2"],
    [0.5, "nearest", 1, "1"],
  ] as const)("%s is rounded %s to steps of %s: %s", (value, to, step, text) => {
    expect(fractionText(roundTo(fraction(value), to, fraction(step)))).toBe(text);
  });

  it("adds and takes away the same, whatever the decimals", () => {
    const decimal = fc
      .tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 99 }))
      .map(([a, b]) => fraction(`${a}.${String(b).padStart(2, "0")}`));
    fc.assert(fc.property(decimal, decimal, (a, b) => compare(subtract(add(a, b), b), a) === 0));
  });
});
