import { beforeEach, describe, expect, it } from "vitest";
import type { Retrieval } from "../../src/retrieval/index.js";
import { fakeEmbedder } from "../fakes/embedder.js";
import { streetRule } from "../fixtures/corpus.js";
import { retrievalOver, search, titles } from "../fixtures/retrieval.js";

const files = {
  "停水.md": streetRule("停水规定", ["第一条 停水提前三天通知。", "第二条 停水一天以上的，送水上门。"]),
  "集市.md": streetRule("集市规定", ["第一条 摊位先登记，再进场。", "第二条 摊位免费。"]),
};

/** 2,000 characters, as residents paste them: the matter is in the beginning. */
const pasted = `关于停水的通知：各位居民，停水提前三天通知。${"请互相转告，谢谢配合，感谢您的理解与支持！🙏\n".repeat(100)}`.slice(
  0,
  2_000,
);
const odd = [
  "",
  " ",
  "\n\n",
  "的",
  "我",
  "水",
  "吗？",
  "可以吗",
  "请问你们有没有",
  "？！……",
  "🙏🙏🙏",
  "\ud83d",
  "\u0000",
  "<script>",
  "' OR 1=1 --",
  "９９９",
  pasted,
];

describe.each([
  ["words alone", null],
  ["words and meaning", fakeEmbedder()],
])("an odd question, by %s,", (_, embedder) => {
  let retrieval: Retrieval;
  beforeEach(async () => {
    retrieval = (await retrievalOver(files, embedder)).retrieval;
  });

  it("is answered or not, with at most one hit for each article, best first, and probabilities", async () => {
    for (const question of odd) {
      const hits = await search(retrieval, question);
      expect(new Set(hits.map(({ chunk }) => `${chunk.versionId} ${chunk.article}`)).size).toBe(hits.length);
      const scores = hits.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      for (const { score, strength, coverage } of hits) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(coverage).toBeLessThanOrEqual(1 + 1e-6);
        expect(Number.isFinite(strength)).toBe(true);
      }
    }
  });

  it("of no word and no letter finds nothing", async () => {
    for (const question of ["", " ", "\n\n", "？！……", "🙏🙏🙏", "\ud83d"]) expect(await search(retrieval, question)).toEqual([]);
  });

  it("that is a pasted notice is searched for by its beginning", async () => {
    expect((await titles(retrieval, pasted))[0]).toBe("停水规定");
  });

  it("leaves the next question as it was", async () => {
    const before = await search(retrieval, "摊位登记");
    for (const question of odd) await search(retrieval, question);
    expect(await search(retrieval, "摊位登记")).toEqual(before);
  });

  it("in traditional characters or full width is the same question", async () => {
    const expected = await search(retrieval, "摊位登记");
    expect(await search(retrieval, "攤位登記")).toEqual(expected);
    expect(await search(retrieval, "　摊位登记　")).toEqual(expected);
  });

  it("for no hits at all gets none", async () => {
    expect(await search(retrieval, "停水", { top: 0 })).toEqual([]);
  });

  it("asked at the same time as another is answered as if alone", async () => {
    const questions = ["停水通知", "摊位登记", "送水上门", "摊位"];
    const alone: unknown[] = [];
    for (const question of questions) alone.push(await search(retrieval, question));
    expect(await Promise.all(questions.map((question) => search(retrieval, question)))).toEqual(alone);
  });
});

it("a question of particles alone finds nothing by words", async () => {
  const { retrieval } = await retrievalOver(files);
  for (const question of ["的", "我", "可以吗", "请问你们有没有", "乜嘢先得"]) expect(await search(retrieval, question)).toEqual([]);
});

it("an article is one hit, whether its words, its meaning or both found it", async () => {
  const parts = Array.from({ length: 40 }, (_, number) => `（${number + 1}）停水时第${number + 1}号水车在路口送水；`);
  const { retrieval } = await retrievalOver(
    { "甲.md": streetRule("送水规定", ["第一条 停水送水：", ...parts, "第二条 送水免费。"]) },
    fakeEmbedder(),
  );
  const hits = await search(retrieval, "停水了谁送水");
  expect(hits.map(({ chunk }) => chunk.article).sort()).toEqual(["第一条", "第二条"]);
});
