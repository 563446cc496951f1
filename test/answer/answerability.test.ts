import { describe, expect, it } from "vitest";
import { answerabilityOf, foundFeaturesOf, ruleLogOdds } from "../../src/answer/answerability.js";
import { loadKnowledge } from "../../src/knowledge/index.js";
import { knowledgeFolder } from "../../src/paths.js";
import { hitOf } from "../fixtures/hits.js";

const knowledge = loadKnowledge(knowledgeFolder);
const text = "第一条 夜市摊位先登记。";
const found = (score: number, second = 0.1) => [hitOf("夜市法", text, { score }), hitOf("市场法", text, { score: second })];

describe("the probability that what was found answers", () => {
  const answers = (question: string, score: number) => answerabilityOf(question, found(score), knowledge).answers;

  it("rises with how sure the ranker is", () => {
    const scores = [0.01, 0.1, 0.3, 0.6, 0.9].map((score) => answers("摆夜市摊要什么条件", score));
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
  });

  it("is never more than that a rule is asked for", () => {
    for (const question of ["摆夜市摊要什么条件", "今晚夜市几点收摊", "夜市摊位还剩几个"]) {
      const both = answerabilityOf(question, found(0.99), knowledge);
      expect(both.answers).toBeLessThanOrEqual(both.asksForRule);
    }
  });

  it("is nil where nothing was found", () => {
    expect(answerabilityOf("摆夜市摊要什么条件", [], knowledge).answers).toBe(0);
  });
});

describe("what is asked for", () => {
  const asksForRule = (question: string) => answerabilityOf(question, [], knowledge).asksForRule;

  it.each(["未满十六岁能不能当学徒", "租房合同没到期房东能赶人吗", "丢了户口本补办要什么材料", "试用期最长多久"])(
    "%s: a rule",
    (question) => {
      expect(asksForRule(question)).toBeGreaterThan(0.5);
    },
  );

  it.each(["你们那儿今天排队的人多吗", "活动中心羽毛球馆周六还有场地没", "小区门口那条路修到哪天完工", "我家上个月电费怎么这么多"])(
    "%s: a local and current fact",
    (question) => {
      expect(asksForRule(question)).toBeLessThan(0.5);
    },
  );

  it("is a number for an empty text too", () => {
    expect(ruleLogOdds("", knowledge.ruleCues)).toSatisfy(Number.isFinite);
  });
});

describe("what retrieval says of its own success", () => {
  it("is the log-odds of the best, its lead, its coverage and what the best five share", () => {
    const first = hitOf("夜市法", text, { score: 0.5, coverage: 0.7 });
    const features = foundFeaturesOf([first, { ...first, score: 0.5 }, hitOf("市场法", text)]);
    expect(features).toEqual({ topScore: 0, gap: 0, coverage: 0.7, agreement: 2 / 5 });
  });

  it("stays finite for scores of nought and one", () => {
    expect(foundFeaturesOf([hitOf("夜市法", text, { score: 1 }), hitOf("夜市法", text, { score: 0 })])).toMatchObject({
      topScore: 8,
      gap: 16,
    });
    expect(foundFeaturesOf([])).toEqual({ topScore: -8, gap: 0, coverage: 0, agreement: 0 });
  });
});
