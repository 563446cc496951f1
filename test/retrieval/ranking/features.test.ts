import { describe, expect, it } from "vitest";
import type { Place } from "../../../src/domain/place.js";
import { type RankingFeature, rankingFeatures } from "../../../src/knowledge/ranking.js";
import type { Vocabulary } from "../../../src/knowledge/vocabulary.js";
import type { Embedder } from "../../../src/models/embedder/embedder.js";
import { candidatesFor } from "../../../src/retrieval/candidates.js";
import { openCollection } from "../../../src/retrieval/collection.js";
import { queryOf } from "../../../src/retrieval/query.js";
import { featuresOf } from "../../../src/retrieval/ranking/features.js";
import { pairMatcher } from "../../../src/retrieval/sketches/match.js";
import { fakeEmbedder } from "../../fakes/embedder.js";
import { officePlace } from "../../fixtures/corpus.js";
import { generationOf, textOf, type WrittenText } from "../../fixtures/generation.js";

const noVocabulary: Vocabulary = { officialWordsFor: () => [], everydayWordsFor: () => [] };
const day = 20_261_123;

type Asking = { readonly embedder?: Embedder; readonly vocabulary?: Vocabulary; readonly fusion?: number };

/** Each feature of each candidate for a question, by `title 第N条`. */
async function featuresFor(
  question: string,
  texts: readonly WrittenText[],
  { embedder, vocabulary = noVocabulary, fusion = 0.5 }: Asking = {},
) {
  const collection = await openCollection(await generationOf({ base: texts }, embedder ?? null));
  const vector = (await embedder?.embedQuery(question)) ?? null;
  const query = queryOf(question, vector, vocabulary, { official: 0.6, everyday: 0.3 }, collection.idf);
  const candidates = candidatesFor(query, collection, new Uint8Array(texts.length).fill(1), 100);
  const featured = featuresOf(query, candidates, collection, pairMatcher(), day, fusion);
  const numberOf = (name: RankingFeature) => rankingFeatures.indexOf(name);
  const nameOf = ({ candidate }: (typeof featured)[number]) => {
    const article = candidate.segment.chunks.articleOf[candidate.chunk];
    return `${collection.generation.versions[candidate.ordinal]?.title}${article ? ` ${article}` : ""}`;
  };
  const byName = new Map(featured.map((each) => [nameOf(each), each]));
  return {
    fused: (name: string) => byName.get(name)?.fused,
    feature: (name: string, feature: RankingFeature) => byName.get(name)?.features[numberOf(feature)] ?? Number.NaN,
    names: featured.map(nameOf),
    all: featured,
  };
}

const articles = (...texts: readonly string[]) => texts.map((text, index) => ({ article: `第${index + 1}条`, text }));

describe("what the ranker looks at", () => {
  const market = (given: Parameters<typeof textOf>[2] = {}) => textOf("甲通知", ["集市先登记。"], given);
  const night = textOf("乙通知", ["夜市在河边。"]);

  /** A question, the texts, the candidate, the feature and its value. */
  const cases: readonly [string, string, readonly WrittenText[], string, RankingFeature, number][] = [
    ["the best by words", "集市登记", [market(), night], "甲通知", "words", 1],
    ["its place among those, the first", "集市登记", [market(), night], "甲通知", "wordRank", 1],
    ["whole questions held", "集市登记", [market(), night], "甲通知", "coverage", 1],
    ["questions of which no other word is held", "集市登记 游泳馆", [market(), night], "甲通知", "words", 1],
    ["a title that was named", "停水通知说什么", [textOf("停水通知", ["明天没有。"]), night], "停水通知", "titleSaid", 1],
    ["a title that holds all that was said", "停水通知", [textOf("停水通知", ["明天没有。"]), night], "停水通知", "titleCoverage", 1],
    ["a title that holds nothing of it", "集市登记", [market(), night], "甲通知", "titleCoverage", 0],
    [
      "a chapter that holds all that was said",
      "摊位",
      [textOf("甲", [{ chapter: "第二章 摊位", text: "略。" }])],
      "甲",
      "chapterCoverage",
      1,
    ],
    ["no chapter", "集市", [market()], "甲通知", "chapterCoverage", 0],
    ["every pair of characters held", "集市先登记", [market(), night], "甲通知", "characterPairs", 1],
    ["a phrase of five characters", "集市先登记", [market(), night], "甲通知", "phrase", 5 / 8],
    ["a phrase of eight and more", "请问集市摊位先登记再进场吗", [textOf("甲", ["集市摊位先登记再进场。"])], "甲", "phrase", 1],
    [
      "an article named in Chinese",
      "甲规定第十八条",
      [textOf("甲规定", [{ article: "第十八条", text: "第十八条 略。" }])],
      "甲规定 18",
      "articleNamed",
      1,
    ],
    [
      "an article named in digits",
      "甲规定第18条",
      [textOf("甲规定", [{ article: "第十八条", text: "第十八条 略。" }])],
      "甲规定 18",
      "articleNamed",
      1,
    ],
    [
      "another article than the named",
      "甲规定第八条",
      [textOf("甲规定", [{ article: "第十八条", text: "第十八条 略。" }])],
      "甲规定 18",
      "articleNamed",
      0,
    ],
    ["no article named", "甲规定的集市", [textOf("甲规定", ["集市。"])], "甲规定", "articleNamed", 0],
    ["a document number", "榕荫〔2026〕3号的集市", [market({ documentNumber: "榕荫〔2026〕3号" })], "甲通知", "documentNumberNamed", 1],
    [
      "a document number in brackets as a keyboard has them",
      "榕荫[2026]3号的集市",
      [market({ documentNumber: "榕荫〔2026〕3号" })],
      "甲通知",
      "documentNumberNamed",
      1,
    ],
    [
      "another document number",
      "榕荫〔2026〕30号的集市",
      [market({ documentNumber: "榕荫〔2026〕3号" })],
      "甲通知",
      "documentNumberNamed",
      0,
    ],
    ["no document number", "榕荫〔2026〕3号的集市", [market()], "甲通知", "documentNumberNamed", 0],
    ["all numbers of the question", "60岁以上补贴100", [textOf("甲", ["满60岁的老人补贴100元。"])], "甲", "numbers", 1],
    ["one of two numbers", "60岁以上补贴200", [textOf("甲", ["满60岁的老人补贴100元。"])], "甲", "numbers", 0.5],
    ["a question without numbers", "老人补贴", [textOf("甲", ["满60岁的老人补贴100元。"])], "甲", "numbers", 0],
    ["a law", "集市", [market({ kind: "law" })], "甲通知", "law", 1],
    ["an administrative regulation", "集市", [market({ kind: "administrative_regulation" })], "甲通知", "administrativeRegulation", 1],
    ["a judicial interpretation", "集市", [market({ kind: "judicial_interpretation" })], "甲通知", "judicialInterpretation", 1],
    ["a rule", "集市", [market({ kind: "rule" })], "甲通知", "rule", 1],
    ["a text of the office's own", "集市", [market({ kind: "service_guide" })], "甲通知", "ownText", 1],
    ["a text of another kind", "集市", [market({ kind: "local_regulation" })], "甲通知", "ownText", 0],
    ["a national text", "集市", [market()], "甲通知", "local", 0],
    ["a text of a province", "集市", [market({ place: "广东省" as Place })], "甲通知", "local", 0.25],
    ["a text of the street", "集市", [market({ place: officePlace })], "甲通知", "local", 1],
    ["a text of three years", "集市", [market({ from: 20_231_123 })], "甲通知", "age", 0.1],
    ["a text older than thirty years", "集市", [market({ from: 19_500_501 })], "甲通知", "age", 1],
    ["a text that is yet to come", "集市", [market({ from: 20_270_101 })], "甲通知", "age", 0],
    ["a text of unknown age", "集市", [market({ from: 0 })], "甲通知", "age", 0.5],
    ["a document found once", "集市", [market(), night], "甲通知", "sameDocument", Math.log1p(1) / Math.log1p(100)],
    [
      "a document found three times",
      "集市",
      [textOf("甲", articles("集市一", "集市二", "集市三"))],
      "甲 2",
      "sameDocument",
      Math.log1p(3) / Math.log1p(100),
    ],
    ["the best of its document", "集市登记", [textOf("甲", articles("集市先登记。", "集市。"))], "甲 2", "bestOfDocument", 1],
    ["what stands beside the best", "集市登记", [textOf("甲", articles("集市先登记。", "集市。", "集市。"))], "甲 2", "nextTo", 1],
    ["what stands alone", "集市登记", [market(), textOf("丙", ["集市。"])], "甲通知", "nextTo", 0],
    ["no meaning without vectors", "集市登记", [market(), night], "甲通知", "meaning", 0],
    ["no list of meanings without vectors", "集市登记", [market(), night], "甲通知", "meaningRank", 0],
    ["one list alone without vectors", "集市登记", [market(), night], "甲通知", "bothLists", 0],
  ];

  it.each(cases)("tells %s: %s", async (_, question, texts, name, feature, value) => {
    expect((await featuresFor(question, texts)).feature(name, feature)).toBeCloseTo(value, 5);
  });

  it("tells how long a passage is", async () => {
    const { feature } = await featuresFor("集市", [
      textOf("甲", ["集市。"]),
      textOf("乙", ["集市摊位先登记，收摊以后打扫干净，灯箱桌椅自备。"]),
    ]);
    expect(feature("乙", "length")).toBeGreaterThan(feature("甲", "length"));
  });

  it("tells the official words for everyday ones apart from what was said", async () => {
    const vocabulary: Vocabulary = {
      officialWordsFor: (text) => (text.includes("摆地摊") ? [{ word: "摊位", weight: 1 }] : []),
      everydayWordsFor: () => [],
    };
    const { feature } = await featuresFor("摆地摊的登记", [textOf("甲", ["摊位免费。"]), textOf("乙", ["先登记。"])], { vocabulary });
    expect([feature("甲", "officialCoverage"), feature("甲", "coverage")]).toEqual([1, 0]);
    expect([feature("乙", "officialCoverage"), feature("乙", "coverage") > 0]).toEqual([0, true]);
  });

  it("holds 32 words of a question apart", async () => {
    const words = Array.from({ length: 32 }, (_, number) => `z${number}`);
    const { feature } = await featuresFor(words.join(" "), [textOf("甲", [words.join(" ")]), textOf("乙", [words.slice(31).join(" ")])]);
    expect(feature("甲", "coverage")).toBeCloseTo(1, 5);
    expect(feature("乙", "coverage")).toBeGreaterThan(0);
    expect(feature("乙", "coverage")).toBeLessThan(0.1);
  });
});

describe("what the ranker looks at where there are vectors", () => {
  const texts = [textOf("停水通知", ["明天停水。"]), textOf("停电通知", ["明天停电。"]), textOf("集市办法", ["集市每天开放。"])];

  it("is the nearness, as it is and among the candidates", async () => {
    const embedder = fakeEmbedder();
    const { feature } = await featuresFor("明天停水", texts, { embedder });
    expect(feature("停水通知", "meaning")).toBe(1);
    expect(feature("停水通知", "meaningRank")).toBe(1);
    expect(feature("停水通知", "meaningStrength")).toBeGreaterThan(feature("停电通知", "meaningStrength"));
    expect(feature("停电通知", "meaningRank")).toBeCloseTo(10 / 11, 5);
    expect(feature("集市办法", "meaning")).toBeLessThan(0);
  });

  it("is whether both lists have it", async () => {
    const { feature } = await featuresFor("明天停水", texts, { embedder: fakeEmbedder() });
    expect([feature("停电通知", "bothLists"), feature("集市办法", "bothLists")]).toEqual([1, 0]);
  });

  it("is chosen by words and meaning in their shares", async () => {
    for (const fusion of [0, 0.3, 1]) {
      const { fused, feature, names } = await featuresFor("明天停水", texts, { embedder: fakeEmbedder(), fusion });
      for (const name of names)
        expect(fused(name)).toBeCloseTo(fusion * feature(name, "words") + (1 - fusion) * feature(name, "meaning"), 5);
    }
  });

  it("is chosen by words alone when the embedder knows nothing of the question", async () => {
    const silent: Embedder = { ...fakeEmbedder(), embedQuery: async () => new Float32Array(32) };
    const { fused, feature, names } = await featuresFor("停水", texts, { embedder: silent });
    expect(names).toEqual(["停水通知"]);
    expect([fused("停水通知"), feature("停水通知", "meaning"), feature("停水通知", "meaningRank")]).toEqual([1, 0, 0]);
  });
});

it("of no candidates there is nothing", async () => {
  expect((await featuresFor("游泳馆", [textOf("甲", ["集市。"])])).all).toEqual([]);
});

it("every feature of every candidate is a number", async () => {
  const texts = [textOf("甲", articles("集市先登记。", "摊位。")), textOf("乙", [""]), textOf("丙", ["夜市"])];
  for (const question of ["集市", "集市摊位夜市", "第二条"])
    for (const { features } of (await featuresFor(question, texts, { embedder: fakeEmbedder() })).all)
      for (const value of features) expect(Number.isFinite(value)).toBe(true);
});
