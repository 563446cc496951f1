import { chmodSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ImportCounts } from "../../src/corpus/ingest.js";
import { knownDocuments, publishedVersions } from "../../src/store/documents.js";
import type { Store } from "../../src/store/open.js";
import { auditLog, documents, documentVersions } from "../../src/store/schema/index.js";
import { importInto, streetRule, writeFiles } from "../fixtures/corpus.js";
import { temporaryFolder, temporaryStore } from "../fixtures/home.js";

const rule = (title: string, line = "第一条 先到先用。") => streetRule(title, [line]);
const counts = (given: Partial<ImportCounts>): ImportCounts => ({ added: 0, changed: 0, unchanged: 0, removed: 0, failed: [], ...given });
const found = (store: Store) => publishedVersions(store).map(({ title }) => title);
const auditActions = (store: Store) => store.rows.select({ action: auditLog.action, actor: auditLog.actor }).from(auditLog).all();

/** A folder with two rules, imported and published. */
async function imported() {
  const folder = temporaryFolder();
  const store = temporaryStore();
  writeFiles(folder, { "晾晒.md": rule("晾晒规定"), "停放/单车.md": rule("单车规定") });
  const first = await importInto(store, folder);
  return { folder, store, first };
}

describe("an import", () => {
  it("adds what is new, by its path below the folder", async () => {
    const { folder, store, first } = await imported();
    expect(first).toEqual(counts({ added: 2 }));
    expect([...knownDocuments(store, folder).keys()].sort()).toEqual(["停放/单车.md", "晾晒.md"]);
  });

  it("does nothing the second time", async () => {
    const { folder, store } = await imported();
    expect(await importInto(store, folder)).toEqual(counts({ unchanged: 2 }));
    expect(store.rows.select().from(documentVersions).all()).toHaveLength(2);
    expect(auditActions(store)).toHaveLength(1);
  });

  it("adds a version to a document that changed", async () => {
    const { folder, store } = await imported();
    writeFiles(folder, { "晾晒.md": rule("晾晒新规定") });
    expect(await importInto(store, folder)).toEqual(counts({ changed: 1, unchanged: 1 }));
    expect(found(store).sort()).toEqual(["单车规定", "晾晒新规定"]);
  });

  it("leaves hidden files and a site generator's index alone", async () => {
    const { folder, store } = await imported();
    writeFiles(folder, { ".git/a.md": rule("甲"), ".b.md": rule("乙"), "_index.md": rule("丙") });
    expect(await importInto(store, folder)).toEqual(counts({ unchanged: 2 }));
  });

  it("fails for a path that is not there", async () => {
    const missing = join(temporaryFolder(), "没有");
    await expect(importInto(temporaryStore(), missing)).rejects.toThrow(expect.objectContaining({ code: "not_found" }));
  });

  it("tells how far it is", async () => {
    const { folder, store } = await imported();
    const told: number[][] = [];
    await importInto(store, folder, { progress: (done, total) => told.push([done, total]) });
    expect(told.at(-1)).toEqual([2, 2]);
  });
});

describe("a document that is no longer in its folder", () => {
  it("is withdrawn and not deleted", async () => {
    const { folder, store } = await imported();
    rmSync(join(folder, "晾晒.md"));
    expect(await importInto(store, folder)).toEqual(counts({ unchanged: 1, removed: 1 }));
    expect(found(store)).toEqual(["单车规定"]);
    expect(store.rows.select().from(documents).all()).toHaveLength(2);
  });

  it("is counted once", async () => {
    const { folder, store } = await imported();
    rmSync(join(folder, "晾晒.md"));
    await importInto(store, folder);
    expect(await importInto(store, folder)).toEqual(counts({ unchanged: 1 }));
  });

  it("is added when it is back, and found again when that is published", async () => {
    const { folder, store } = await imported();
    renameSync(join(folder, "晾晒.md"), join(folder, ".away"));
    await importInto(store, folder);
    renameSync(join(folder, ".away"), join(folder, "晾晒.md"));
    expect(await importInto(store, folder)).toEqual(counts({ added: 1, unchanged: 1 }));
    expect(found(store).sort()).toEqual(["单车规定", "晾晒规定"]);
  });

  it.each(["第一条 先到先用。", "第一条 轮流使用。"])("is a draft when it is back without being published: %s", async (line) => {
    const { folder, store } = await imported();
    rmSync(join(folder, "晾晒.md"));
    await importInto(store, folder);
    writeFiles(folder, { "晾晒.md": rule("晾晒规定", line) });
    expect(await importInto(store, folder, { publishedBy: null })).toEqual(counts({ added: 1, unchanged: 1 }));
    expect(found(store)).toEqual(["单车规定"]);
  });

  it("stays when another folder is imported", async () => {
    const { store } = await imported();
    const other = temporaryFolder();
    writeFiles(other, { "夜市.md": rule("夜市规定") });
    expect(await importInto(store, other)).toEqual(counts({ added: 1 }));
    expect(found(store)).toHaveLength(3);
  });

  it("is not told from a file that cannot be read this time", async () => {
    const { folder, store } = await imported();
    writeFiles(folder, { "晾晒.md": Uint8Array.of(0, 1, 2, 3, 0, 0) });
    expect(await importInto(store, folder)).toMatchObject({ unchanged: 1, removed: 0, failed: [{ path: "晾晒.md" }] });
    expect(found(store)).toContain("晾晒规定");
  });
});

describe("a single file", () => {
  it("is a document of its own folder, by its base name", async () => {
    const { folder, store } = await imported();
    expect(await importInto(store, join(folder, "晾晒.md"))).toEqual(counts({ unchanged: 1 }));
  });

  it("does not remove its siblings", async () => {
    const { folder, store } = await imported();
    writeFiles(folder, { "夜市.md": rule("夜市规定") });
    expect(await importInto(store, join(folder, "夜市.md"))).toEqual(counts({ added: 1 }));
    expect(found(store)).toHaveLength(3);
  });
});

describe("a dry run", () => {
  it("counts and writes nothing", async () => {
    const { folder, store } = await imported();
    rmSync(join(folder, "停放"), { recursive: true });
    writeFiles(folder, { "晾晒.md": rule("晾晒新规定"), "夜市.md": rule("夜市规定") });
    expect(await importInto(store, folder, { dryRun: true })).toEqual(counts({ added: 1, changed: 1, removed: 1 }));
    expect(found(store).sort()).toEqual(["单车规定", "晾晒规定"]);
    expect(auditActions(store)).toHaveLength(1);
  });

  it("publishes no earlier draft", async () => {
    const folder = temporaryFolder();
    const store = temporaryStore();
    writeFiles(folder, { "晾晒.md": rule("晾晒规定") });
    await importInto(store, folder, { publishedBy: null });
    await importInto(store, folder, { dryRun: true });
    expect(found(store)).toEqual([]);
  });
});

describe("a draft", () => {
  it("is not found until it is published", async () => {
    const folder = temporaryFolder();
    const store = temporaryStore();
    writeFiles(folder, { "晾晒.md": rule("晾晒规定") });
    expect(await importInto(store, folder, { publishedBy: null })).toEqual(counts({ added: 1 }));
    expect(found(store)).toEqual([]);
    expect(auditActions(store)).toEqual([]);
  });

  it("is published by a later import, under that name and audited", async () => {
    const folder = temporaryFolder();
    const store = temporaryStore();
    writeFiles(folder, { "晾晒.md": rule("晾晒规定") });
    await importInto(store, folder, { publishedBy: null });
    expect(await importInto(store, folder, { publishedBy: "李编辑" })).toEqual(counts({ unchanged: 1 }));
    expect(found(store)).toEqual(["晾晒规定"]);
    expect(store.rows.select().from(documentVersions).all()).toMatchObject([{ reviewState: "published", reviewedBy: "李编辑" }]);
    expect(auditActions(store)).toEqual([{ action: "import_published", actor: "李编辑" }]);
  });

  it("leaves the published version in its place meanwhile", async () => {
    const { folder, store } = await imported();
    writeFiles(folder, { "晾晒.md": rule("晾晒新规定") });
    await importInto(store, folder, { publishedBy: null });
    expect(found(store)).toContain("晾晒规定");
  });
});

describe("files that fail", () => {
  it.each([
    ["a program's file", "表.md", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0), /not a text file/],
    ["an unknown encoding", "信.txt", Uint8Array.of(0x53, 0xff, 0xff, 0x65), /UTF-8/],
    ["an empty file", "空.md", "", /empty/],
    ["an unclosed front matter", "未完.md", "---\ntitle: 甲\n\n正文。", /not closed/],
    ["broken YAML", "坏.md", '---\ntitle: "甲\n---\n正文。', /YAML/],
    ["an unknown kind", "类.md", "---\nkind: decree\n---\n正文。", /unknown kind/],
    ["an impossible date", "日.md", "---\npublishedOn: 2026-02-30\n---\n正文。", /publishedOn.*2026-02-30/],
    ["an unknown place", "地.md", "---\nplace: 火星\n---\n正文。", /火星/],
    ["another ending", "图.png", "正文。", /\.png/],
    ["no ending", "说明", "正文。", /without ending/],
  ])("are named with their reason, and the rest is imported: %s", async (_, path, content, reason) => {
    const folder = temporaryFolder();
    const store = temporaryStore();
    writeFiles(folder, { "晾晒.md": rule("晾晒规定"), [`附件/${path}`]: content });
    expect(await importInto(store, folder)).toEqual(
      counts({ added: 1, failed: [{ path: `附件/${path}`, error: expect.stringMatching(reason) }] }),
    );
  });

  it("are named when they are a whole folder, whose documents stay", async () => {
    const { folder, store } = await imported();
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "停放"), 0);
    // a dry run: the user who may not read the folder may not write the store either
    const dryRun = await asOrdinaryUser(() => importInto(store, folder, { dryRun: true }));
    chmodSync(join(folder, "停放"), 0o755);
    expect(dryRun).toEqual(counts({ unchanged: 1, failed: [{ path: "停放", error: expect.stringMatching(/cannot be read/) }] }));
  });
});

/** The administrator reads every folder; so that the test means something, `work` runs as nobody then. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
