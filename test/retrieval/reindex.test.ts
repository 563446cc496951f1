import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reindex } from "../../src/retrieval/index.js";
import type { Store } from "../../src/store/open.js";
import { importInto, mondayMorning, streetRule, writeFiles } from "../fixtures/corpus.js";
import { temporaryFolder, temporaryStore } from "../fixtures/home.js";

const rule = (title: string, line = "第一条 先到先用。") => streetRule(title, [line]);
const counted = (store: Store) => reindex(store, [], mondayMorning);

async function indexed(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  const store = temporaryStore();
  writeFiles(folder, files);
  await importInto(store, folder);
  return { folder, store, first: await counted(store) };
}

describe("a reindex", () => {
  it("counts what the new generation has added", async () => {
    const { first } = await indexed({ "甲.md": rule("甲规定"), "乙.md": rule("乙规定") });
    expect(first).toEqual({ added: 2, changed: 0, unchanged: 0, removed: 0 });
  });

  it("changes nothing the second time", async () => {
    const { store } = await indexed({ "甲.md": rule("甲规定") });
    expect(await counted(store)).toEqual({ added: 0, changed: 0, unchanged: 1, removed: 0 });
  });

  it("counts a document under another title as changed", async () => {
    const { folder, store } = await indexed({ "甲.md": rule("甲规定") });
    writeFiles(folder, { "甲.md": rule("甲新规定") });
    await importInto(store, folder);
    expect(await counted(store)).toEqual({ added: 0, changed: 1, unchanged: 0, removed: 0 });
  });

  it("counts a document that another one ends as changed", async () => {
    const { folder, store } = await indexed({ "甲.md": rule("甲规定") });
    writeFiles(folder, { "乙.md": streetRule("乙规定", ["第一条 略。"], { supersedes: "甲规定", effectiveFrom: "2026-02-01" }) });
    await importInto(store, folder);
    expect(await counted(store)).toEqual({ added: 1, changed: 1, unchanged: 0, removed: 0 });
  });

  it("counts what was withdrawn as removed", async () => {
    const { folder, store } = await indexed({ "甲.md": rule("甲规定"), "乙.md": rule("乙规定") });
    rmSync(join(folder, "甲.md"));
    await importInto(store, folder);
    expect(await counted(store)).toEqual({ added: 0, changed: 0, unchanged: 1, removed: 1 });
  });

  it("tells documents of two folders apart, though path and title are the same", async () => {
    const { store } = await indexed({ "甲.md": rule("甲规定") });
    const other = temporaryFolder();
    writeFiles(other, { "甲.md": rule("甲规定") });
    await importInto(store, other);
    await counted(store);
    expect(await counted(store)).toEqual({ added: 0, changed: 0, unchanged: 2, removed: 0 });
  });
});
