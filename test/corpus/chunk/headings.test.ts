import { describe, expect, it } from "vitest";
import { chunkText } from "../../../src/corpus/chunk/chunk.js";
import { guideElements } from "../../fixtures/corpus.js";

const notice = (lines: readonly string[]) => chunkText(lines.join("\n"), 0, "notice", guideElements);
const places = (lines: readonly string[]) => notice(lines).map(({ chapter, heading }) => [chapter, heading]);
const filler = "灯会期间请大家看好孩子，不要拥挤。".repeat(30);

describe("a notice with headings", () => {
  it("is cut at those of markdown, under the path of those above", () => {
    expect(places(["# 灯会通知", "## 交通", "### 公交", "停运。", "### 地铁", "照常。", "## 安全", "看好孩子。"])).toEqual([
      ["交通", "公交"],
      ["交通", "地铁"],
      [null, "安全"],
    ]);
  });

  it("is cut at those with numbers", () => {
    expect(notice(["一、时间", "周五晚上。", "二、地点", "广场。"]).map(({ heading, text }) => [heading, text])).toEqual([
      ["时间", "时间\n周五晚上。"],
      ["地点", "地点\n广场。"],
    ]);
  });

  it("is cut at numbered paragraphs that begin with their matter", () => {
    expect(notice(["一、延长时间。夜市开到十点。", "二、免收费用。全年不收。"]).map(({ heading, text }) => [heading, text])).toEqual([
      ["延长时间", "一、延长时间。夜市开到十点。"],
      ["免收费用", "二、免收费用。全年不收。"],
    ]);
  });

  it("keeps the items of a short section together", () => {
    expect(places(["一、对象", "（一）老人", "（二）孩子", "二、地点", "广场。"])).toEqual([
      [null, "对象"],
      [null, "地点"],
    ]);
  });

  it("has a long section cut at the finer numbers", () => {
    expect(
      places(["一、安排", "（一）白天活动", filler, "（二）晚上活动", filler, "二、地点", "广场。"]).filter(
        ([, heading]) => heading !== "地点",
      ),
    ).toEqual(
      expect.arrayContaining([
        ["安排", "白天活动"],
        ["安排", "晚上活动"],
      ]),
    );
  });

  it("does not take the items of a long list for headings", () => {
    const items = Array.from({ length: 60 }, (_, index) => `（一）第${index}号摊位的桌椅和灯笼`);
    expect(new Set(places(["一、清单", ...items, "二、地点", "广场。"]).map(([, heading]) => heading))).toEqual(new Set(["清单", "地点"]));
  });
});

describe("what a notice says first", () => {
  it("is left out where it only announces the sections", () => {
    expect(places(["灯会的安排如下：", "一、时间", "周五。", "二、地点", "广场。"])[0]).toEqual([null, "时间"]);
  });

  it("stays where it is long", () => {
    expect(places([filler, "一、时间", "周五。", "二、地点", "广场。"])[0]).toEqual([null, null]);
  });
});

describe("a notice that has a rule behind it", () => {
  it("is cut at the rule's articles", () => {
    expect(notice(["现将规定印发给你们。", "灯会管理规定", "第一条 先登记。", "第二条 不收费。"]).map(({ article }) => article)).toEqual([
      "第一条",
      "第二条",
    ]);
  });
});
