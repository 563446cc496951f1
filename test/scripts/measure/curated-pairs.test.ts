import { describe, expect, it } from "vitest";
import {
  type ComparedPair,
  comparePairs,
  decisions,
  fitSameQuestion,
  readTopics,
  thresholdAt,
} from "../../../scripts/measure/curated-pairs.js";
import { sameQuestionFeatures } from "../../../src/knowledge/curated.js";
import { sampleKnowledge } from "../../fixtures/request-dialog.js";

const judged = (asked: string, label: 0 | 1, probability: number) => ({
  topic: "狗",
  asked,
  label,
  probability,
  weight: 1,
  features: sameQuestionFeatures.map(() => 0),
});

describe("the pairs", () => {
  it("are at least 300, of many topics, each with phrasings and near questions", () => {
    const { topics, pairs } = readTopics();
    expect(pairs).toBeGreaterThanOrEqual(300);
    for (const { name, phrasings, others } of topics) expect([phrasings.length > 1, others.length > 0], name).toEqual([true, true]);
  });

  it("never hold a question against itself", async () => {
    const topics = [
      { name: "狗", phrasings: ["养狗要登记吗", "狗要不要登记"], others: ["狗叫怎么投诉"] },
      { name: "猫", phrasings: ["养猫要登记吗"], others: [] },
    ];
    const compared = await comparePairs(topics.slice(0, 2), sampleKnowledge(), null);
    const own = compared.filter(({ label }) => label === 1);
    expect(own.map(({ asked }) => asked)).toEqual(expect.arrayContaining(["养狗要登记吗", "狗要不要登记"]));
    expect(own.every(({ features }) => (features[sameQuestionFeatures.indexOf("pairOverlap")] as number) < 1)).toBe(true);
  });
});

describe("the threshold", () => {
  const rows = [judged("甲", 1, 0.9), judged("甲", 0, 0.95), judged("乙", 1, 0.97), judged("丙", 1, 0.8)];

  it("is judged by what would be said: the likelier answer to each question", () => {
    expect(decisions(rows).map(({ asked, label }) => `${asked}${label}`)).toEqual(["甲0", "乙1", "丙1"]);
  });

  it("is the lowest that is precise enough", () => {
    expect(thresholdAt(rows, 0.98)).toMatchObject({ threshold: 0.97, precision: 1, said: 1 });
    expect(thresholdAt(rows, 0.6)).toMatchObject({ threshold: 0.8, said: 3 });
  });
});

it("lets having words in common never speak against", () => {
  const at = (name: (typeof sameQuestionFeatures)[number], value: number) =>
    sameQuestionFeatures.map((each) => (each === name ? value : 0));
  const pairs: ComparedPair[] = [0, 1].flatMap((label) =>
    Array.from({ length: 10 }, () => ({ ...judged("甲", label as 0 | 1, 0), features: at("wordOverlap", 1 - label) })),
  );
  const { weights } = fitSameQuestion(pairs, true);
  expect(weights[sameQuestionFeatures.indexOf("wordOverlap")]).toBe(0);
});
