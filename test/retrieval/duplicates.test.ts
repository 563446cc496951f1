import { describe, expect, it } from "vitest";
import { nation, type Place } from "../../src/domain/place.js";
import { plainDate } from "../../src/domain/plain-date.js";
import { loadRankings } from "../../src/knowledge/ranking.js";
import { loadVocabulary } from "../../src/knowledge/vocabulary.js";
import { knowledgeFolder } from "../../src/paths.js";
import { type Duplicate, nearDuplicates, withoutDuplicates } from "../../src/retrieval/duplicates.js";
import { openRetrieval, reindex } from "../../src/retrieval/index.js";
import { documentVersions } from "../../src/store/schema/index.js";
import { signatureOf } from "../../src/text/near-duplicate.js";
import { guideElements, importInto, mondayMorning, officePlace, streetRule, writeFiles } from "../fixtures/corpus.js";
import { hitOf } from "../fixtures/hits.js";
import { temporaryFolder, temporaryStore } from "../fixtures/home.js";

const notice = "灯会期间，广场四周的道路晚上六点到十点封闭，公共汽车绕行红棉一路。自己开车来的居民，请把车停在中学操场。";
const longer = `${notice}${"带老人和孩子的家庭从东门进场，轮椅在服务台借。下雨的话灯会改到第二天，请留意公告栏。".repeat(3)}`;

/** The groups of these texts, by their place in the list. */
function groupsOf(texts: readonly { readonly text: string; readonly place?: Place }[]): readonly (number | null)[] {
  const versions = texts.map(({ place = nation }, index) => ({ versionId: index + 1, place }));
  const signatures = new Map(texts.map(({ text }, index) => [index + 1, signatureOf(text, "")]));
  const found = nearDuplicates(versions, signatures);
  return versions.map(({ versionId }) => found.get(versionId)?.group ?? null);
}

describe("near-duplicates are", () => {
  it("texts with the same words", () => {
    expect(groupsOf([{ text: notice }, { text: "完全不同的一件事。" }, { text: notice }])).toEqual([1, null, 1]);
  });

  it("long texts that differ in a word", () => {
    expect(groupsOf([{ text: longer }, { text: longer.replace("请留意公告栏", "请留意社区公告栏") }])).toEqual([1, 1]);
  });

  it("not texts of two places", () => {
    expect(
      groupsOf([
        { text: notice, place: "湖南省" as Place },
        { text: notice, place: "广东省" as Place },
      ]),
    ).toEqual([null, null]);
  });

  it("not texts whose numbers differ, such as the notice of another day", () => {
    expect(groupsOf([{ text: longer }, { text: longer.replace("六点", "七点") }])).toEqual([null, null]);
  });

  it("not texts that share a part", () => {
    expect(groupsOf([{ text: notice }, { text: longer }])).toEqual([null, null]);
  });

  it("not texts without a signature", () => {
    expect(nearDuplicates([{ versionId: 1, place: nation }], new Map()).size).toBe(0);
  });
});

describe("of near-duplicates that are found", () => {
  const same: Duplicate = { group: 1, body: "甲" };
  const found = (title: string, version: Partial<ReturnType<typeof hitOf>["version"]>, article = 0) => ({
    ...hitOf(title, "灯会的道路封闭。", { version: { duplicate: same, ...version } }),
    article,
  });
  const titles = (ranked: readonly ReturnType<typeof found>[], day = 20_261_123) =>
    withoutDuplicates(ranked, day, (each) => each).map(({ version }) => version.title);

  it("the original, which has a number, answers in the place of the best", () => {
    const ranked = [
      found("转发", { from: 20_260_301 }),
      found("别的", { duplicate: { group: 9, body: "乙" } }),
      found("原文", { documentNumber: "木棉办〔2026〕3号" }),
    ];
    expect(titles(ranked)).toEqual(["原文", "别的"]);
  });

  it("the newer answers where none has a number", () => {
    expect(titles([found("旧", { from: 20_250_301 }), found("新", { from: 20_260_301 })])).toEqual(["新"]);
  });

  it("the better ranked answers where their words are not quite the same", () => {
    const other = { group: 1, body: "乙" };
    expect(titles([found("旧", { from: 20_250_301 }), found("新", { from: 20_260_301, duplicate: other })])).toEqual(["旧"]);
  });

  it("other articles stay", () => {
    expect(titles([found("甲", {}, 3), found("乙", {}, 5)])).toEqual(["甲", "乙"]);
  });

  it("what one document says twice stays", () => {
    const once = found("甲", { versionId: 7 }, 3);
    expect(titles([once, { ...once, chunk: { ...once.chunk, id: 99 } }])).toEqual(["甲", "甲"]);
  });

  it("one that does not hold on the day neither answers for another nor is left out", () => {
    expect(titles([found("旧", { to: 20_260_101 }), found("新", { from: 20_260_101 })])).toEqual(["旧", "新"]);
  });
});

describe("a notice on two columns of a website", () => {
  const place = officePlace;
  const asOf = plainDate("2026-11-23");

  async function searched() {
    const folder = temporaryFolder();
    const store = temporaryStore();
    writeFiles(folder, {
      "通知/灯会.md": streetRule("灯会通知", [notice, "", "2026年3月1日"], { kind: "notice", publishedOn: "2026-03-01" }),
      "新闻/灯会.md": streetRule("灯会道路封闭的消息", ["来源：街道", "", notice], { kind: "notice", publishedOn: "2026-03-05" }),
      "通知/停水.md": streetRule("停水通知", ["灯会以后停水半天。"], { kind: "notice", publishedOn: "2026-03-06" }),
    });
    await importInto(store, folder);
    const search = async () => {
      await reindex(store, [], mondayMorning, { embedder: null });
      const retrieval = await openRetrieval(store, {
        vocabulary: loadVocabulary(knowledgeFolder),
        rankings: loadRankings(knowledgeFolder),
        guideElements,
        embedderFor: () => Promise.reject(new Error("no model")),
      });
      const hits = await retrieval.search("灯会哪些道路封闭", { place, asOf, top: 5, scope: "holding" });
      return hits.map(({ version }) => version.path);
    };
    return { store, search };
  }

  it("is found once, as it was published last", async () => {
    const { search } = await searched();
    expect((await search()).filter((path) => path.includes("灯会"))).toEqual(["新闻/灯会.md"]);
  });

  it("is found once also where it was imported before there were signatures", async () => {
    const { store, search } = await searched();
    store.rows.update(documentVersions).set({ signature: null }).run();
    expect((await search()).filter((path) => path.includes("灯会"))).toHaveLength(1);
    expect(store.rows.select({ signature: documentVersions.signature }).from(documentVersions).all()).not.toContainEqual({
      signature: null,
    });
  });
});
