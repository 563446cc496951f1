import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Vocabulary } from "../../src/knowledge/vocabulary.js";
import type { Embedder } from "../../src/models/embedder/embedder.js";
import { candidatesFor } from "../../src/retrieval/candidates.js";
import { type Collection, openCollection } from "../../src/retrieval/collection.js";
import { queryOf } from "../../src/retrieval/query.js";
import { neighboursMissing, neighbourWriter } from "../../src/retrieval/vectors/neighbours.js";
import { fakeEmbedder } from "../fakes/embedder.js";
import { generationOf, textOf, type WrittenText } from "../fixtures/generation.js";
import { temporaryFolder } from "../fixtures/home.js";

const noVocabulary: Vocabulary = { officialWordsFor: () => [], everydayWordsFor: () => [] };
const everything = (collection: Collection) => new Uint8Array(collection.generation.versions.length).fill(1);

async function found(
  collection: Collection,
  text: string,
  embedder: Embedder | null,
  options: { passes?: Uint8Array; count?: number } = {},
) {
  const vector = (await embedder?.embedQuery(text)) ?? null;
  const query = queryOf(text, vector, noVocabulary, { official: 0.6, everyday: 0.3 }, collection.idf);
  const candidates = candidatesFor(query, collection, options.passes ?? everything(collection), options.count ?? 10);
  const seen = candidates.found.map((candidate) => ({
    ...candidate,
    id: candidate.segment.chunks.chunkIds[candidate.chunk] as number,
    title: collection.generation.versions[candidate.ordinal]?.title,
  }));
  return { found: seen, meanCosine: candidates.meanCosine, titles: seen.map(({ title }) => title).sort(), query };
}

const market = textOf("集市管理办法", [
  { article: "第一条", text: "集市每天开放。" },
  { article: "第二条", text: "摊位先登记，" },
  { article: "第二条", text: "登记以后按号入场。" },
]);
const water = textOf("停水通知", ["明天停水三小时。"]);
const power = textOf("停电通知", ["明天停电半天。"]);

/** Chunks that name no cosine of their own have none. */
const withCosine = ({ chunks }: WrittenText) =>
  chunks.map((chunk) => ({ ...chunk, text: /z\d/.test(chunk.text) ? chunk.text : `${chunk.text} z0` }));

describe("the candidates for a question", () => {
  it("are those that hold its words, when there are no vectors", async () => {
    const collection = await openCollection(await generationOf({ base: [market, water, power] }));
    const candidates = await found(collection, "停水", null);
    expect(candidates.titles).toEqual(["停水通知"]);
    expect(candidates.found[0]).toMatchObject({ cosine: 0, termsIn: 1 });
    expect(candidates.meanCosine).toBe(0);
  });

  it("are also those nearest in meaning", async () => {
    const embedder = fakeEmbedder();
    const collection = await openCollection(await generationOf({ base: [market, water, power] }, embedder));
    expect((await found(collection, "水停了", embedder)).titles).toContain("停水通知");
    expect((await found(collection, "停水", embedder)).titles).toContain("停电通知");
  });

  it("have the cosine that their words and vectors give, and its mean over all that could be found", async () => {
    const embedder = fakeEmbedder();
    const collection = await openCollection(await generationOf({ base: [water, power] }, embedder));
    const { found: list, meanCosine, query } = await found(collection, "停水", embedder);
    const passages = await embedder.embedPassages(["停水通知\n明天停水三小时。", "停电通知\n明天停电半天。"]);
    const exact = [0, 1].map(
      (row) => query.vector?.reduce((sum, number, place) => sum + number * (passages[row * 32 + place] as number), 0) ?? 0,
    );
    for (const candidate of list) expect(candidate.cosine).toBeCloseTo(exact[candidate.title === "停水通知" ? 0 : 1] as number, 2);
    expect(meanCosine).toBeCloseTo(((exact[0] as number) + (exact[1] as number)) / 2, 2);
  });

  it("are one for the parts of an article, with the words of both", async () => {
    const collection = await openCollection(await generationOf({ base: [market, water] }));
    const { found: list } = await found(collection, "摊位入场", null);
    expect(list.map(({ termsIn }) => termsIn)).toEqual([3]);
  });

  it("are each told by the part that is best by words and meaning together", async () => {
    const words = ["集市", "摊位", "登记", "停水"];
    // the passages say their own cosine with every question, in hundredths
    const embedder: Embedder = {
      ...fakeEmbedder({ dimension: 2 }),
      embedQuery: async () => Float32Array.of(1, 0),
      embedPassages: async (texts) =>
        Float32Array.from(
          texts.flatMap((text) => {
            const cosine = Number(/z(\d+)/.exec(text)?.[1]) / 100;
            return [cosine, Math.sqrt(1 - cosine * cosine)];
          }),
        ),
    };
    const part = fc.tuple(fc.nat({ max: words.length }), fc.integer({ min: 10, max: 30 }));
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 6 }), async (parts) => {
        const text = textOf(
          "甲",
          parts.map(([count, cosine]) => `${words.slice(0, count).join("，")} z${cosine}`),
        );
        const collection = await openCollection(
          await generationOf({ base: [text, water, power].map((each) => ({ ...each, chunks: withCosine(each) })) }, embedder),
        );
        const { found: list, query } = await found(collection, words.join("，"), embedder);
        const candidate = list.find(({ title }) => title === "甲");
        const [segment] = collection.segments;
        if (!segment || !candidate || !query.vector) throw new Error("nothing was found");
        const { scores } = segment.searcher.score(query.terms);
        const cosines = segment.scanner?.scan(query.vector, [{ start: 0, end: parts.length }]) ?? [];
        const together = parts.map((_, chunk) => (scores[chunk] as number) + 10 * (cosines[chunk] as number));
        expect(together[candidate.chunk]).toBeCloseTo(Math.max(...together), 4);
      }),
    );
  });

  it("are only of versions that pass", async () => {
    const embedder = fakeEmbedder();
    const collection = await openCollection(await generationOf({ base: [market, water, power] }, embedder));
    expect((await found(collection, "停水", embedder, { passes: Uint8Array.of(0, 0, 1) })).titles).toEqual(["停电通知"]);
  });

  it("are not of what was withdrawn since the base was made", async () => {
    const embedder = fakeEmbedder();
    const collection = await openCollection(await generationOf({ base: [market, water, power], withdrawn: [water] }, embedder));
    expect((await found(collection, "停水", embedder)).titles).not.toContain("停水通知");
  });

  it("are as well of what came after the base", async () => {
    const embedder = fakeEmbedder();
    const collection = await openCollection(await generationOf({ base: [market, power], recent: [water] }, embedder));
    const { titles, found: list } = await found(collection, "停水", embedder);
    expect(titles).toContain("停水通知");
    expect(list.find(({ title }) => title === "停水通知")?.id).toBe(water.chunks[0]?.id);
  });

  it("are none where there is nothing", async () => {
    const collection = await openCollection(await generationOf({ base: [] }, fakeEmbedder()));
    expect(await found(collection, "停水", fakeEmbedder())).toMatchObject({ found: [], meanCosine: 0 });
  });
});

describe.skipIf((await neighboursMissing()) !== null)("the candidates that a graph of neighbours finds", () => {
  const matters = ["集市", "夜市", "停水", "停电", "灯会", "车位", "垃圾", "噪声", "低保", "居住证"];
  const texts = matters.flatMap((matter, number) =>
    Array.from({ length: 8 }, (_, index) =>
      textOf(`${matter}通知${index}`, [`${matter}${"的事项".repeat(index + 1)}第${number * 8 + index}号`]),
    ),
  );
  const added = textOf("停水补充通知", ["停水改到后天。"]);
  const questions = ["停水", "夜市灯会", "居住证的事项"];

  async function both(parts: { base: readonly WrittenText[]; recent?: readonly WrittenText[]; withdrawn?: readonly WrittenText[] }) {
    const embedder = fakeEmbedder();
    const exact = await generationOf(parts, embedder);
    const file = join(temporaryFolder(), "base.neighbours.hnsw");
    await (await neighbourWriter(exact.base.vectors, 0))?.(file);
    return {
      embedder,
      exact: await openCollection(exact),
      graph: await openCollection({ ...exact, base: { ...exact.base, neighbours: file } }),
    };
  }

  /** Which there are, with both scores; the order of a list does not matter. */
  const scored = (candidates: Awaited<ReturnType<typeof found>>) =>
    candidates.found.map(({ id, words, cosine }) => `${id} ${words.toFixed(3)} ${cosine.toFixed(3)}`).sort();

  it.each([
    ["as they are", { base: texts }],
    ["after some were withdrawn", { base: texts, withdrawn: texts.slice(16, 20) }],
    ["after one was added", { base: texts, recent: [added] }],
    ["after one was replaced", { base: texts, recent: [added], withdrawn: texts.slice(16, 17) }],
  ])("are those of the exact scan: %s", async (_, parts) => {
    const { embedder, exact, graph } = await both(parts);
    expect(graph.segments[0]?.graph).not.toBeNull();
    for (const question of questions)
      expect(scored(await found(graph, question, embedder))).toEqual(scored(await found(exact, question, embedder)));
  });

  it("are only of versions that pass", async () => {
    const { embedder, graph } = await both({ base: texts });
    const passes = everything(graph).map((_, ordinal) => (ordinal % 2 === 0 ? 1 : 0));
    for (const candidate of (await found(graph, "停水", embedder, { passes })).found) expect(candidate.ordinal % 2).toBe(0);
  });
});
