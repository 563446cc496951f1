import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nation, type Place } from "../../src/domain/place.js";
import { dateNumber, plainDate } from "../../src/domain/plain-date.js";
import { currentGeneration } from "../../src/retrieval/generations/pointer.js";
import { indexFolderOf, openRetrieval, type Retrieval } from "../../src/retrieval/index.js";
import type { Store } from "../../src/store/open.js";
import { importInto, officePlace, streetRule, writeFiles } from "../fixtures/corpus.js";
import { temporaryStore } from "../fixtures/home.js";
import { indexed, retrievalOver, retrievalSettings, search, titles } from "../fixtures/retrieval.js";

const articles = async (retrieval: Retrieval, text: string) => (await search(retrieval, text)).map(({ chunk }) => chunk.article);

const stalls = (title: string, place: string, given: Readonly<Record<string, string>> = {}) =>
  streetRule(title, ["第一条 夜市摊位先登记。"], { place, ...given });
/** Another one that says the same in words of its own: no near-duplicate. */
const market = (title: string, given: Readonly<Record<string, string>> = {}) =>
  streetRule(title, ["第一条 摊主凭号牌进夜市的摊位，没有登记的请到服务中心补办。"], given);

/** Flips a bit in each byte of the list of versions, which no two generations share. */
async function damageVersions(store: Store): Promise<void> {
  const folder = indexFolderOf(store.home);
  const file = join(folder, (await currentGeneration(folder)) ?? "", "versions.json");
  writeFileSync(
    file,
    readFileSync(file).map((byte) => byte ^ 1),
  );
}

describe("the day asked about", () => {
  const files = {
    "旧.md": stalls("夜市办法", officePlace, { effectiveFrom: "2015-01-01" }),
    "新.md": stalls("夜市条例", officePlace, { effectiveFrom: "2022-01-01", supersedes: "夜市办法" }),
    "将来.md": market("夜市规定", { effectiveFrom: "2027-01-01" }),
  };

  it.each([
    ["2014-12-31", []],
    ["2021-12-31", ["夜市办法"]],
    ["2022-01-01", ["夜市条例"]],
    ["2027-01-01", ["夜市条例", "夜市规定"]],
  ])("finds only what is in force on it: %s", async (date, expected) => {
    const { retrieval } = await retrievalOver(files);
    expect((await titles(retrieval, "夜市摊位登记", { asOf: plainDate(date) })).sort()).toEqual(expected.toSorted());
  });

  it("leaves the rest to be found as what does not hold", async () => {
    const { retrieval } = await retrievalOver(files);
    const elsewhere = await search(retrieval, "夜市摊位登记", { scope: "elsewhere" });
    expect(elsewhere.map(({ version, status }) => [version.title, status]).sort()).toEqual([
      ["夜市办法", "repealed"],
      ["夜市规定", "not_yet"],
    ]);
  });
});

describe("the place asked about", () => {
  const files = {
    "国.md": stalls("国家夜市规定", "全国"),
    "省.md": stalls("省夜市规定", "广东省"),
    "市.md": stalls("广州夜市规定", "广东省/广州市"),
    "街道.md": stalls("街道夜市规定", officePlace),
    "邻省.md": stalls("邻省夜市规定", "湖南省"),
  };

  it.each([
    [officePlace, ["国家夜市规定", "省夜市规定", "街道夜市规定"]],
    ["广东省", ["国家夜市规定", "省夜市规定"]],
    ["广东省/广州市", ["国家夜市规定", "广州夜市规定", "省夜市规定"]],
    ["湖南省", ["国家夜市规定", "邻省夜市规定"]],
    [nation, ["国家夜市规定"]],
  ])("finds only what holds there: %s", async (place, expected) => {
    const { retrieval } = await retrievalOver(files);
    expect((await titles(retrieval, "夜市摊位登记", { place: place as Place })).sort()).toEqual(expected);
  });
});

describe("the hits", () => {
  const items = Array.from({ length: 40 }, (_, number) => `（${number + 1}）夜市摊位的桌椅、垃圾桶和第${number + 1}号灯箱由摊主自备；`);

  it("are at most one for an article, however many parts it has", async () => {
    const { retrieval } = await retrievalOver({
      "甲.md": streetRule("夜市规定", ["第一条 摊主自备：", ...items, "第二条 夜市摊位免费。"]),
    });
    expect((await articles(retrieval, "夜市摊位")).sort()).toEqual(["第一条", "第二条"]);
  });

  it("are at most one for an article, also when an annex counts from one again", async () => {
    const lines = ["第一条 夜市摊位先登记。", "第二条 夜市摊位免费。", "附件：夜市摊位守则", "第一条 夜市摊位自带灯箱。"];
    const { retrieval } = await retrievalOver({ "甲.md": streetRule("夜市规定", lines) });
    expect((await articles(retrieval, "夜市摊位")).sort()).toEqual(["第一条", "第二条"]);
  });

  it("are at most one for a text without articles", async () => {
    const sections = ["## 夜市摊位收费吗？", "不收。", "## 夜市摊位怎么登记？", "到服务中心。"];
    const { retrieval } = await retrievalOver({ "甲.md": streetRule("夜市问答", sections, { kind: "interpretation" }) });
    expect(await search(retrieval, "夜市摊位")).toHaveLength(1);
  });

  it("are as many as asked for, though one text could fill them all", async () => {
    const sections = Array.from({ length: 30 }, (_, number) => [`## 夜市摊位${number}？`, "夜市摊位。"]).flat();
    const files = {
      "甲.md": streetRule("夜市摊位问答", sections, { kind: "interpretation" }),
      "乙.md": streetRule("集市规定", ["第一条 集市和夜市一样，先登记再进场，收摊以后打扫干净。"]),
    };
    const { retrieval } = await retrievalOver(files);
    expect(await titles(retrieval, "夜市摊位", { top: 2 })).toEqual(["夜市摊位问答", "集市规定"]);
  });

  it("are best first", async () => {
    const { retrieval } = await retrievalOver({ "甲.md": streetRule("夜市规定", ["第一条 夜市摊位先登记。", "第二条 摊主自备灯箱。"]) });
    const hits = await search(retrieval, "夜市的灯箱谁准备");
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(hits[0]?.chunk.article).toBe("第二条");
  });

  it("are found by the official words for everyday ones", async () => {
    const { retrieval } = await retrievalOver({ "甲.md": stalls("夜市规定", officePlace) });
    expect(await titles(retrieval, "摆地摊")).toEqual(["夜市规定"]);
  });

  it("are none for words that stand nowhere", async () => {
    const { retrieval } = await retrievalOver({ "甲.md": stalls("夜市规定", officePlace) });
    expect(await search(retrieval, "宇航员")).toEqual([]);
    expect(await search(retrieval, "？！")).toEqual([]);
  });

  it("tell what share of the question they hold", async () => {
    const { retrieval } = await retrievalOver({ "甲.md": stalls("夜市规定", officePlace) });
    const [whole] = await search(retrieval, "夜市摊位登记");
    const [part] = await search(retrieval, "夜市摊位登记 宇航员");
    expect(whole?.coverage).toBeCloseTo(1, 5);
    expect(part?.coverage).toBeGreaterThan(0);
    expect(part?.coverage).toBeLessThan(1);
  });
});

describe("an article that the question names by its title", () => {
  const laws = {
    "甲.md": streetRule("夜市条例", ["第一条 夜市摊位要登记。", "第二条 摊主交费。"], {}),
    "乙.md": streetRule("摊位登记办法", ["第一条 摊位登记的条例和办法。", "第二条 夜市条例的摊位登记怎么办。"], {}),
  };

  it.each(["《夜市条例》第二条", "夜市条例第二条怎么规定", "请问夜市条例2条说了什么"])("comes first: %s", async (question) => {
    const { retrieval } = await retrievalOver(laws);
    const [first, ...others] = await search(retrieval, question);
    expect([first?.version.title, first?.chunk.article]).toEqual(["夜市条例", "第二条"]);
    expect(others.some(({ chunk }) => chunk.id === first?.chunk.id)).toBe(false);
  });

  it("does not when the law has no such article", async () => {
    const { retrieval } = await retrievalOver(laws);
    expect((await search(retrieval, "夜市条例第九条")).every(({ chunk }) => chunk.article !== "第九条")).toBe(true);
  });
});

describe("an article that another text names", () => {
  it("is the one that holds there and then", async () => {
    const { retrieval } = await retrievalOver({
      "旧.md": stalls("夜市条例", "广东省", { effectiveFrom: "2015-01-01" }),
      "新.md": stalls("夜市条例", "广东省", { effectiveFrom: "2022-01-01" }),
    });
    const on = (date: string, place = officePlace) =>
      retrieval.article("夜市条例", "第一条", { place, asOf: plainDate(date) })?.version.from;
    expect([on("2016-01-01"), on("2023-01-01"), on("2010-01-01")]).toEqual([20150101, 20220101, undefined]);
    expect(on("2023-01-01", "湖南省" as Place)).toBeUndefined();
  });

  it("is null where the text has none of that number", async () => {
    const { retrieval } = await retrievalOver({ "甲.md": stalls("夜市条例", "广东省") });
    expect(retrieval.article("夜市条例", "第九条", { place: officePlace, asOf: plainDate("2026-11-23") })).toBeNull();
  });
});

describe("a version by what is known of it", () => {
  it("has its status, its passages and its text", async () => {
    const { retrieval } = await retrievalOver({ "甲.md": stalls("夜市条例", "广东省", { effectiveFrom: "2022-01-01" }) });
    const [hit] = await search(retrieval, "夜市摊位");
    if (!hit) throw new Error("nothing was found");
    expect(retrieval.statusOf(hit.version.versionId, dateNumber(plainDate("2021-12-31")))).toBe("not_yet");
    expect(retrieval.passages(hit.version).map(({ text }) => text)).toEqual(["第一条 夜市摊位先登记。"]);
    expect(retrieval.documentText({ document: "夜市条例", path: "甲.md", effectiveFrom: plainDate("2022-01-01") })).toContain("先登记");
    expect(retrieval.documentText({ document: "夜市条例", path: "乙.md", effectiveFrom: plainDate("2022-01-01") })).toBeNull();
    expect(retrieval.statusOf(4711, 20_260_101)).toBeNull();
  });
});

describe("a new generation", () => {
  it("answers after a refresh, and not before", async () => {
    const { folder, store, retrieval } = await retrievalOver({ "甲.md": stalls("夜市规定", officePlace) });
    writeFiles(folder, { "乙.md": market("集市规定") });
    await importInto(store, folder);
    await indexed(store);
    expect(await titles(retrieval, "摊位")).toEqual(["夜市规定"]);
    expect(await retrieval.refresh()).toBe(true);
    expect((await titles(retrieval, "摊位")).sort()).toEqual(["夜市规定", "集市规定"].sort());
    expect(await retrieval.refresh()).toBe(false);
  });

  it("that is damaged leaves the one that answers in its place", async () => {
    const { store, retrieval } = await retrievalOver({ "甲.md": stalls("夜市规定", officePlace) });
    await indexed(store);
    await damageVersions(store);
    expect(await retrieval.refresh()).toBe(false);
    expect(await titles(retrieval, "摊位")).toEqual(["夜市规定"]);
  });

  it("drops what was withdrawn and what is a draft", async () => {
    const { folder, store, retrieval } = await retrievalOver({
      "甲.md": stalls("夜市规定", officePlace),
      "乙.md": market("集市规定"),
    });
    rmSync(join(folder, "甲.md"));
    writeFiles(folder, { "丙.md": market("灯箱规定") });
    await importInto(store, folder, { publishedBy: null });
    await indexed(store);
    await retrieval.refresh();
    expect(await titles(retrieval, "摊位")).toEqual(["集市规定"]);
  });
});

describe("a retrieval without an index", () => {
  it("says what to do", async () => {
    await expect(openRetrieval(temporaryStore(), retrievalSettings())).rejects.toThrow(expect.objectContaining({ code: "index_missing" }));
  });
});
