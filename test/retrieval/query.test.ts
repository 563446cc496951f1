import { describe, expect, it } from "vitest";
import type { Vocabulary, WeightedWord } from "../../src/knowledge/vocabulary.js";
import { mostTerms } from "../../src/retrieval/lexical/search.js";
import { queryOf } from "../../src/retrieval/query.js";

/** Inverse document frequencies as a small collection has them; an unknown word weighs as much as any can. */
const known: Readonly<Record<string, number>> = { 夜市: 1, 摊位: 2, 登记: 1.5, 摆摊: 2.5, 经营: 0.5, 场所: 0.7, 经营场所: 0.9 };
const unknown = 4;
const idf = (term: string) => known[term] ?? unknown;

function vocabularyOf(official: Readonly<Record<string, readonly WeightedWord[]>>, everyday: typeof official = {}): Vocabulary {
  const standing = (words: typeof official) => (text: string) =>
    Object.keys(words).flatMap((said) => (text.includes(said) ? (words[said] ?? []) : []));
  return { officialWordsFor: standing(official), everydayWordsFor: standing(everyday) };
}

const weights = { official: 0.6, everyday: 0.3 };
const asked = (text: string, vocabulary = vocabularyOf({}), vector: Float32Array | null = null) =>
  queryOf(text, vector, vocabulary, weights, idf);

describe("a question as it is searched for", () => {
  it("has each of its words once, with how rare they are", () => {
    const { terms, idf: frequencies } = asked("夜市摊位和夜市登记");
    expect(terms).toEqual(["夜市", "摊位", "登记"].map((term) => ({ term, weight: 1, official: false })));
    expect([...frequencies]).toEqual([1, 2, 1.5]);
  });

  it("has the official words for everyday ones and the other way round, each by its weight", () => {
    const vocabulary = vocabularyOf({ 摆地摊: [{ word: "摊位", weight: 0.5 }] }, { 摆地摊: [{ word: "摆摊", weight: 1 }] });
    expect(asked("摆地摊", vocabulary).terms.filter(({ official }) => official)).toEqual([
      { term: "摊位", weight: 0.3, official: true },
      { term: "摆摊", weight: 0.3, official: true },
    ]);
  });

  it("lets the words of a longer official name weigh little more than one together", () => {
    const vocabulary = vocabularyOf({ 摆地摊: [{ word: "经营场所", weight: 1 }] });
    const added = asked("摆地摊", vocabulary).terms.filter(({ official }) => official);
    expect(added.map(({ term }) => term).sort()).toEqual(["场所", "经营", "经营场所"]);
    for (const { weight } of added) expect(weight).toBeCloseTo(0.6 / Math.sqrt(3), 5);
  });

  it("leaves out what was said anyway, and what no text holds", () => {
    const vocabulary = vocabularyOf({
      夜市: [
        { word: "摊位", weight: 1 },
        { word: "游泳馆", weight: 1 },
      ],
    });
    expect(asked("夜市摊位", vocabulary).terms.map(({ term }) => term)).toEqual(["夜市", "摊位"]);
  });

  it("keeps the words that weigh most of a long one, and leaves places to the vocabulary's", () => {
    const long = Array.from({ length: 80 }, (_, number) => `z${number}`).join(" ");
    const vocabulary = vocabularyOf({ 夜市: [{ word: "摊位", weight: 1 }] });
    const { terms } = asked(`夜市 ${long}`, vocabulary);
    expect(terms).toHaveLength(mostTerms);
    expect(terms.at(-1)).toEqual({ term: "摊位", weight: 0.6, official: true });
    expect(terms.map(({ term }) => term)).not.toContain("夜市");
  });

  it.each([
    ["集市管理规定第十八条怎么说", 18],
    ["第18条怎么说", 18],
    ["有18条规定吗", null],
  ])("knows the article that it names: %s", (text, article) => {
    expect(asked(text).article).toBe(article);
  });

  it.each(["", "的", "吗", "？！…", "🙏🙏", "可以吗", "请问你们有没有"])("has no words when all are particles or none: %s", (text) => {
    expect(asked(text)).toMatchObject({ terms: [], article: null, vector: null });
  });

  it("has no vector when nothing in it is known", () => {
    expect(asked("夜市", undefined, new Float32Array(4)).vector).toBeNull();
    expect(asked("夜市", undefined, Float32Array.of(0, 1)).vector).toEqual(Float32Array.of(0, 1));
  });

  it("is in lower case", () => {
    expect(asked("ETC通行卡").text).toBe("etc通行卡");
  });
});
