import { describe, expect, it } from "vitest";
import { repeatedVectors } from "../../../scripts/scale/repeat.js";
import { dequantise, quantise } from "../../../src/retrieval/vectors/quantise.js";
import { randomNumbers } from "../../fixtures/random.js";

const dimension = 64;
const random = randomNumbers(3);
const original = Float32Array.from({ length: dimension }, () => random() - 0.5);
const length = Math.hypot(...original);
const table = repeatedVectors(
  quantise(
    original.map((number) => number / length),
    dimension,
  ),
  3,
);
const cosine = (one: Float32Array, other: Float32Array) => one.reduce((sum, number, index) => sum + number * (other[index] as number), 0);

describe("repeated vectors", () => {
  it("keep the length 1", () => {
    for (const row of [0, 1, 2]) expect(Math.hypot(...dequantise(table, row))).toBeCloseTo(1, 2);
  });

  it("lie near the original and not on it, nor on each other", () => {
    const [first, second, third] = [0, 1, 2].map((row) => dequantise(table, row)) as [Float32Array, Float32Array, Float32Array];
    expect(cosine(first, second)).toBeGreaterThan(0.8);
    expect(cosine(first, second)).toBeLessThan(0.97);
    expect(cosine(second, third)).toBeLessThan(0.97);
  });
});
