import { describe, expect, it } from "vitest";
import { citesGold, namesGold } from "../../src/evaluation/gold.js";
import { citation } from "../fixtures/evaluation.js";

const gold = (path: string | null, document: string | null, article: string | null) => [{ path, document, article }];
const titleOf = (path: string) => (path === "法规/产假.md" ? "中华人民共和国产假规定（2020年修订）" : null);

describe("citesGold", () => {
  it("needs both path and article", () => {
    const cited = [citation("法规/产假.md", "第七条")];
    expect(citesGold(cited, gold("法规/产假.md", null, "第七条"))).toBe(true);
    expect(citesGold(cited, gold("法规/产假.md", null, "第八条"))).toBe(false);
    expect(citesGold(cited, gold("法规/婚假.md", null, "第七条"))).toBe(false);
  });

  it("takes any article of a text of which none is expected", () => {
    expect(citesGold([citation("法规/产假.md", "第七条")], gold("法规/产假.md", null, null))).toBe(true);
  });

  it("knows a text by its title, with 中华人民共和国 and notes in brackets or without", () => {
    const cited = [citation("a.md", "第七条", { document: "中华人民共和国产假规定" })];
    expect(citesGold(cited, gold(null, "产假规定（2020年修订）", "第七条"))).toBe(true);
    expect(citesGold(cited, gold(null, "婚假规定", "第七条"))).toBe(false);
  });

  it("is satisfied with one of several", () => {
    const expected = [...gold("甲.md", null, "第一条"), ...gold("乙.md", null, "第二条")];
    expect(citesGold([citation("乙.md", "第二条")], expected)).toBe(true);
  });
});

describe("namesGold", () => {
  const named = (document: string, article: string) => [citation("解读.md", null, { basis: [{ document, article }] })];

  it("finds the article that a cited explanation rests on, by the title of the expected path", () => {
    expect(namesGold(named("产假规定", "第七条"), gold("法规/产假.md", null, "第七条"), titleOf)).toBe(true);
    expect(namesGold(named("产假规定", "第八条"), gold("法规/产假.md", null, "第七条"), titleOf)).toBe(false);
  });

  it("takes a book of a code for the code", () => {
    expect(namesGold(named("中华人民共和国民法典", "第一千条"), gold(null, "民法典·人格权编", "第一千条"), titleOf)).toBe(true);
  });

  it("finds nothing for a path that has no published text", () => {
    expect(namesGold(named("产假规定", "第七条"), gold("没有.md", null, "第七条"), titleOf)).toBe(false);
  });
});
