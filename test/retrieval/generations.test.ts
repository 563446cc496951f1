import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { files, type IndexedVersion } from "../../src/retrieval/generations/format.js";
import { currentGeneration } from "../../src/retrieval/generations/pointer.js";
import { loadCurrent, loadGeneration } from "../../src/retrieval/generations/read.js";
import { type Generation, writeGeneration } from "../../src/retrieval/generations/write.js";
import { lexicalBuilder } from "../../src/retrieval/lexical/build.js";
import { temporaryFolder } from "../fixtures/home.js";

const at = "2026-11-23T10:00:00+08:00";

const version = (versionId: number, title: string): IndexedVersion => ({
  versionId,
  documentId: versionId,
  path: `${title}.md`,
  title,
  kind: "notice",
  place: "广东省",
  from: 20_260_101,
  to: 99_999_999,
  ended: null,
  endedBy: null,
  url: null,
  checkedOn: null,
});

function generation(...titles: readonly string[]): Generation {
  const builder = lexicalBuilder();
  for (const title of titles) builder.add([...title]);
  const ordinals = Uint32Array.from(titles.keys());
  return {
    versions: titles.map((title, ordinal) => version(ordinal + 1, title)),
    chunks: { chunkIds: ordinals.map((ordinal) => ordinal + 100), versionOf: ordinals, groupOf: ordinals },
    lexical: builder.finish(),
  };
}

function flipByte(path: string): void {
  const bytes = readFileSync(path);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

const titlesOf = (loaded: Generation) => loaded.versions.map(({ title }) => title);

describe("a generation", () => {
  it("is loaded as it was written", async () => {
    const folder = temporaryFolder();
    const written = generation("集市通知", "停水通知");
    const name = await writeGeneration(folder, written, at);
    expect(await loadCurrent(folder)).toMatchObject({ name, ...written });
  });

  it("may be empty", async () => {
    const folder = temporaryFolder();
    await writeGeneration(folder, generation(), at);
    expect(await loadCurrent(folder)).toMatchObject({ versions: [], lexical: { terms: [] } });
  });

  it("says what it holds and when it was made", async () => {
    const folder = temporaryFolder();
    await writeGeneration(folder, generation("集市", "夜市"), at);
    expect((await loadCurrent(folder)).manifest).toMatchObject({ createdAt: at, versions: 2, chunks: 2, terms: 3, postings: 4 });
  });

  it("becomes the current one", async () => {
    const folder = temporaryFolder();
    await writeGeneration(folder, generation("旧"), at);
    const name = await writeGeneration(folder, generation("新"), at);
    expect(await currentGeneration(folder)).toBe(name);
    expect(titlesOf(await loadCurrent(folder))).toEqual(["新"]);
  });

  it("keeps the one before it and no older one, also when all are of one second", async () => {
    const folder = temporaryFolder();
    const names: string[] = [];
    for (const title of ["一", "二", "三", "四", "五"]) names.push(await writeGeneration(folder, generation(title), at));
    expect(readdirSync(folder).sort()).toEqual(["current", ...names.slice(-2)].sort());
  });

  it("keeps the one before it when the clock was put back", async () => {
    const folder = temporaryFolder();
    await writeGeneration(folder, generation("一"), "2026-11-23T12:00:00+08:00");
    const second = await writeGeneration(folder, generation("二"), "2026-11-23T11:00:00+08:00");
    const third = await writeGeneration(folder, generation("三"), "2026-11-23T10:00:00+08:00");
    expect(readdirSync(folder).sort()).toEqual(["current", second, third].sort());
  });
});

describe("a damaged generation", () => {
  it.each(Object.values(files))("is noticed by one flipped bit in %s", async (file) => {
    const folder = temporaryFolder();
    const name = await writeGeneration(folder, generation("集市通知", "停水通知"), at);
    flipByte(join(folder, name, file));
    await expect(loadGeneration(folder, name)).rejects.toThrow(expect.objectContaining({ code: "index_damaged" }));
  });

  it("is noticed by a file that is cut short or gone", async () => {
    const folder = temporaryFolder();
    const name = await writeGeneration(folder, generation("集市通知"), at);
    writeFileSync(join(folder, name, files.postings), "");
    await expect(loadGeneration(folder, name)).rejects.toThrow(expect.objectContaining({ code: "index_damaged" }));
    rmSync(join(folder, name, files.postings));
    await expect(loadGeneration(folder, name)).rejects.toThrow(expect.objectContaining({ code: "index_damaged" }));
  });

  it.each(["", "{", '{"format":2}'])("is noticed by its manifest: %s", async (manifest) => {
    const folder = temporaryFolder();
    const name = await writeGeneration(folder, generation("集市通知"), at);
    writeFileSync(join(folder, name, "manifest.json"), manifest);
    await expect(loadGeneration(folder, name)).rejects.toThrow(expect.objectContaining({ code: "index_damaged" }));
  });

  it("gives way to the previous one", async () => {
    const folder = temporaryFolder();
    await writeGeneration(folder, generation("旧"), at);
    const name = await writeGeneration(folder, generation("新"), at);
    flipByte(join(folder, name, files.impacts));
    expect(titlesOf(await loadCurrent(folder))).toEqual(["旧"]);
  });

  it("gives way when the pointer names one that is not there", async () => {
    const folder = temporaryFolder();
    const name = await writeGeneration(folder, generation("旧"), at);
    writeFileSync(join(folder, "current"), "g19990101\n");
    expect((await loadCurrent(folder)).name).toBe(name);
  });

  it("is told when no other is whole", async () => {
    const folder = temporaryFolder();
    const name = await writeGeneration(folder, generation("旧"), at);
    flipByte(join(folder, name, files.chunks));
    await expect(loadCurrent(folder)).rejects.toThrow(expect.objectContaining({ code: "index_damaged" }));
  });
});

describe("what a killed process left half written", () => {
  it("is not loaded", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "g99999999999999-x-y.partial"));
    writeFileSync(join(folder, "current.4711.partial"), "g999");
    await expect(loadCurrent(folder)).rejects.toThrow(expect.objectContaining({ code: "index_missing" }));
  });

  it("is removed by the next one", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "g99999999999999-x-y.partial"));
    writeFileSync(join(folder, "current.4711.partial"), "g999");
    const name = await writeGeneration(folder, generation("新"), at);
    expect(readdirSync(folder).sort()).toEqual(["current", name]);
  });
});
