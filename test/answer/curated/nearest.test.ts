import { expect, it } from "vitest";
import { largestAt, pairIndex } from "../../../src/answer/curated/nearest.js";
import { bigramsOf } from "../../../src/text/bigrams.js";

it("finds the texts that share most pairs of characters, and none that shares no pair", () => {
  const index = pairIndex(["养犬登记材料", "养犬登记", "垃圾分类"]);
  expect(index.nearest(bigramsOf("养犬登记"), 5)).toEqual([1, 0]);
  expect(index.nearest(bigramsOf("养犬登记"), 1)).toEqual([1]);
  expect(index.nearest(bigramsOf("物业费"), 5)).toEqual([]);
});

it("finds where the largest numbers stand, the first of equals first", () => {
  expect(largestAt([0.1, 0.9, 0.5, 0.9], 3)).toEqual([1, 3, 2]);
  expect(largestAt([], 3)).toEqual([]);
});
