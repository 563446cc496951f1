import { describe, expect, it } from "vitest";
import {
  featuresOf,
  likenessesTo,
  noLikenesses,
  readQuestion,
  reviewedQuestion,
  sameQuestionProbability,
} from "../../../src/answer/curated/same-question.js";
import { type SameQuestionFeature, sameQuestionFeatures } from "../../../src/knowledge/curated.js";
import { sampleKnowledge } from "../../fixtures/request-dialog.js";

const rules = sampleKnowledge();
const read = (text: string) => readQuestion(text, rules);
const reviewed = reviewedQuestion(["养犬登记要带什么材料", "给狗办登记要带哪些证件", "养犬登记需要的资料"].map(read));
const feature = (name: SameQuestionFeature, question: string, of = reviewed) =>
  featuresOf(read(question), of, noLikenesses)[sameQuestionFeatures.indexOf(name)];

describe("what speaks against a question being a reviewed one", () => {
  it.each<[string, SameQuestionFeature, string, number]>([
    ["another thing is asked of it", "otherElement", "养犬登记要多久", 1],
    ["the same is asked of it, in another word", "otherElement", "养犬登记要带啥手续和资料", 0],
    ["a number that no phrasing has", "otherNumber", "养3只狗怎么登记", 0.5],
    ["a place that no phrasing has", "otherPlace", "广州养犬登记要带什么材料", 0.5],
    ["a negation that no phrasing has", "otherNegation", "没有材料怎么养犬登记", 1],
    ["asking 能不能, which is no negation", "otherNegation", "能不能养犬登记", 0],
    ["no word that they all have", "incomplete", "孩子上学要什么材料", 1],
  ])("%s", (_, name, question, expected) => {
    expect(feature(name, question)).toBe(expected);
  });

  it("is another number than theirs", () => {
    const eighty = reviewedQuestion([read("80岁老人津贴多少钱")]);
    expect(feature("otherNumber", "90岁老人津贴多少钱", eighty)).toBe(1);
    expect(feature("otherNumber", "八十岁老人津贴多少钱", eighty)).toBe(0);
  });
});

describe("what speaks for it", () => {
  const alike = async (_: string, others: readonly string[]) => others.map(() => 0.7);
  const restLikeness = async (question: string) => (await likenessesTo(read(question), reviewed, alike)).restLikeness;

  it("is how near it is to the nearest phrasing, and to what all of them say", async () => {
    expect(await likenessesTo(read("养犬登记要带什么材料"), reviewed, alike)).toMatchObject({ likeness: 0.7, topicLikeness: 0.7 });
  });

  it("is that its own words say the same as those that it lacks", async () => {
    expect(await restLikeness("养犬登记要带什么材料")).toBe(1);
    expect(await restLikeness("宠物登记要带什么材料")).toBe(0.7);
    expect(await restLikeness("养犬登记要带什么材料和疫苗")).toBe(0);
  });

  it("is nothing where there are no vectors", async () => {
    expect(await likenessesTo(read("宠物登记"), reviewed, async () => null)).toEqual(noLikenesses);
  });
});

describe("the fitted models", () => {
  it.each(["static", "words"] as const)("%s: let nothing speak the wrong way", (kind) => {
    const { weights } = rules.curated[kind];
    const speaksFor = new Set<SameQuestionFeature>(["likeness", "topicLikeness", "restLikeness", "wordOverlap", "pairOverlap"]);
    for (const name of sameQuestionFeatures)
      expect(Math.sign(weights[name]) * (speaksFor.has(name) ? 1 : -1), name).toBeGreaterThanOrEqual(-0);
  });

  it("are sure of a question that differs in nothing", () => {
    const features = sameQuestionFeatures.map((name) => (/ikeness|Overlap/.test(name) ? 1 : 0));
    expect(sameQuestionProbability(rules.curated.static, features)).toBeGreaterThan(rules.curated.static.threshold);
  });
});
