import { describe, expect, it } from "vitest";
import { titleKey } from "../../src/text/title-key.js";

describe("the key of a title", () => {
  it.each([
    ["中华人民共和国集市法", "集市法"],
    ["《集市法》", "集市法"],
    ["集市 法", "集市法"],
    ["实施《中华人民共和国集市法》办法", "实施〈集市法〉办法"],
    ["集市条例（2019年修订）", "集市条例"],
    ["集市条例(2019修正)", "集市条例"],
    ["集市条例（修订）", "集市条例"],
    ["集市条例（2018年第二次修正）", "集市条例"],
    ["集市条例（2021-12-01）", "集市条例"],
    ["集市条例（2021年）", "集市条例"],
  ])("is the same for %s and %s", (one, other) => {
    expect(titleKey(one)).toBe(titleKey(other));
  });

  it.each([
    ["集市条例", "集市条例实施办法"],
    ["集市规则", "集市规则（试行）"],
    ["集市纠纷的解释（一）", "集市纠纷的解释（二）"],
    ["江门市集市条例", "湛江市集市条例"],
  ])("is another one for %s and %s", (one, other) => {
    expect(titleKey(one)).not.toBe(titleKey(other));
  });
});
