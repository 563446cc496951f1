import { describe, expect, it } from "vitest";
import { guardReply } from "../../../src/answer/guards/guard-reply.js";
import type { Citation } from "../../../src/domain/reply.js";

const document = "第一条 产假九十八天。\n\n第二条 另有奖励假三十日，工资照发。";
const citation = (quote: string): Citation => ({
  n: 1,
  document: "示例条例",
  article: "第一条",
  path: "示例.md",
  url: null,
  quote,
  effectiveFrom: null,
  status: "in_force",
  basis: [],
});
const guard = (text: string, quotes: readonly string[], own: readonly string[] = []) =>
  guardReply(text, quotes.map(citation), () => document, own, "来源").map((finding) => finding.rule);

describe("the guard", () => {
  it("lets an answer pass whose numbers stand in the quote by value", () => {
    expect(guard("有98天产假。[1]\n\n来源\n[1] 《示例条例》第一条（2021年1月1日起施行）", ["第一条 产假九十八天。"])).toEqual([]);
  });

  it("takes a quote that differs from the document in white space alone", () => {
    expect(guard("产假。[1]", ["产假九十八天。 第二条 另有奖励假"])).toEqual([]);
  });

  it("refuses a quote that is not the document's", () => {
    expect(guard("产假。[1]", ["产假一百天。"])).toEqual(["quote_not_verbatim"]);
  });

  it("refuses a number that no quote holds", () => {
    expect(guard("一共128天。[1]", [document])).toEqual(["number_without_source"]);
  });

  it("refuses a number that stands in the document but not in the quote", () => {
    expect(guard("奖励假30日。[1]", ["第一条 产假九十八天。"])).toEqual(["number_without_source"]);
  });

  it("lets the resident's own numbers and the office's telephones stand", () => {
    expect(guard("您问的是2个孩子，可以打0700-0000100。产假九十八天。[1]", ["产假九十八天。"], ["我有2个孩子", "0700-0000100"])).toEqual(
      [],
    );
  });

  it("refuses an answer without a source", () => {
    expect(guard("可以。", [])).toEqual(["no_citation"]);
  });

  it("refuses an answer of more than 1,000 characters when no cited article is longer", () => {
    expect(guard("甲".repeat(1001), ["产假九十八天。"])).toEqual(["too_long"]);
  });

  it("refuses a quote whose document is gone", () => {
    expect(guardReply("产假。[1]", [citation("产假")], () => null, [], "来源").map((finding) => finding.rule)).toEqual([
      "quote_not_verbatim",
    ]);
  });
});

describe("a computed number", () => {
  const sum = "98 + 30 = 128（天）";
  const computed = (text: string, unsourced: readonly number[] = []) =>
    guardReply(text, [citation("第一条 产假九十八天。")], () => document, [], "来源", [{ sum, unsourced }]).map(({ rule }) => rule);

  it("may stand in a text that shows its sum", () => {
    expect(computed(`一共128天。[1]\n${sum}`)).toEqual([]);
  });

  it("may not where its sum is not shown, or takes in a number that no source holds", () => {
    expect(computed("一共128天。[1]")).toEqual(["number_without_source"]);
    expect(computed(`一共128天。[1]\n${sum}`, [30])).toEqual(["number_without_source"]);
  });
});
