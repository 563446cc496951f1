import { describe, expect, it } from "vitest";
import { wordFinder } from "../../src/knowledge/word-finder.js";

describe("finding known words in a text", () => {
  it.each([
    ["each once, in the order of the text", ["甲乙", "丙丁"], "丙丁和甲乙和丙丁", ["丙丁", "甲乙"]],
    ["the longest of those that begin together", ["甲", "甲乙", "甲乙丙"], "甲乙丙", ["甲乙丙"]],
    ["not what lies inside a longer one", ["乙", "乙丙", "甲乙丙丁"], "甲乙丙丁", ["甲乙丙丁"]],
    ["the same word again where it stands by itself", ["乙", "甲乙"], "甲乙，乙", ["甲乙", "乙"]],
    ["both of two that overlap", ["被炒", "炒鱿鱼"], "被炒鱿鱼了", ["被炒", "炒鱿鱼"]],
    ["a shorter one where the longer breaks off", ["甲乙", "甲乙丙丁"], "甲乙丙", ["甲乙"]],
    ["a word at the end of the text", ["甲乙"], "丙甲乙", ["甲乙"]],
    ["nothing in an empty text", ["甲"], "", []],
    ["nothing when no word is known", [], "甲乙", []],
    ["a number by itself", ["110"], "打110报警", ["110"]],
    ["no number inside a longer one", ["110"], "罚1100元，电话0110", []],
    ["no Latin word inside a longer one", ["app"], "happy", []],
    ["a word that holds letters between characters", ["阿sir"], "个阿sir话", ["阿sir"]],
    ["characters beyond the basic plane", ["𡥧仔"], "个𡥧仔", ["𡥧仔"]],
  ])("gives %s", (_, words, text, expected) => {
    expect(wordFinder(words)(text)).toEqual(expected);
  });
});
