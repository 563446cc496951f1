import { describe, expect, it } from "vitest";
import { namedArticles } from "../../src/text/named-articles.js";

describe("an article that a message names behind a title", () => {
  it.each([
    ["《夜市条例》第三十八条", "夜市条例", "第三十八条"],
    ["《夜市条例》的第38条讲什么", "夜市条例", "第三十八条"],
    ["请问夜市条例38条说了什么", "夜市条例", "第三十八条"],
    ["按夜市条例里第３条办", "夜市条例", "第三条"],
    ["夜市条例第一千零五条", "夜市条例", "第一千零五条"],
  ])("%s", (text, title, article) => {
    const [named] = namedArticles(text);
    expect(named?.article).toBe(article);
    expect(named?.titles).toContain(title);
  });

  it("can be read with or without a word that asks before it, the longest first", () => {
    expect(namedArticles("请问夜市法第一条")[0]?.titles).toEqual(["请问夜市法", "夜市法"]);
  });

  it("is not read as the end of a longer title: that names another law", () => {
    expect(namedArticles("深圳经济特区夜市条例第三条")[0]?.titles).toEqual(["深圳经济特区夜市条例"]);
  });

  it.each(["第三条说了什么", "我有三条建议", "这里有两条狗", "夜市条例第三条件", "3条路", ""])("is none in %s", (text) => {
    const named = namedArticles(text).filter(({ titles }) => titles.some((title) => /法|条例/.test(title)));
    expect(named).toEqual([]);
  });
});
