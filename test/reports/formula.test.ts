import { describe, expect, it } from "vitest";
import { isLikeFormula } from "../../src/reports/formula.js";

describe("a text that a spreadsheet might take for a formula", () => {
  it.each([
    ["=1+1"],
    ["+86 700"],
    ["-2+3"],
    ["@SUM(A1)"],
    ["\t=1"],
    ["\r=1"],
    ["\n=1"],
    ["\tabc"],
    ["＝1+1"],
    ["＋1"],
    ["－1"],
    ["＠甲"],
    ["﹦1"],
    [" =1"],
    ["　=1"],
    ["\ufeff=1"],
  ])("%j is one", (text) => {
    expect(isLikeFormula(text)).toBe(true);
  });

  it.each([[""], ["YSQ-2026-000001"], ["2026-03-06"], ["一=二"], ["甲@乙"], ["’=1"]])("%j is none", (text) => {
    expect(isLikeFormula(text)).toBe(false);
  });
});
