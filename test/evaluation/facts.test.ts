import { describe, expect, it } from "vitest";
import { factFinder } from "../../src/evaluation/facts.js";

const states = (text: string, fact: string) => factFinder(text)(fact);

describe("factFinder", () => {
  it("finds a fact that stands there verbatim", () => {
    expect(states("女职工产假九十八天，其中产前可以休十五天。", "产假九十八天")).toBe(true);
  });

  it("finds it with its numbers written otherwise", () => {
    expect(states("试用期不得超过3个月。", "试用期不得超过三个月")).toBe(true);
  });

  it("misses a fact when one of its numbers is another", () => {
    expect(states("试用期不得超过六个月。", "试用期不得超过三个月")).toBe(false);
  });

  it("finds it in other words from 60 % of its pairs of characters on, and not below", () => {
    // 甲乙 乙丙 丙丁 丁戊 戊己: five pairs
    expect(states("甲乙丙丁", "甲乙丙丁戊己")).toBe(true);
    expect(states("甲乙丙", "甲乙丙丁戊己")).toBe(false);
  });

  it("does not mind punctuation", () => {
    expect(states("可以选择复职、复工。", "可以选择复职复工")).toBe(true);
  });

  it("finds a fact that is one number by its value alone", () => {
    expect(states("共三人", "3")).toBe(true);
    expect(states("共四人", "3")).toBe(false);
  });

  it("finds nothing in an empty text", () => {
    expect(states("", "产假")).toBe(false);
  });
});
