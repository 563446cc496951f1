import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkText } from "../../../src/corpus/chunk/chunk.js";
import type { DocumentKind } from "../../../src/domain/document.js";
import { guideElements } from "../../fixtures/corpus.js";

const chunks = (text: string, kind: DocumentKind = "local_regulation") => chunkText(text, 0, kind, guideElements);
const articles = (text: string, kind?: DocumentKind) => chunks(text, kind).map(({ article }) => article);

describe("a text with articles", () => {
  const text = [
    "# 集市条例",
    "第一章\u3000总则",
    "第一条 为了管好集市，制定本条例。",
    "第二条 本条例适用于集市。",
    "街道负责管理。",
    "第二章 摊位",
    "第一节 申请",
    "第三条 摆摊先登记。",
  ].join("\n");

  it("is split at its articles", () => {
    expect(articles(text)).toEqual(["第一条", "第二条", "第三条"]);
  });

  it("has its 款 with the article", () => {
    expect(chunks(text)[1]?.text).toBe("第二条 本条例适用于集市。\n街道负责管理。");
  });

  it("has the chapter or section beside each article and not in its text", () => {
    expect(chunks(text).map(({ chapter }) => chapter)).toEqual(["第一章 总则", "第一章 总则", "第一节 申请"]);
  });

  it("has articles that were put in later", () => {
    expect(articles("第三条 摆摊先登记。\n第三条之一 夜市另行登记。\n第四条 登记免费。")).toEqual(["第三条", "第三条之一", "第四条"]);
  });

  it("does not begin an article where a line only mentions one", () => {
    expect(articles("第十条 摆摊先登记。\n第十条规定的登记免费。\n第十一条规定的除外。")).toEqual(["第十条"]);
  });

  it("has its articles also when they are indented", () => {
    expect(articles("\u3000\u3000第一条\u3000摆摊先登记。\n\u3000\u3000第二条\u3000登记免费。")).toEqual(["第一条", "第二条"]);
  });

  it("has an article whose number stands on a line of its own", () => {
    expect(chunks("第一条\n摆摊先登记。").map(({ text }) => text)).toEqual(["第一条\n摆摊先登记。"]);
  });

  it("reads headings of markdown as chapters", () => {
    expect(
      chunks("## 第一章 总则\n第一条 摆摊先登记。\n## 附件说明\n表格另行公布。").map(({ article, chapter }) => [article, chapter]),
    ).toEqual([
      ["第一条", "第一章 总则"],
      [null, "附件说明"],
    ]);
  });

  it("begins behind title and history", () => {
    const whole = "第一条 这是题注。\n第一条 摆摊先登记。";
    expect(chunkText(whole, whole.lastIndexOf("第一条"), "law", guideElements).map(({ start }) => start)).toEqual([
      whole.lastIndexOf("第一条"),
    ]);
  });

  it("is cited as one article where a long one is split", () => {
    const long = [
      "第五条 摊主应当：",
      ...Array.from({ length: 40 }, (_, index) => `（${index + 1}）把第${index + 1}号摊位的桌椅摆放整齐，收摊时带走垃圾；`),
    ];
    const parts = chunks(long.join("\n"));
    expect(parts.length).toBeGreaterThan(1);
    expect(new Set(parts.map(({ article }) => article))).toEqual(new Set(["第五条"]));
  });
});

describe("a text with headed sections", () => {
  const text = "# 集市问答\n\n街道整理了几个问题。\n\n## 摆摊要钱吗？\n\n不要钱。\n\n## 去哪里登记？\n\n到服务中心。\n第三条 桌子自带。\n";

  it("has a chunk for each, the question with its answer", () => {
    expect(chunks(text, "interpretation").map(({ heading, text }) => [heading, text])).toEqual([
      ["摆摊要钱吗？", "摆摊要钱吗？\n\n不要钱。"],
      ["去哪里登记？", "去哪里登记？\n\n到服务中心。\n第三条 桌子自带。"],
    ]);
  });

  it("names no articles", () => {
    expect(articles(text, "interpretation")).toEqual([null, null]);
  });

  it("leaves out what only announces the sections", () => {
    expect(chunks(text, "interpretation").some(({ text }) => text.includes("几个问题"))).toBe(false);
  });
});

describe("a decision with numbered paragraphs", () => {
  it("is split at its numbers", () => {
    const text = "为了便民，决定如下：\n一、夜市延长到十点。\n具体摊位另行公布。\n二、登记免费。";
    expect(chunks(text, "normative_document").map(({ text }) => text)).toEqual([
      "为了便民，决定如下：",
      "一、夜市延长到十点。\n具体摊位另行公布。",
      "二、登记免费。",
    ]);
  });
});

describe("a plain text", () => {
  it("is one chunk without article and heading", () => {
    expect(chunks("各位居民：\n明天停水。\n", "notice")).toEqual([
      { article: null, chapter: null, heading: null, start: 0, text: "各位居民：\n明天停水。" },
    ]);
  });

  it("without words has none", () => {
    expect(chunks(" \n\n\u3000", "notice")).toEqual([]);
  });
});

describe("the chunks of any text", () => {
  const line = fc.oneof(
    fc.constantFrom("第一章 总则", "第二节 申请", "## 摆摊要钱吗？", "# 集市条例", "", " ", "一、夜市延长。", "二、登记免费。"),
    fc.constantFrom("第一条 摆摊先登记。", "\u3000\u3000第二条\u3000登记免费。", "第二条之一 夜市另行登记。", "第十条规定的除外。"),
    fc.constantFrom("街道负责管理。", "（一）桌椅；", `${"收摊以后把地面打扫干净。".repeat(70)}`),
  );
  const kind = fc.constantFrom<DocumentKind>("law", "normative_document", "interpretation", "notice", "faq", "service_guide", "disclosure");
  const isHeading = (text: string) => /^(?:#+ |第[一二]章|第[一二]节)/.test(text.trim());
  const holds = (check: (text: string, kind: DocumentKind) => void) =>
    fc.assert(fc.property(fc.array(line, { maxLength: 25 }), kind, (lines, anyKind) => check(lines.join("\n"), anyKind)));

  it("stand verbatim at their offsets", () => {
    holds((text, anyKind) => {
      for (const chunk of chunks(text, anyKind)) expect(text.slice(chunk.start, chunk.start + chunk.text.length)).toBe(chunk.text);
    });
  });

  it("are in order and do not overlap", () => {
    holds((text, anyKind) => {
      let end = 0;
      for (const chunk of chunks(text, anyKind)) {
        expect(chunk.start).toBeGreaterThanOrEqual(end);
        end = chunk.start + chunk.text.length;
      }
    });
  });

  it("lose headings and white space alone, from the first article or question on", () => {
    holds((text, anyKind) => {
      const found = chunks(text, anyKind);
      const begin = found[0]?.start ?? text.length;
      let rest = "";
      let at = begin;
      for (const chunk of found) {
        rest += text.slice(at, chunk.start);
        at = chunk.start + chunk.text.length;
      }
      rest += text.slice(at);
      for (const lost of rest.split("\n")) expect(lost.trim() === "" || isHeading(lost) || /^#+\s*$/.test(lost.trim())).toBe(true);
      const isStructured = found.some(({ article, heading }) => article !== null || heading !== null);
      if (!isStructured) for (const lost of text.slice(0, begin).split("\n")) expect(lost.trim() === "" || isHeading(lost)).toBe(true);
    });
  });
});
