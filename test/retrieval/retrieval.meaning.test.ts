import { describe, expect, it } from "vitest";
import { explain, openRetrieval } from "../../src/retrieval/index.js";
import { fakeEmbedder } from "../fakes/embedder.js";
import { streetRule } from "../fixtures/corpus.js";
import { plainRankings, rankingBy } from "../fixtures/ranking.js";
import { indexed, retrievalOver, retrievalSettings, search, storeWith, titles } from "../fixtures/retrieval.js";

const files = {
  "停水.md": streetRule("停水规定", ["第一条 停水提前三天通知。"]),
  "停电.md": streetRule("停电规定", ["第一条 停电提前五天通知。"]),
  "集市.md": streetRule("集市规定", ["第一条 摊位先登记，再进场。"]),
};
/** Of the words of this question none stands in the texts; of its characters many do. */
const inOtherWords = "水停了";

describe("a question in other words than the text's", () => {
  it("is answered by what is nearest in meaning", async () => {
    const { retrieval } = await retrievalOver(files, fakeEmbedder());
    expect((await titles(retrieval, inOtherWords))[0]).toBe("停水规定");
  });

  it("finds nothing in an index of words alone", async () => {
    const { retrieval } = await retrievalOver(files);
    expect(await titles(retrieval, inOtherWords)).toEqual([]);
    expect(await titles(retrieval, "摊位")).toEqual(["集市规定"]);
    expect(retrieval.meaning()).toEqual({ embedder: null, usable: false, kind: "words" });
  });
});

describe("what made the vectors", () => {
  it.each([
    ["static", "static"],
    ["transformers:bge-small", "model"],
    ["openai:small", "model"],
  ])("is told: %s", async (name, kind) => {
    const { retrieval } = await retrievalOver(files, fakeEmbedder({ name }));
    expect(retrieval.meaning()).toEqual({ embedder: name, usable: true, kind });
  });

  it("is opened by its name, for the dimension of the index", async () => {
    const embedder = fakeEmbedder({ name: "openai:small", dimension: 48 });
    const { store } = await retrievalOver(files, embedder);
    const asked: unknown[] = [];
    await openRetrieval(
      store,
      retrievalSettings(embedder, {
        embedderFor: async (name, dimension) => {
          asked.push([name, dimension]);
          return embedder;
        },
      }),
    );
    expect(asked).toEqual([["openai:small", 48]]);
  });

  it("decides which coefficients rank", async () => {
    const { store } = await retrievalOver(files, fakeEmbedder());
    const rankings = { ...plainRankings, static: rankingBy({ meaning: 0.9 }) };
    const retrieval = await openRetrieval(store, retrievalSettings(fakeEmbedder(), { rankings }));
    const [hit] = await search(retrieval, "停水");
    const expected = 1 / (1 + Math.exp(-(rankings.static.calibration.slope * 0.9 + rankings.static.calibration.intercept)));
    expect(hit?.score).toBeCloseTo(expected, 4);
  });
});

describe("without the embedder that the index was made with", () => {
  /** An index with vectors, opened by somebody who does not have their embedder; and what was told of that. */
  async function openedWithout(embedderFor: ReturnType<typeof retrievalSettings>["embedderFor"]) {
    const { store } = await storeWith(files);
    await indexed(store, fakeEmbedder());
    const told: unknown[] = [];
    const retrieval = await openRetrieval(store, retrievalSettings(null, { embedderFor, onEmbedderMissing: (cause) => told.push(cause) }));
    return { retrieval, told };
  }

  it("words alone find when it is missing, and that is told", async () => {
    const missing = new Error("the folder is gone");
    const { retrieval, told } = await openedWithout(() => Promise.reject(missing));
    expect(await titles(retrieval, "停水")).toEqual(["停水规定"]);
    expect(told).toEqual([missing]);
    expect(retrieval.meaning()).toEqual({ embedder: "static", usable: false, kind: "words" });
  });

  it("words alone find when it is another one of that name, and that is told", async () => {
    const other = fakeEmbedder({ fingerprint: "another" });
    const { retrieval, told } = await openedWithout(async () => other);
    expect(await titles(retrieval, "停水")).toEqual(["停水规定"]);
    expect(other.questions).toEqual([]);
    expect(told).toEqual([expect.objectContaining({ message: expect.stringContaining("reindex") })]);
    expect(retrieval.meaning().usable).toBe(false);
  });

  it("words alone find for as long as it fails, which is told, and ranked as words", async () => {
    const embedder = fakeEmbedder();
    const { store } = await storeWith(files);
    await indexed(store, embedder);
    const told: unknown[] = [];
    const rankings = { ...plainRankings, words: rankingBy({ words: 0.8 }) };
    const retrieval = await openRetrieval(
      store,
      retrievalSettings(embedder, { rankings, leftAloneMs: 0, onEmbedderMissing: (cause) => told.push(cause) }),
    );
    const failure = new Error("the endpoint does not answer");
    embedder.failWith(failure);
    const [hit] = await search(retrieval, "停水");
    expect(hit?.version.title).toBe("停水规定");
    expect(hit?.score).toBeCloseTo(1 / (1 + Math.exp(-(6 * 0.8 - 4))), 4);
    expect(await search(retrieval, inOtherWords)).toEqual([]);
    expect(told).toEqual([failure, failure]);
    embedder.failWith(null);
    expect((await titles(retrieval, inOtherWords))[0]).toBe("停水规定");
  });

  it("nobody waits for it again so soon after it failed", async () => {
    const embedder = fakeEmbedder();
    const { store } = await storeWith(files);
    await indexed(store, embedder);
    const told: unknown[] = [];
    const retrieval = await openRetrieval(store, retrievalSettings(embedder, { onEmbedderMissing: (cause) => told.push(cause) }));
    embedder.failWith(new Error("the endpoint does not answer"));
    for (let asked = 0; asked < 3; asked++) await search(retrieval, "停水");
    expect(told).toHaveLength(1);
  });

  it("meaning finds again once it is there", async () => {
    const { store } = await storeWith(files);
    await indexed(store, fakeEmbedder());
    let isThere = false;
    const embedderFor = () => (isThere ? Promise.resolve(fakeEmbedder()) : Promise.reject(new Error("the folder is gone")));
    const retrieval = await openRetrieval(store, retrievalSettings(null, { embedderFor, leftAloneMs: 0 }));
    expect(retrieval.meaning().usable).toBe(false);
    isThere = true;
    await retrieval.refresh();
    expect(retrieval.meaning().usable).toBe(true);
  });

  it("words alone find, ranked as words, when it knows nothing of the question", async () => {
    const silent = { ...fakeEmbedder(), embedQuery: async () => new Float32Array(32) };
    const { store } = await storeWith(files);
    await indexed(store, silent);
    const rankings = { ...plainRankings, words: rankingBy({ words: 0.8 }) };
    const retrieval = await openRetrieval(store, retrievalSettings(silent, { rankings }));
    const [hit] = await search(retrieval, "停水");
    expect(hit?.score).toBeCloseTo(1 / (1 + Math.exp(-(6 * 0.8 - 4))), 4);
  });

  it("an index of another one is taken up by a refresh", async () => {
    const { store } = await storeWith(files);
    await indexed(store, fakeEmbedder());
    const larger = fakeEmbedder({ name: "transformers:large", fingerprint: "large", dimension: 64 });
    const embedderFor = async (name: string) => (name === "static" ? fakeEmbedder() : larger);
    const retrieval = await openRetrieval(store, retrievalSettings(null, { embedderFor }));
    await indexed(store, larger);
    expect(retrieval.meaning().embedder).toBe("static");
    expect(await retrieval.refresh()).toBe(true);
    expect(retrieval.meaning()).toEqual({ embedder: "transformers:large", usable: true, kind: "model" });
    expect((await titles(retrieval, inOtherWords))[0]).toBe("停水规定");
    expect(larger.questions).toEqual([inOtherWords]);
  });
});

it("the explanation of a hit sums to the score that it was ranked by", async () => {
  const ranking = rankingBy({ words: 0.7, meaning: 0.4, coverage: -0.2, length: 0.1, age: 0.3 });
  const { store } = await retrievalOver(files, fakeEmbedder());
  const retrieval = await openRetrieval(store, retrievalSettings(fakeEmbedder(), { rankings: { ...plainRankings, static: ranking } }));
  const hits = await search(retrieval, "停水通知");
  expect(hits.length).toBeGreaterThan(1);
  for (const { features, score } of hits) {
    const linear = explain(features, ranking).reduce((sum, { share }) => sum + share, 0);
    expect(score).toBeCloseTo(1 / (1 + Math.exp(-(ranking.calibration.slope * linear + ranking.calibration.intercept))), 5);
  }
});
