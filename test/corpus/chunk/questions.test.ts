import { describe, expect, it } from "vitest";
import { chunkText } from "../../../src/corpus/chunk/chunk.js";
import type { DocumentKind } from "../../../src/domain/document.js";
import { guideElements } from "../../fixtures/corpus.js";

const pairs = (text: string, kind: DocumentKind = "faq") =>
  chunkText(text, 0, kind, guideElements).map(({ heading, text }) => [heading, text]);
const two = [
  ["摆摊要钱吗？", "摆摊要钱吗？\n答：不要钱。"],
  ["去哪里登记？", "去哪里登记？\n答：到二楼。"],
];

describe("questions stand with their answers", () => {
  it.each([
    ["问：…答：…", "问：摆摊要钱吗？\n答：不要钱。\n问：去哪里登记？\n答：到二楼。"],
    ["Q1 and A1", "Q1：摆摊要钱吗？\n答：不要钱。\n\nQ2. 去哪里登记？\n答：到二楼。"],
    ["问题一", "问题一：摆摊要钱吗？\n答：不要钱。\n问题二：去哪里登记？\n答：到二楼。"],
    ["numbers", "1. 摆摊要钱吗？\n答：不要钱。\n2. 去哪里登记？\n答：到二楼。"],
    ["一、", "一、摆摊要钱吗？\n答：不要钱。\n二、去哪里登记？\n答：到二楼。"],
    ["headings", "## 摆摊要钱吗？\n答：不要钱。\n## 去哪里登记？\n答：到二楼。"],
    ["nothing", "摆摊要钱吗？\n答：不要钱。\n去哪里登记？\n答：到二楼。"],
  ])("marked with %s", (_, text) => {
    expect(pairs(text)).toEqual(two);
  });

  it("in brackets or bold, marks and all", () => {
    expect(pairs("【摆摊要钱吗？】\n不要钱。\n**去哪里登记？**\n到二楼。")).toEqual([
      ["摆摊要钱吗？", "【摆摊要钱吗？】\n不要钱。"],
      ["去哪里登记？", "**去哪里登记？**\n到二楼。"],
    ]);
  });

  it("on one line", () => {
    expect(pairs("问：摆摊要钱吗？答：不要钱。\n问：去哪里登记？答：到二楼。").map(([question]) => question)).toEqual([
      "摆摊要钱吗？",
      "去哪里登记？",
    ]);
  });

  it("with the numbered steps of an answer", () => {
    expect(pairs("问：怎样登记？\n答：分两步。\n1. 填表。\n2. 交表。\n问：要钱吗？\n答：不要。")[0]?.[1]).toContain("2. 交表。");
  });
});

describe("what questions are about", () => {
  it("stands above them", () => {
    const chunks = chunkText("一、关于收费\n1. 摆摊要钱吗？\n不要钱。\n二、关于登记\n2. 去哪里登记？\n到二楼。", 0, "faq", guideElements);
    expect(chunks.map(({ chapter, heading }) => [chapter, heading])).toEqual([
      ["关于收费", "摆摊要钱吗？"],
      ["关于登记", "去哪里登记？"],
    ]);
  });
});

describe("a notice that asks its readers something", () => {
  it("is no list of questions", () => {
    expect(pairs("各位居民：\n您家的孩子满六岁了吗？\n请到二楼报名。", "notice")).toEqual([
      [null, "各位居民：\n您家的孩子满六岁了吗？\n请到二楼报名。"],
    ]);
  });
});
