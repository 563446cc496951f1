import { describe, expect, it } from "vitest";
import { completions, coreOf, isCorrection } from "../../../src/answer/follow-up/completions.js";
import { sampleKnowledge } from "../../fixtures/request-dialog.js";

const knowledge = sampleKnowledge();
const questions = (last: string, message: string) =>
  completions(last, coreOf(message, knowledge.followUps), knowledge).map(({ question }) => question);

describe("coreOf", () => {
  it.each([
    ["那离婚呢？", "离婚"],
    ["谢谢，那要带什么", "要带什么"],
    ["不对，是三年的", "三年的"],
    ["如果是外地户口的话呢", "外地户口"],
    ["呢？", ""],
  ])("of %s is %s", (message, core) => {
    expect(coreOf(message, knowledge.followUps)).toBe(core);
  });
});

describe("isCorrection", () => {
  it("knows that the last message was wrong", () => {
    expect(isCorrection("不对，是五年", knowledge.followUps)).toBe(true);
    expect(isCorrection("哦，说错了，是女方", knowledge.followUps)).toBe(true);
  });

  it("does not take every 不 for one", () => {
    expect(isCorrection("不签合同怎么办", knowledge.followUps)).toBe(false);
  });
});

describe("completions", () => {
  it.each([
    ["合同签一年，试用期多久", "签五年呢", "合同签五年，试用期多久", "a number of the same unit"],
    ["结婚登记要带什么", "那离婚呢", "离婚登记要带什么", "a word of the same list"],
    ["产假有几天", "陪产假呢？", "陪产假有几天", "a longer name for the same thing"],
    ["深圳办居住证要多久", "在惠州呢", "惠州办居住证要多久", "a place"],
    ["办居住证要多久", "在惠州呢", "在惠州，办居住证要多久", "a place where none was"],
  ])("%s, then %s: %s, for %s", (last, message, wanted) => {
    expect(questions(last, message)[0]).toBe(wanted);
  });

  it("keeps the matter when something else is asked of it", () => {
    expect(questions("办居住证要多久？", "要带什么")).toContain("办居住证，要带什么");
  });

  it("adds what is told to the question", () => {
    expect(questions("押金最多收几个月？", "房东收了我四个月")).toContain("押金最多收几个月，房东收了我四个月");
  });

  it("puts no number in the place of one of another unit", () => {
    expect(questions("合同签一年要赔多少", "我干了5天呢")).not.toContain("合同签5天要赔多少");
  });

  it("gives no question twice, and not the last one again", () => {
    const found = questions("产假有几天", "产假呢");
    expect(new Set(found).size).toBe(found.length);
    expect(found).not.toContain("产假有几天");
  });
});
