import { describe, expect, it } from "vitest";
import { type CategoryExample, categoryModelOf, fitCategories, predictCategory } from "../../../scripts/measure/category-fit.js";
import type { CategoryFeatures } from "../../../src/requests/category-features.js";

const features = (word: string, meaning: number, cue: number): CategoryFeatures => ({
  words: new Set([word]),
  wordShare: 1,
  meaning: Float32Array.of(meaning),
  cues: { scores: Float64Array.of(0, 0), level3Of: () => null },
  ownCues: Float64Array.of(cue, 0),
  level1Cues: Float64Array.of(0, 0),
});
const examples: CategoryExample[] = Array.from({ length: 40 }, (_, index) =>
  index % 2 === 0 ? { features: features("停水", 1, 1), category: 0 } : { features: features("欠薪", -1, 0), category: 1 },
);
const fit = fitCategories(examples, 2, 1);

describe("the fit of the categories", () => {
  it.each([
    ["a word", features("停水", 0, 0)],
    ["a meaning, for a word never seen", features("无水", 1, 0)],
    ["a cue", features("无水", 0, 1)],
  ])("learns from %s", (_, read) => {
    expect(predictCategory(fit, read)[0]).toBeGreaterThan(0.55);
  });

  it("is the same each time", () => {
    const model = categoryModelOf(fit, ["甲", "乙"], "f00d");
    expect(categoryModelOf(fitCategories(examples, 2, 1), ["甲", "乙"], "f00d")).toEqual(model);
  });
});
