import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { currentGeneration } from "../../src/retrieval/generations/pointer.js";
import { loadCurrent } from "../../src/retrieval/generations/read.js";
import { currentEmbedderName, indexFolderOf, openRetrieval, reindex } from "../../src/retrieval/index.js";
import type { Store } from "../../src/store/open.js";
import { type FakeEmbedder, fakeEmbedder } from "../fakes/embedder.js";
import { importInto, mondayMorning, streetRule } from "../fixtures/corpus.js";
import { indexed, retrievalSettings, search, storeWith, titles } from "../fixtures/retrieval.js";

const rule = (title: string, line = "第一条 先到先用。") => streetRule(title, [line]);

async function firstIndex(files: Readonly<Record<string, string>>, embedder: FakeEmbedder | null = null) {
  const home = await storeWith(files);
  return { ...home, first: await indexed(home.store, embedder) };
}

/** Twelve rules on matters of their own. */
const matters = ["集市", "夜市", "停水", "停电", "灯会", "车位", "垃圾", "噪声", "犬只", "电梯", "花圃", "球场"];
const street = Object.fromEntries(
  matters.map((matter, number) => [
    `${matter}.md`,
    rule(`${matter}规定`, `第一条 ${matter}每月${number + 1}号检查，由服务站负责，居民可以到场。`),
  ]),
);

const folderOf = (store: Store) => indexFolderOf(store.home);
const loaded = (store: Store) => loadCurrent(folderOf(store));
const segmentsOf = async (store: Store) => (await loaded(store)).manifest.segments.map(({ name, versions }) => [name, versions]);
const opened = (store: Store, embedder: FakeEmbedder | null) => openRetrieval(store, retrievalSettings(embedder));

/** The bytes of each vector of the base, by the chunk's id in the store. */
async function vectorsByChunk(store: Store): Promise<ReadonlyMap<number, Int8Array>> {
  const { chunks, vectors } = (await loaded(store)).base;
  const { dimension = 0, rows } = vectors ?? {};
  return new Map([...chunks.chunkIds].map((id, row) => [id, rows?.subarray(row * dimension, (row + 1) * dimension) ?? new Int8Array(0)]));
}

describe("a reindex counts", () => {
  it("what the new generation has added", async () => {
    const { first } = await firstIndex({ "甲.md": rule("甲规定"), "乙.md": rule("乙规定") });
    expect(first).toEqual({ added: 2, changed: 0, unchanged: 0, removed: 0 });
  });

  it("no change the second time", async () => {
    const { store } = await firstIndex({ "甲.md": rule("甲规定") });
    expect(await indexed(store)).toEqual({ added: 0, changed: 0, unchanged: 1, removed: 0 });
  });

  it("a document under another title as changed", async () => {
    const { store, publish } = await firstIndex({ "甲.md": rule("甲规定") });
    await publish({ "甲.md": rule("甲新规定") });
    expect(await indexed(store)).toEqual({ added: 0, changed: 1, unchanged: 0, removed: 0 });
  });

  it("a document that another one ends as changed", async () => {
    const { store, publish } = await firstIndex({ "甲.md": rule("甲规定") });
    await publish({ "乙.md": streetRule("乙规定", ["第一条 略。"], { supersedes: "甲规定", effectiveFrom: "2026-02-01" }) });
    expect(await indexed(store)).toEqual({ added: 1, changed: 1, unchanged: 0, removed: 0 });
  });

  it("what was withdrawn as removed", async () => {
    const { folder, store, publish } = await firstIndex({ "甲.md": rule("甲规定"), "乙.md": rule("乙规定") });
    rmSync(join(folder, "甲.md"));
    await publish({});
    expect(await indexed(store)).toEqual({ added: 0, changed: 0, unchanged: 1, removed: 1 });
  });

  it("documents of two folders apart, though path and title are the same", async () => {
    const { store } = await firstIndex({ "甲.md": rule("甲规定") });
    const { folder } = await storeWith({ "甲.md": rule("甲规定") });
    await importInto(store, folder);
    await indexed(store);
    expect(await indexed(store)).toEqual({ added: 0, changed: 0, unchanged: 2, removed: 0 });
  });

  it("the chunks that are done, up to all", async () => {
    const { store } = await storeWith(street);
    const seen: (readonly [number, number])[] = [];
    await reindex(store, [], mondayMorning, { embedder: null, progress: (done, total) => seen.push([done, total]) });
    expect(seen.at(-1)).toEqual([12, 12]);
  });
});

describe("a reindex after few changes", () => {
  it("keeps the files of the base and puts what is new beside it", async () => {
    const { store, publish } = await firstIndex(street, fakeEmbedder());
    const before = await currentGeneration(folderOf(store));
    await publish({ "泳池.md": rule("泳池规定", "第一条 泳池夏天开放。") });
    await indexed(store, fakeEmbedder());
    const after = await currentGeneration(folderOf(store));
    expect(await segmentsOf(store)).toEqual([
      ["base", 12],
      ["recent", 1],
    ]);
    const baseFiles = readdirSync(join(folderOf(store), after ?? "")).filter((file) => file.startsWith("base."));
    expect(baseFiles.length).toBeGreaterThan(0);
    for (const file of baseFiles) {
      const [one, other] = [before, after].map((name) => statSync(join(folderOf(store), name ?? "", file)).ino);
      expect(one).toBe(other);
    }
  });

  it("keeps the base when nothing changed at all", async () => {
    const { store } = await firstIndex(street, fakeEmbedder());
    await indexed(store, fakeEmbedder());
    expect(await segmentsOf(store)).toEqual([["base", 12]]);
  });

  it.each([
    ["words alone", null],
    ["words and meaning", fakeEmbedder()],
  ])("finds a changed document by its new words and no longer by its old ones: %s", async (_, embedder) => {
    const { store, publish } = await firstIndex(street, embedder);
    const retrieval = await opened(store, embedder);
    await publish({ "灯会.md": rule("灯会规定", "第一条 烟花表演改在河堤，凭票入场。") });
    await indexed(store, embedder);
    await retrieval.refresh();
    const hits = await search(retrieval, "烟花表演凭票");
    expect(hits[0]?.chunk.text).toBe("第一条 烟花表演改在河堤，凭票入场。");
    const texts = (await search(retrieval, "灯会每月5号检查", { top: 100 })).map(({ chunk }) => chunk.text);
    expect(texts.filter((text) => text.includes("灯会每月"))).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each([
    ["words alone", null],
    ["words and meaning", fakeEmbedder()],
  ])("finds a withdrawn document no longer: %s", async (_, embedder) => {
    const { folder, store, publish } = await firstIndex(street, embedder);
    const retrieval = await opened(store, embedder);
    rmSync(join(folder, "灯会.md"));
    await publish({});
    await indexed(store, embedder);
    await retrieval.refresh();
    expect(await titles(retrieval, "灯会每月5号检查", { top: 100 })).not.toContain("灯会规定");
    expect(await segmentsOf(store)).toEqual([["base", 12]]);
  });

  it("finds what was withdrawn and published again", async () => {
    const { folder, store, publish } = await firstIndex(street, fakeEmbedder());
    rmSync(join(folder, "灯会.md"));
    await publish({});
    await indexed(store, fakeEmbedder());
    await publish({ "灯会.md": street["灯会.md"] as string });
    await indexed(store, fakeEmbedder());
    expect((await titles(await opened(store, fakeEmbedder()), "灯会"))[0]).toBe("灯会规定");
  });

  it("weighs the words of what is new by the base", async () => {
    const { store, publish } = await firstIndex(street);
    await publish({ "泳池.md": rule("泳池规定", "第一条 泳池由服务站负责。") });
    await indexed(store);
    const { base, recent } = await loaded(store);
    const idfOf = (segment: typeof recent, term: string) => segment?.lexical.idf[segment.lexical.termIds.get(term) as number];
    expect(idfOf(recent, "服务站")).toBe(idfOf(base, "服务站"));
    expect(recent?.sketches.idf).toEqual(base.sketches.idf);
  });

  it.each([
    ["words alone", null],
    ["words and meaning", fakeEmbedder()],
  ])("finds in the same order as a reindex of everything: %s", async (_, embedder) => {
    const { folder, store, publish } = await firstIndex(street, embedder);
    rmSync(join(folder, "停电.md"));
    await publish({
      "灯会.md": rule("灯会规定", "第一条 灯会改在河堤，烟花表演凭票入场。"),
      "泳池.md": rule("泳池规定", "第一条 泳池夏天开放，儿童由家长陪同。"),
    });
    await indexed(store, embedder);
    const incremental = await opened(store, embedder);
    await indexed(store, embedder, true);
    const whole = await opened(store, embedder);
    expect((await segmentsOf(store)).length).toBe(1);
    for (const question of [...matters, "泳池", "烟花表演", "河堤的灯会", "儿童泳池几点开放", "电梯检查"]) {
      const [few, all] = [await titles(incremental, question, { top: 3 }), await titles(whole, question, { top: 3 })];
      expect(few[0]).toBe(all[0]);
      const scores = new Map((await search(whole, question, { top: 20 })).map(({ version, score }) => [version.title, score]));
      // those that stand where another stood have nearly its score
      for (const [place, title] of few.entries())
        expect(Math.abs((scores.get(title) ?? 0) - (scores.get(all[place] as string) ?? 1))).toBeLessThan(0.02);
    }
  });
});

describe("a reindex of everything", () => {
  it("is made when more than a fifth of the base is no longer published", async () => {
    const { folder, store, publish } = await firstIndex(street);
    for (const matter of matters.slice(0, 3)) rmSync(join(folder, `${matter}.md`));
    await publish({});
    await indexed(store);
    expect(await segmentsOf(store)).toEqual([["base", 9]]);
  });

  it("is made when there is more beside the base than in it", async () => {
    const { store, publish } = await firstIndex({ "甲.md": rule("甲规定") });
    await publish(street);
    await indexed(store);
    expect(await segmentsOf(store)).toEqual([["base", 13]]);
  });

  it("is made on demand", async () => {
    const { store, publish } = await firstIndex(street);
    await publish({ "泳池.md": rule("泳池规定") });
    await indexed(store, null, true);
    expect(await segmentsOf(store)).toEqual([["base", 13]]);
  });

  it("is made when the current generation is damaged", async () => {
    const { store } = await firstIndex(street);
    const file = join(folderOf(store), (await currentGeneration(folderOf(store))) ?? "", "base.postings.bin");
    writeFileSync(
      file,
      readFileSync(file).map((byte) => byte ^ 1),
    );
    expect(await indexed(store)).toEqual({ added: 12, changed: 0, unchanged: 0, removed: 0 });
    expect((await titles(await opened(store, null), "灯会"))[0]).toBe("灯会规定");
  });

  it("is made of nothing when nothing is published", async () => {
    const { store } = await firstIndex({}, fakeEmbedder());
    expect(await search(await opened(store, fakeEmbedder()), "灯会")).toEqual([]);
  });
});

describe("the embedder of a reindex", () => {
  it("reads every chunk once", async () => {
    const embedder = fakeEmbedder();
    await firstIndex(street, embedder);
    expect(embedder.passages).toHaveLength(12);
  });

  it("reads only what is new", async () => {
    const { store, publish } = await firstIndex(street, fakeEmbedder());
    const embedder = fakeEmbedder();
    await publish({ "泳池.md": rule("泳池规定", "第一条 泳池夏天开放。") });
    await indexed(store, embedder);
    expect(embedder.passages).toEqual(["泳池规定\n第一条 泳池夏天开放。"]);
    await publish({ "书屋.md": rule("书屋规定", "第一条 书屋周末开放。") });
    await indexed(store, embedder);
    expect(embedder.passages).toHaveLength(2);
  });

  it("reads nothing again when a worn-out base is made anew", async () => {
    const { folder, store, publish } = await firstIndex(street, fakeEmbedder());
    const before = await vectorsByChunk(store);
    const embedder = fakeEmbedder();
    for (const matter of matters.slice(0, 3)) rmSync(join(folder, `${matter}.md`));
    await publish({});
    await indexed(store, embedder);
    expect(embedder.passages).toEqual([]);
    const after = await vectorsByChunk(store);
    expect(after.size).toBe(9);
    for (const [chunk, row] of after) expect(row).toEqual(before.get(chunk));
  });

  it("reads everything again on demand", async () => {
    const { store } = await firstIndex(street, fakeEmbedder());
    const embedder = fakeEmbedder();
    await indexed(store, embedder, true);
    expect(embedder.passages).toHaveLength(12);
  });

  it("reads everything again when it is another one", async () => {
    const { store } = await firstIndex(street, fakeEmbedder());
    const embedder = fakeEmbedder({ fingerprint: "another", dimension: 48 });
    await indexed(store, embedder);
    expect(embedder.passages).toHaveLength(12);
    expect((await loaded(store)).base.vectors?.dimension).toBe(48);
  });

  it("may come later, or go", async () => {
    const { store } = await firstIndex(street);
    expect(await currentEmbedderName(store.home)).toBeNull();
    await indexed(store, fakeEmbedder({ name: "transformers:small" }));
    expect(await currentEmbedderName(store.home)).toBe("transformers:small");
    expect((await loaded(store)).base.vectors?.scales).toHaveLength(12);
    await indexed(store, null);
    expect(await currentEmbedderName(store.home)).toBeNull();
    expect((await loaded(store)).base.vectors).toBeNull();
  });

  it("that fails leaves the index in use as it is", async () => {
    const { store, publish } = await firstIndex(street, fakeEmbedder());
    const before = await currentGeneration(folderOf(store));
    const embedder = fakeEmbedder();
    embedder.failWith(new Error("the endpoint does not answer"));
    await publish({ "泳池.md": rule("泳池规定") });
    await expect(indexed(store, embedder)).rejects.toThrow("the endpoint does not answer");
    expect(await currentGeneration(folderOf(store))).toBe(before);
    expect((await titles(await opened(store, fakeEmbedder()), "灯会"))[0]).toBe("灯会规定");
  });

  it("is told by an earlier generation where the current one or its pointer is damaged", async () => {
    const { store } = await firstIndex(street, fakeEmbedder({ name: "transformers:small" }));
    writeFileSync(join(folderOf(store), "current"), "nothing\n");
    expect(await currentEmbedderName(store.home)).toBe("transformers:small");
    rmSync(join(folderOf(store), "current"));
    expect(await currentEmbedderName(store.home)).toBe("transformers:small");
  });

  it("is chosen when nobody else makes an index any more", async () => {
    const { store } = await firstIndex(street);
    const larger = fakeEmbedder({ name: "transformers:small" });
    const first = reindex(store, [], mondayMorning, { embedder: larger });
    const second = reindex(store, [], mondayMorning, {
      embedder: async () => ((await currentEmbedderName(store.home)) === null ? null : larger),
    });
    await Promise.all([first, second]);
    expect(await currentEmbedderName(store.home)).toBe("transformers:small");
  });

  it("has no name where there is no index", async () => {
    const { store } = await storeWith({});
    expect(await currentEmbedderName(store.home)).toBeNull();
  });
});
