import { describe, expect, it } from "vitest";
import { type CheckParts, checkDraft } from "../../../src/answer/curated/check.js";
import { type CuratedDraft, readCuratedDraft } from "../../../src/answer/curated/draft.js";
import { plainDate } from "../../../src/domain/plain-date.js";
import { officePlace } from "../../fixtures/corpus.js";
import { curatedStreet, stallDraft } from "../../fixtures/curated.js";

const where = { place: officePlace, asOf: plainDate("2026-11-23") };
const complaints = (change: Partial<CuratedDraft>, parts: CheckParts) => {
  const checked = checkDraft({ ...stallDraft, ...change }, where, parts);
  return checked.kind === "fine" ? [] : checked.complaints;
};
const [cited] = stallDraft.citations as [CuratedDraft["citations"][number]];

describe("a draft", () => {
  it("is fine when it cites what is in force here, and keeps the passage as it stands", async () => {
    const { parts } = await curatedStreet();
    expect(checkDraft(stallDraft, where, parts)).toMatchObject({
      kind: "fine",
      citations: [{ path: "摊位.md", article: "第二条", from: 20_260_201, quote: expect.stringContaining("5个工作日") }],
    });
  });

  it.each<[string, Partial<CuratedDraft>, string]>([
    ["personal data in the question", { question: "我叫张小明，电话13800138000，摊位怎么申请" }, "个人信息“13800138000”"],
    ["personal data in a phrasing", { phrasings: ["我的手机13800138000能申请摊位吗"] }, "phrasings 里有个人信息"],
    ["a number that the passage does not hold", { answer: "请带身份证，7个工作日内答复。[1]" }, "“7个工作日”在引用的条文里没有"],
    ["a citation without a mark", { answer: "请带身份证和居住证明。" }, "没有标出第 1 条引用"],
    ["a mark without a citation", { answer: "请带身份证[1]和居住证明[2]。" }, "没有第 2 条引用"],
    [
      "a document that is not published",
      { citations: [{ document: "月球管理规定", article: "第一条" }] },
      "《月球管理规定》第一条没有发布",
    ],
    ["an article that there is not", { citations: [{ ...cited, article: "第九条" }] }, "第九条没有找到"],
    ["a quote that does not stand there", { citations: [{ ...cited, quote: "摊位终身有效" }] }, "没有这句引文"],
    ["an answer that is too long", { answer: `${"请带身份证。".repeat(200)}[1]` }, "最多 1000 个"],
    ["a phrasing twice", { phrasings: ["摊位怎么申请", "攤位怎麼申請"] }, "重复了"],
  ])("is refused with what to do: %s", async (_, change, expected) => {
    const { parts } = await curatedStreet();
    expect(complaints(change, parts).join("\n")).toContain(expected);
  });

  it("is refused where the cited text does not hold", async () => {
    const { parts } = await curatedStreet();
    const elsewhere = checkDraft(stallDraft, { ...where, place: "湖南省" as typeof officePlace }, parts);
    const before = checkDraft(stallDraft, { ...where, asOf: plainDate("2025-01-01") }, parts);
    expect([elsewhere, before]).toMatchObject([
      { complaints: [expect.stringContaining("不适用于湖南省")] },
      { complaints: [expect.stringContaining("不在有效期")] },
    ]);
  });

  it("may name the passage by the quote alone", async () => {
    const { parts } = await curatedStreet();
    const draft = { ...stallDraft, citations: [{ document: cited.document, quote: "街道办在5个工作日内答复" }] };
    expect(checkDraft(draft, where, parts)).toMatchObject({ citations: [{ article: "第二条", quote: "街道办在5个工作日内答复" }] });
  });
});

describe("the file of a draft", () => {
  it("is refused with the field that does not fit", () => {
    expect(() => readCuratedDraft("question: 摊位\n")).toThrow(/question[\s\S]*answer/);
    expect(() => readCuratedDraft("question: [")).toThrow("YAML");
    expect(() => readCuratedDraft("")).toThrow("docs/curated-answers.md");
  });
});
