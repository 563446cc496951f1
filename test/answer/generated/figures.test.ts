import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFigures } from "../../../src/answer/generated/figures.js";
import { chineseNumeral } from "../../../src/text/articles.js";

const said =
  "《水仙街道夜市摊位管理办法》第六条（2024年3月1日起施行）\n年满18周岁的居民可以申请，每户不超过2个。街道应当自收到申请之日起15个工作日内答复。\n" +
  "A区摊位费每月一百二十元，B区摊位费每月九十元。押金不少于300元。60周岁至69周岁的补贴20元；70周岁以上的补贴50元。";
const rules = (statement: string) => checkFigures(statement, said).map(({ rule }) => rule);

describe("the figures of a sentence", () => {
  it.each([
    "A区摊位费每月120元。",
    "年满十八周岁可以申请。",
    "街道应当自收到申请之日起十五个工作日内答复。",
    "2024年3月1日起施行。",
    "按照第六条，每户不超过两个。",
    "70周岁以上的补贴五十元。",
    "60周岁至69周岁的，补贴20元。",
  ])("may be said in other characters: %s", (statement) => {
    expect(rules(statement)).toEqual([]);
  });

  it.each([
    ["an amount that is nowhere", "A区摊位费每月150元。", "number"],
    ["another unit", "街道应当自收到申请之日起15天内答复。", "number"],
    ["an article that is nowhere", "按照第七条，可以申请。", "article"],
    ["an amount as an article", "按照第十五条，可以申请。", "article"],
    ["a date from the parts of another", "2024年1月3日起施行。", "number"],
    ["the upper for the lower bound", "押金不超过300元。", "bound"],
    ["the lower for the upper bound", "每户至少2个。", "bound"],
    ["another period", "A区摊位费每年120元。", "per"],
    ["what belongs to something else", "A区摊位费每月90元。", "numbers_mixed"],
    ["an amount on another condition", "70周岁以上的补贴20元。", "numbers_mixed"],
  ])("may not be %s: %s", (_, statement, rule) => {
    expect(rules(statement)).toContain(rule);
  });

  it("may be no other number, whichever is put in its place", () => {
    const supported = [
      "A区摊位费每月{}元。",
      "押金不少于{}元。",
      "街道应当自收到申请之日起{}个工作日内答复。",
      "年满{}周岁的居民可以申请。",
    ] as const;
    const stated = new Set([120, 300, 15, 18, 60, 69, 70]);
    fc.assert(
      fc.property(fc.constantFrom(...supported), fc.integer({ min: 0, max: 9_999 }), fc.boolean(), (sentence, number, inChinese) => {
        fc.pre(!stated.has(number));
        const written = inChinese ? chineseNumeral(number) : String(number);
        expect(rules(sentence.replace("{}", written))).not.toEqual([]);
      }),
    );
  });
});
