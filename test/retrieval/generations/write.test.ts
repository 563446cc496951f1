import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { currentGeneration } from "../../../src/retrieval/generations/pointer.js";
import { loadCurrent } from "../../../src/retrieval/generations/read.js";
import { writeGeneration } from "../../../src/retrieval/generations/write.js";
import { neighbourWriter } from "../../../src/retrieval/vectors/neighbours.js";
import { fakeEmbedder } from "../../fakes/embedder.js";
import { segmentOf, statisticsOf, textOf, type WrittenText } from "../../fixtures/generation.js";
import { temporaryFolder } from "../../fixtures/home.js";

const at = "2026-11-23T10:00:00+08:00";
const market = textOf("集市通知", [{ article: "第一条", chapter: "第一章 总则", text: "集市每天开放。" }, "收摊后打扫。"]);
const water = textOf("停水通知", ["明天停水三小时。"], { documentNumber: "榕荫〔2026〕3号" });

const titlesIn = async (folder: string) => (await loadCurrent(folder)).versions.map(({ title }) => title);

async function written(
  folder: string,
  texts: readonly WrittenText[],
  options: { at?: string; embedder?: ReturnType<typeof fakeEmbedder> } = {},
) {
  const embedder = options.embedder ?? null;
  const segment = await segmentOf(texts, embedder);
  const versions = texts.map(({ version }) => version);
  const base = { kind: "new", segment, neighbours: null } as const;
  const name = await writeGeneration(folder, { versions, embedder, base, recent: null }, options.at ?? at);
  return { name, segment, versions };
}

describe("a generation", () => {
  it("is read as it was written", async () => {
    const folder = temporaryFolder();
    const { name, segment, versions } = await written(folder, [market, water], { embedder: fakeEmbedder() });
    const loaded = await loadCurrent(folder);
    expect(loaded).toEqual({
      name,
      manifest: loaded.manifest,
      versions,
      base: { ...segment, neighbours: null },
      recent: null,
      damage: null,
    });
  });

  it("has no vectors when there was no embedder", async () => {
    const folder = temporaryFolder();
    await written(folder, [market]);
    const { manifest, base } = await loadCurrent(folder);
    expect([manifest.embedder, base.vectors]).toEqual([null, null]);
  });

  it("may be empty", async () => {
    const folder = temporaryFolder();
    await written(folder, [], { embedder: fakeEmbedder() });
    expect(await loadCurrent(folder)).toMatchObject({
      versions: [],
      base: { lexical: { termIds: new Map() }, vectors: { rows: new Int8Array(0) } },
    });
  });

  it("says what it holds, what made its vectors, and when it was made", async () => {
    const folder = temporaryFolder();
    await written(folder, [market, water], { embedder: fakeEmbedder({ name: "transformers:small", fingerprint: "f1" }) });
    expect((await loadCurrent(folder)).manifest).toMatchObject({
      createdAt: at,
      versions: 2,
      embedder: { name: "transformers:small", fingerprint: "f1", dimension: 32 },
      segments: [{ name: "base", chunks: 3, versions: 2 }],
    });
  });

  it("becomes the current one", async () => {
    const folder = temporaryFolder();
    await written(folder, [market]);
    const { name } = await written(folder, [water]);
    expect(await currentGeneration(folder)).toBe(name);
    expect(await titlesIn(folder)).toEqual(["停水通知"]);
  });

  it("keeps the one before it and no older one, also when all are of one second", async () => {
    const folder = temporaryFolder();
    const names: string[] = [];
    for (let number = 0; number < 5; number++) names.push((await written(folder, [market])).name);
    expect(readdirSync(folder).sort()).toEqual(["current", ...names.slice(-2)].sort());
  });

  it("keeps the one before it when the clock was put back", async () => {
    const folder = temporaryFolder();
    await written(folder, [market], { at: "2026-11-23T12:00:00+08:00" });
    const second = await written(folder, [market], { at: "2026-11-23T11:00:00+08:00" });
    const third = await written(folder, [market], { at: "2026-11-23T10:00:00+08:00" });
    expect(readdirSync(folder).sort()).toEqual(["current", second.name, third.name].sort());
  });
});

describe("a generation beside an earlier base", () => {
  async function withRecent(folder: string) {
    const before = await written(folder, [market], { embedder: fakeEmbedder() });
    const { manifest } = await loadCurrent(folder);
    const recent = await segmentOf([water], fakeEmbedder(), statisticsOf(before.segment));
    const versions = [market.version, water.version];
    const name = await writeGeneration(folder, { versions, embedder: fakeEmbedder(), base: { kind: "kept", from: manifest }, recent }, at);
    return { before, recent, name };
  }

  it("holds the earlier base and what is new", async () => {
    const folder = temporaryFolder();
    const { before, recent } = await withRecent(folder);
    const loaded = await loadCurrent(folder);
    expect(loaded.base).toEqual({ ...before.segment, neighbours: null });
    expect(loaded.recent).toEqual({ ...recent, neighbours: null });
    expect(loaded.manifest.segments).toEqual([
      { name: "base", chunks: 2, versions: 1 },
      { name: "recent", chunks: 1, versions: 1 },
    ]);
  });

  it("gives the earlier files a second name and copies nothing", async () => {
    const folder = temporaryFolder();
    const { before, name } = await withRecent(folder);
    const inode = (generation: string, file: string) => statSync(join(folder, generation, file)).ino;
    const files = readdirSync(join(folder, name)).filter((file) => file.startsWith("base."));
    expect(files).toContain("base.vectors.bin");
    for (const file of files) expect(inode(name, file)).toBe(inode(before.name, file));
  });

  it("outlives the one whose base it shares", async () => {
    const folder = temporaryFolder();
    const { before } = await withRecent(folder);
    const { manifest } = await loadCurrent(folder);
    const versions = [market.version];
    await writeGeneration(folder, { versions, embedder: fakeEmbedder(), base: { kind: "kept", from: manifest }, recent: null }, at);
    expect(readdirSync(folder)).not.toContain(before.name);
    expect((await loadCurrent(folder)).base).toEqual({ ...before.segment, neighbours: null });
  });

  it("takes over the graph of neighbours as well", async () => {
    const folder = temporaryFolder();
    const segment = await segmentOf([market, water], fakeEmbedder());
    const neighbours = await neighbourWriter(segment.vectors, 0);
    const versions = [market.version, water.version];
    await writeGeneration(folder, { versions, embedder: fakeEmbedder(), base: { kind: "new", segment, neighbours }, recent: null }, at);
    const { manifest } = await loadCurrent(folder);
    const base = { kind: "kept", from: manifest } as const;
    const name = await writeGeneration(folder, { versions, embedder: fakeEmbedder(), base, recent: null }, at);
    const graph = neighbours && join(folder, name, "base.neighbours.hnsw");
    expect((await loadCurrent(folder)).base.neighbours).toBe(graph);
  });
});

describe("what a killed process left half written", () => {
  function leftovers(folder: string): void {
    mkdirSync(join(folder, "g99999999999999-x-y.partial"));
    writeFileSync(join(folder, "current.4711.partial"), "g999");
  }

  it("is not loaded", async () => {
    const folder = temporaryFolder();
    leftovers(folder);
    await expect(loadCurrent(folder)).rejects.toThrow(expect.objectContaining({ code: "index_missing" }));
  });

  it("is removed by the next one", async () => {
    const folder = temporaryFolder();
    leftovers(folder);
    const { name } = await written(folder, [market]);
    expect(readdirSync(folder).sort()).toEqual(["current", name]);
  });
});
