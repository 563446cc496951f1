import { describe, expect, it } from "vitest";
import { passageOf } from "../../../src/retrieval/generations/segment.js";
import { quantise } from "../../../src/retrieval/vectors/quantise.js";
import { fakeEmbedder } from "../../fakes/embedder.js";
import { segmentOf, statisticsOf, textOf } from "../../fixtures/generation.js";

const rule = textOf("夜市规定", [
  { article: "第一条", chapter: "第一章 总则", text: "第一条 夜市先登记。" },
  { article: "第十八条", chapter: "第二章 摊位", text: "第十八条 摊位免费。" },
  { article: "第十八条", chapter: "第二章 摊位", text: "灯箱自备。" },
]);
const questions = textOf("夜市问答", [
  { heading: "收费吗？", text: "不收。" },
  { heading: "怎么登记？", text: "到服务中心。" },
]);

describe("the chunks of a segment", () => {
  it("are known by their store's number, version, chapter and article", async () => {
    const { versionIds, chunks, chapters } = await segmentOf([rule, questions]);
    expect([...chunks.chunkIds]).toEqual([...rule.chunks, ...questions.chunks].map(({ id }) => id));
    expect([...chunks.versionOf].map((version) => versionIds[version])).toEqual(
      [...rule.chunks, ...questions.chunks].map(({ versionId }) => versionId),
    );
    expect([...chunks.chapterOf].map((chapter) => chapters[chapter])).toEqual(["第一章 总则", "第二章 摊位", "第二章 摊位", "", ""]);
    expect([...chunks.articleOf]).toEqual([1, 18, 18, 0, 0]);
  });

  it("are found as one when they are parts of an article, or sections of a text without articles", async () => {
    const { groupOf } = (await segmentOf([rule, questions])).chunks;
    expect([...groupOf]).toEqual([0, 1, 1, 2, 2]);
  });

  it("are found by the words of their title, chapter and heading as well as their own", async () => {
    const { lexical } = await segmentOf([rule, questions]);
    const holding = (term: string) => {
      const id = lexical.termIds.get(term) as number;
      return [...lexical.chunks.subarray(lexical.offsets[id], lexical.offsets[id + 1])];
    };
    expect(holding("夜市")).toEqual([0, 1, 2, 3, 4]);
    expect(holding("总则")).toEqual([0]);
    expect(holding("收费")).toEqual([3]);
    expect(holding("灯箱")).toEqual([2]);
  });
});

describe("the vectors of a segment", () => {
  it("are those of each chunk with its title, chapter and heading", async () => {
    const embedder = fakeEmbedder();
    const { vectors } = await segmentOf([rule, questions], embedder);
    expect(embedder.passages).toEqual([
      "夜市规定 第一章 总则\n第一条 夜市先登记。",
      "夜市规定 第二章 摊位\n第十八条 摊位免费。",
      "夜市规定 第二章 摊位\n灯箱自备。",
      "夜市问答 收费吗？\n不收。",
      "夜市问答 怎么登记？\n到服务中心。",
    ]);
    expect(vectors).toEqual(quantise(await fakeEmbedder().embedPassages(embedder.passages), embedder.dimension));
  });

  it("keep their order when they come in many batches and some are known", async () => {
    const texts = Array.from({ length: 40 }, (_, number) =>
      textOf(
        `第${number}号通知`,
        Array.from({ length: 40 }, (_, chunk) => `事项${number}之${chunk}`),
      ),
    );
    const passages = texts.flatMap(({ version, chunks }) => chunks.map((chunk) => passageOf(version.title, chunk)));
    const all = quantise(await fakeEmbedder().embedPassages(passages), 32);
    const rowOf = new Map(texts.flatMap(({ chunks }) => chunks.map(({ id }) => id)).map((id, row) => [id, row]));
    const embedder = fakeEmbedder();
    const segment = await segmentOf(texts, embedder, null, {
      knownVector: (id) => {
        const row = rowOf.get(id) as number;
        return row % 3 === 0 ? { row: all.rows.subarray(row * 32, (row + 1) * 32), scale: all.scales[row] as number } : null;
      },
    });
    expect(segment.vectors).toEqual(all);
    expect(embedder.passages).toEqual(passages.filter((_, row) => row % 3 !== 0));
  });

  it("are none without an embedder", async () => {
    expect((await segmentOf([rule])).vectors).toBeNull();
  });

  it("fail with the embedder", async () => {
    const embedder = fakeEmbedder();
    embedder.failWith(new Error("the endpoint does not answer"));
    await expect(segmentOf([rule], embedder)).rejects.toThrow("the endpoint does not answer");
  });
});

describe("a segment that joins another", () => {
  it("weighs its words and pairs by the other's statistics", async () => {
    const base = await segmentOf([rule, questions]);
    const { lexical, sketches } = await segmentOf([textOf("夜市补充规定", ["夜市摊位加装灯箱。"])], null, statisticsOf(base));
    const weight = (index: typeof lexical, term: string) => index.idf[index.termIds.get(term) as number];
    for (const term of ["夜市", "摊位", "灯箱"]) expect(weight(lexical, term)).toBe(weight(base.lexical, term));
    expect(sketches.idf).toEqual(base.sketches.idf);
  });
});

it("how many chunks are done is told, up to all", async () => {
  const seen: number[] = [];
  await segmentOf([rule, questions], fakeEmbedder(), null, { progress: (done) => seen.push(done) });
  expect(seen.at(-1)).toBe(5);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});
