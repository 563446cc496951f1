import { describe, expect, it } from "vitest";
import { citedArticles } from "../../src/text/citations.js";

const cited = (text: string) => citedArticles(text).map(({ title, article }) => `${title} ${article}`);

describe("the articles that a passage names", () => {
  it.each([
    ["依据《集市条例》第八条办理。", ["集市条例 第八条"]],
    ["（《集市条例》第十条第三款）", ["集市条例 第十条"]],
    ["（《集市条例》第十条第三款第（二）项）", ["集市条例 第十条"]],
    ["《集市条例》第18条", ["集市条例 第18条"]],
    ["《集市条例》第三条之一", ["集市条例 第三条之一"]],
    ["《集市条例》第三条、第五条和第七条", ["集市条例 第三条", "集市条例 第五条", "集市条例 第七条"]],
    ["《集市条例》第三条第一款、第二款", ["集市条例 第三条"]],
    ["《集市条例》第三条至第五条", ["集市条例 第三条", "集市条例 第五条"]],
    ["《集市条例》（2021年修正）第三条", ["集市条例 第三条"]],
    ["《实施《集市法》办法》第二条", ["实施《集市法》办法 第二条"]],
    ["《集市条例》第三条，《夜市办法》第九条", ["集市条例 第三条", "夜市办法 第九条"]],
    ["《集市条例》第三条。再看《集市条例》第三条。", ["集市条例 第三条"]],
  ])("in %s are %j", (text, expected) => {
    expect(cited(text)).toEqual(expected);
  });

  it.each(["《集市条例》规定要登记。", "本条例第三条", "《集市条例》共第三批", ""])("in %s are none", (text) => {
    expect(cited(text)).toEqual([]);
  });

  it("stand where the offsets say", () => {
    const text = "依据《集市条例》第八条第一款办理。";
    const [first] = citedArticles(text);
    expect(text.slice(first?.start, first?.end)).toBe("《集市条例》第八条第一款");
  });
});
