import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { segmentFiles, vectorFiles } from "../../../src/retrieval/generations/format.js";
import { loadCurrent, loadGeneration } from "../../../src/retrieval/generations/read.js";
import { writeGeneration } from "../../../src/retrieval/generations/write.js";
import { neighboursMissing, neighbourWriter } from "../../../src/retrieval/vectors/neighbours.js";
import { fakeEmbedder } from "../../fakes/embedder.js";
import { segmentOf, statisticsOf, textOf } from "../../fixtures/generation.js";
import { temporaryFolder } from "../../fixtures/home.js";

const at = "2026-11-23T10:00:00+08:00";
const market = textOf("集市通知", [{ article: "第一条", chapter: "第一章 总则", text: "集市每天开放。" }]);
const water = textOf("停水通知", ["明天停水三小时。"]);
const damaged = expect.objectContaining({ code: "index_damaged" });

/** Writes a generation with every kind of file: both segments, vectors, and the graph of neighbours where the native module is there. */
async function written(folder: string): Promise<string> {
  const embedder = fakeEmbedder();
  const segment = await segmentOf([market], embedder);
  const neighbours = await neighbourWriter(segment.vectors, 0);
  const recent = await segmentOf([water], embedder, statisticsOf(segment));
  const versions = [market.version, water.version];
  return writeGeneration(folder, { versions, embedder, base: { kind: "new", segment, neighbours }, recent }, at);
}

const original = mkdtempSync(join(tmpdir(), "zhengwen-generation-"));
let name: string;

beforeAll(async () => {
  name = await written(original);
});
afterAll(() => rmSync(original, { recursive: true, force: true }));

/** An index folder with that generation alone. */
function copied(): string {
  const folder = temporaryFolder();
  cpSync(original, folder, { recursive: true });
  return folder;
}

const files = [
  "manifest.json",
  "manifest.sha256",
  "versions.json",
  ...["base", "recent"].flatMap((segment) =>
    [...Object.values(segmentFiles), ...Object.values(vectorFiles)].map((file) => `${segment}.${file}`),
  ),
  ...((await neighboursMissing()) === null ? ["base.neighbours.hnsw"] : []),
];

function flip(path: string, place: number, bit = 0): void {
  const bytes = readFileSync(path);
  bytes[place] = (bytes[place] as number) ^ (1 << bit);
  writeFileSync(path, bytes);
}

describe("a damaged generation", () => {
  it("has no file that is not looked at here", () => {
    expect(readdirSync(join(original, name)).sort()).toEqual(files.toSorted());
  });

  it.each(files)("is noticed by any flipped bit in %s", async (file) => {
    const folder = copied();
    const path = join(folder, name, file);
    const { length } = readFileSync(path);
    const anywhere = fc.tuple(fc.nat({ max: length - 1 }), fc.nat({ max: 7 }));
    await fc.assert(
      fc.asyncProperty(anywhere, async ([place, bit]) => {
        flip(path, place, bit);
        await expect(loadGeneration(folder, name)).rejects.toThrow(damaged);
        flip(path, place, bit);
      }),
      { numRuns: 5 },
    );
    expect((await loadGeneration(folder, name)).name).toBe(name);
  });

  it.each(files)("is noticed by %s when it is cut short or gone", async (file) => {
    const folder = copied();
    const path = join(folder, name, file);
    const { length } = readFileSync(path);
    truncateSync(path, length - 1);
    await expect(loadGeneration(folder, name)).rejects.toThrow(damaged);
    rmSync(path);
    await expect(loadGeneration(folder, name)).rejects.toThrow(damaged);
  });

  it.each(["", "{", '{"format":1}'])("is noticed by its manifest: %s", async (manifest) => {
    const folder = copied();
    writeFileSync(join(folder, name, "manifest.json"), manifest);
    await expect(loadGeneration(folder, name)).rejects.toThrow(damaged);
  });

  it("gives way to the previous one", async () => {
    const folder = copied();
    flip(join(folder, await written(folder), "base.impacts.bin"), 0);
    expect(await loadCurrent(folder)).toMatchObject({ name, damage: { code: "index_damaged" } });
  });

  it("gives way when the pointer names one that is not there", async () => {
    const folder = copied();
    writeFileSync(join(folder, "current"), "g19990101\n");
    expect(await loadCurrent(folder)).toMatchObject({ name, damage: { code: "index_damaged" } });
  });

  it("is found without its pointer", async () => {
    const folder = copied();
    rmSync(join(folder, "current"));
    expect(await loadCurrent(folder)).toMatchObject({ name, damage: { code: "index_damaged" } });
  });

  it("is told when no other is whole", async () => {
    const folder = copied();
    flip(join(folder, name, "base.chunks.bin"), 0);
    await expect(loadCurrent(folder)).rejects.toThrow(damaged);
  });
});

describe("a base that is in memory already", () => {
  it("is not read again, and its files are not looked at", async () => {
    const folder = copied();
    const serving = await loadGeneration(folder, name);
    const versions = [market.version];
    const next = await writeGeneration(
      folder,
      { versions, embedder: fakeEmbedder(), base: { kind: "kept", from: serving.manifest }, recent: null },
      at,
    );
    expect((await loadGeneration(folder, next, serving)).base).toBe(serving.base);
    flip(join(folder, next, "base.postings.bin"), 0);
    expect((await loadGeneration(folder, next, serving)).base).toBe(serving.base);
  });

  it("is read when the next generation has another", async () => {
    const folder = copied();
    const serving = await loadGeneration(folder, name);
    const segment = await segmentOf([water], fakeEmbedder());
    const base = { kind: "new", segment, neighbours: null } as const;
    const next = await writeGeneration(folder, { versions: [water.version], embedder: fakeEmbedder(), base, recent: null }, at);
    expect((await loadGeneration(folder, next, serving)).base).toEqual({ ...segment, neighbours: null });
  });
});
