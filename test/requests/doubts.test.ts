import { describe, expect, it } from "vitest";
import { doubtsOfWords, publishedAlready } from "../../src/requests/doubts.js";
import { applicant, filedDisclosure } from "../fixtures/filed-disclosure.js";
import { sampleKnowledge } from "../fixtures/request-dialog.js";

const kinds = (description: string) => doubtsOfWords(description, sampleKnowledge().doubts).map(({ doubt }) => doubt);

describe("a doubt about a disclosure request, by its words", () => {
  it.each([
    ["Art. 39(1)", "楼下烧烤扰民，要求街道立即取缔", "disguised_petition"],
    ["Art. 39(1)", "我举报李某占道经营", "disguised_petition"],
    ["Art. 39(2)", "请提供2024年岭海市统计年鉴", "publication"],
    ["Art. 29", "低保怎么申请，需要什么材料", "consultation"],
  ])("%s: %s", (_article, description, doubt) => {
    expect(kinds(description)).toContain(doubt);
  });

  it.each(["木棉街道2025年绿化养护合同", "2024年低保新增和退出的户数", "荔景苑业主大会筹备组的批复"])("has none: %s", (description) => {
    expect(kinds(description)).toEqual([]);
  });
});

describe("a doubt by what is filed and published already", () => {
  const doubtsOf = (events: readonly { event: string; detail: Record<string, unknown> }[]) =>
    events.filter(({ event }) => event === "doubt_raised").map(({ detail }) => detail["doubt"]);

  it("Art. 36(5): another street is named", () => {
    expect(doubtsOf(filedDisclosure({ description: "榕岸街道2025年安全生产检查台账" }).events())).toEqual(["not_ours"]);
    expect(doubtsOf(filedDisclosure({ description: "我们街道2025年安全生产检查台账" }).events())).toEqual([]);
  });

  it("Art. 36(6): the same applicant was answered about the same; Art. 35: from ten within a year", () => {
    const { desk, act, approve, store, request } = filedDisclosure();
    act("decided", { outcome: "granted", provided: "合同", provisionForm: "电子版" });
    approve();
    const order = { type: "disclosure", location: null, category: null, urgent: false, application: applicant } as const;
    const again = desk.file({ ...order, description: "请公开木棉街道2025年的绿化养护合同" }, { conversationId: 1 });
    for (let times = 0; times < 8; times++) desk.file({ ...order, description: `第${times}号楼加装电梯的批复` }, { conversationId: 1 });
    const raised = store.sqlite
      .prepare(
        "SELECT r.number, e.detail FROM request_events e JOIN requests r ON r.id = e.request_id WHERE e.event = 'doubt_raised' ORDER BY e.id",
      )
      .all() as { number: string; detail: string }[];
    const found = raised.map(({ number, detail }) => [number, (JSON.parse(detail) as { doubt: string }).doubt]);
    expect(found).toEqual([
      [again.summary.number, "repeated"],
      ["YSQ-2026-000010", "excessive"],
    ]);
    expect(request()).toMatchObject({ outcome: "granted" });
  });

  it("Art. 36(1): nothing is published in an empty office", () => {
    const { parts } = filedDisclosure();
    expect(publishedAlready(parts, "木棉街道2025年政府信息公开工作年度报告")).toBeNull();
  });
});
