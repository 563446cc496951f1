import { describe, expect, it } from "vitest";
import { checkVocabulary } from "../../scripts/check-knowledge/check-vocabulary.js";
import type { VocabularyEntry } from "../../src/knowledge/vocabulary.js";

const entry = (say: string[], mean: string[], given: Partial<VocabularyEntry> = {}): VocabularyEntry => ({
  say,
  mean,
  weight: 1,
  ambiguous: [],
  single: [],
  ...given,
});

const check = (files: Readonly<Record<string, readonly VocabularyEntry[]>>, texts: string | null = null) =>
  checkVocabulary(new Map(Object.entries(files)), texts === null ? null : (word) => texts.includes(word));
const rules = (...given: Parameters<typeof check>) => check(...given).map(({ rule }) => rule);

describe("the lint of the vocabulary", () => {
  it("finds nothing in entries that keep the rules", () => {
    expect(check({ "a.yml": [entry(["单车"], ["自行车"])], "b.yml": [entry(["阿公"], ["老年人"])] }, "自行车 老年人")).toEqual([]);
  });

  it("names the file, the entry and the other place of a word that two entries have", () => {
    const findings = check({ "a.yml": [entry(["铺头", "人工"], ["商铺"])], "b.yml": [entry(["粮饷", "人工"], ["工资"])] });
    expect(findings).toEqual([
      expect.objectContaining({ path: "vocabulary/a.yml", rule: "collision", detail: expect.stringMatching(/铺头.*人工.*b\.yml.*粮饷/) }),
      expect.objectContaining({ path: "vocabulary/b.yml", rule: "collision", detail: expect.stringMatching(/粮饷.*人工.*a\.yml.*铺头/) }),
    ]);
  });

  it("lets a word be in two entries that both declare it", () => {
    const declared = { ambiguous: ["人工"] };
    expect(rules({ "a.yml": [entry(["人工"], ["工资"], declared), entry(["人工"], ["机器"], declared)] })).toEqual([]);
  });

  it.each([
    [
      "a word declared in one of the two entries only",
      [entry(["人工"], ["工资"], { ambiguous: ["人工"] }), entry(["人工"], ["机器"])],
      "collision",
    ],
    ["a declared word that no other entry has", [entry(["人工"], ["工资"], { ambiguous: ["人工"] })], "idle_declaration"],
    ["a declared word that the entry does not have", [entry(["人工"], ["工资"], { ambiguous: ["短工"] })], "idle_declaration"],
    ["a single character", [entry(["粮"], ["工资"])], "single_character"],
    ["a longer word declared as a single character", [entry(["粮饷"], ["工资"], { single: ["粮饷"] })], "idle_declaration"],
    ["a word that stands for itself", [entry(["遗嘱", "遗书"], ["遗嘱"])], "stands_for_itself"],
    ["a word that is said twice", [entry(["单车", "单车"], ["自行车"])], "repeated_word"],
    ["a word that is meant twice", [entry(["单车"], ["自行车", "自行车"])], "repeated_word"],
    ["a word in upper case", [entry(["KTV"], ["娱乐场所"])], "upper_case"],
    ["a traditional form without the simplified one", [entry(["老竇"], ["父母"])], "unheard_form"],
  ])("finds %s", (_, entries, rule) => {
    expect(rules({ "a.yml": entries })).toEqual([rule]);
  });

  it("finds an official word that no text has", () => {
    expect(check({ "a.yml": [entry(["单车"], ["自行车", "脚踏两轮车"])] }, "自行车")).toEqual([
      { path: "vocabulary/a.yml", rule: "matches_nothing", detail: expect.stringMatching(/单车.*脚踏两轮车/) },
    ]);
  });

  it("says nothing of official words where there are too few texts", () => {
    expect(rules({ "a.yml": [entry(["单车"], ["脚踏两轮车"])] }, null)).toEqual([]);
  });

  it("lets a single character be that is declared", () => {
    expect(rules({ "a.yml": [entry(["粮"], ["工资"], { single: ["粮"] })] })).toEqual([]);
  });

  it("lets an entry stand for nothing that only keeps words inside it from being found", () => {
    expect(rules({ "a.yml": [entry(["粮食"], [])] })).toEqual([]);
  });
});
