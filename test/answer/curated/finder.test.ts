import { describe, expect, it } from "vitest";
import { openCuratedFinder } from "../../../src/answer/curated/finder.js";
import { nation, type Place } from "../../../src/domain/place.js";
import { plainDate } from "../../../src/domain/plain-date.js";
import { officePlace } from "../../fixtures/corpus.js";
import { curatedStreet, stallDraft } from "../../fixtures/curated.js";

const here = { place: officePlace, asOf: plainDate("2026-11-23") };

async function opened(isApproved = true) {
  const street = await curatedStreet();
  const id = street.desk.add(stallDraft, "李经办");
  if (isApproved) street.desk.approve(id, "王主任");
  return { ...street, id, finder: openCuratedFinder(street.parts) };
}

describe("a curated answer", () => {
  it("is found by its question and its phrasings, with its citations of the current index", async () => {
    const { finder, id } = await opened();
    for (const question of [stallDraft.question, ...stallDraft.phrasings, "请问申请便民摊位要带什么证件？"]) {
      const found = await finder.find(question, here);
      expect(found, question).toMatchObject({ answer: { id }, citations: [{ n: 1, article: "第二条", status: "in_force" }] });
    }
  });

  it("is found in traditional characters too", async () => {
    const { finder, id } = await opened();
    expect(await finder.find("申請便民攤位要帶哪些證件", here)).toMatchObject({ answer: { id } });
  });

  it.each([
    "便民摊位几点收摊",
    "便民摊位一个月多少钱",
    "申请便民摊位被拒绝了怎么办",
    "申请营业执照要带哪些证件",
    "怎么举报摊位占道",
    "今天天气怎么样",
  ])("is not said to another question: %s", async (question) => {
    const { finder } = await opened();
    expect(await finder.find(question, here)).toBeNull();
  });

  it("is not found as a draft, and is at once when somebody approves it, and no more when it is withdrawn", async () => {
    const { finder, desk, id } = await opened(false);
    expect(await finder.find(stallDraft.question, here)).toBeNull();
    desk.approve(id, "王主任");
    expect(await finder.find(stallDraft.question, here)).not.toBeNull();
    desk.withdraw(id, "王主任", "搬了");
    expect(await finder.find(stallDraft.question, here)).toBeNull();
  });

  it.each<[string, Place]>([
    ["the nation", nation],
    ["another province", "湖南省" as Place],
    ["the city above", "广东省/岭海市" as Place],
  ])("is of its place: not said for %s", async (_, place) => {
    const { finder } = await opened();
    expect(await finder.find(stallDraft.question, { ...here, place })).toBeNull();
  });

  it("is not said for a day on which what it cites does not hold", async () => {
    const { finder } = await opened();
    expect(await finder.find(stallDraft.question, { ...here, asOf: plainDate("2026-01-31") })).toBeNull();
    expect(await finder.find(stallDraft.question, { ...here, asOf: plainDate("2026-02-01") })).not.toBeNull();
  });

  it("is found by words alone where the vectors are others than it was fitted with", async () => {
    const { parts, id } = await opened();
    const retrieval = {
      ...parts.retrieval,
      likeness: async () => null,
      meaning: () => ({ embedder: "openai:x", usable: true, kind: "model" as const }),
    };
    const finder = openCuratedFinder({ ...parts, retrieval });
    expect(await finder.find(stallDraft.question, here)).toMatchObject({ answer: { id } });
    expect(await finder.find("便民摊位几点收摊", here)).toBeNull();
  });
});
