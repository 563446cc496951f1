import { describe, expect, it } from "vitest";
import { pool } from "../../../../src/models/embedder/transformers/pool.js";

/** Two texts of two tokens of two numbers; the second text has one token, the other is padding. */
const tokens = { dims: [2, 2, 2], data: Float32Array.from([3, 4, 9, 1, 0, 2, 70, 70]) };
const mask = { dims: [2, 2], data: BigInt64Array.from([1n, 1n, 1n, 0n]) };
const rounded = (rows: readonly Float32Array[]) => rows.map((row) => [...row].map((value) => Number(value.toFixed(3))));

describe("the vector of a text", () => {
  it("is that of its first token, by cls", () => {
    expect(rounded(pool(tokens, mask, "cls"))).toEqual([
      [0.6, 0.8],
      [0, 1],
    ]);
  });

  it("is the mean over its tokens and not over padding, by mean", () => {
    expect(rounded(pool(tokens, mask, "mean"))).toEqual([
      [0.923, 0.385],
      [0, 1],
    ]);
  });

  it("is all zeros when the model gives what is no number", () => {
    const broken = { dims: [1, 1, 2], data: Float32Array.from([Number.NaN, 1]) };
    expect(rounded(pool(broken, { dims: [1, 1], data: BigInt64Array.from([1n]) }, "cls"))).toEqual([[0, 0]]);
  });
});
