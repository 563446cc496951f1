import { describe, expect, it } from "vitest";
import { filedDisclosure } from "../../fixtures/filed-disclosure.js";

const withheld = { reason: "合同里的底价是企业的商业秘密", withheld: ["报价明细"] };
const provided = { provided: "绿化养护合同", provisionForm: "电子版，发到您的邮箱" };

describe("a decision sends the letter of its outcome", () => {
  it.each([
    ["Art. 36(1)", { outcome: "already_public", information: "年度报告", availableAt: "街道网站" }, "政府信息已主动公开告知书"],
    ["Art. 36(2)", { outcome: "granted", ...provided }, "政府信息公开告知书"],
    ["Art. 36(3) with Art. 15", { outcome: "refused", ground: "third_party", reason: withheld.reason }, "政府信息不予公开告知书"],
    ["Art. 36(3) with Art. 14", { outcome: "refused", ground: "state_secret", reason: "定了密级" }, "政府信息不予公开告知书"],
    ["Art. 36(3) with Art. 16", { outcome: "refused", ground: "internal_affairs", reason: "人事管理" }, "政府信息不予公开告知书"],
    ["Art. 37", { outcome: "partly_granted", ground: "third_party", ...provided, ...withheld }, "政府信息部分公开告知书"],
  ] as const)("%s", (_article, facts, title) => {
    const { act, approve, request, store } = filedDisclosure();
    act("decided", facts);
    const { letter } = approve();
    expect(letter?.title).toBe(title);
    expect(request()).toMatchObject({ state: "decided", outcome: facts.outcome, endedOn: "2026-03-02" });
    expect(store.sqlite.prepare("SELECT kind, number FROM letters").all()).toEqual([{ kind: facts.outcome, number: letter?.number }]);
  });

  it("行政复议法 Art. 23, 行政诉讼法 Art. 45: a refusal on Art. 15 names review first", () => {
    const { act, approve } = filedDisclosure();
    act("decided", { outcome: "refused", ground: "third_party", reason: withheld.reason });
    expect(approve().letter?.remedies.join("")).toMatch(/先.*行政复议[\s\S]*60日[\s\S]*15日/);
  });

  it("is not proposed while its letter lacks something: the letter says what", () => {
    const { act, events } = filedDisclosure();
    expect(() => act("decided", { outcome: "refused", ground: "third_party" })).toThrow(/缺少：具体的理由/);
    expect(() => act("decided", { outcome: "refused" })).toThrow(/ground/);
    expect(events()).toHaveLength(1);
  });
});

describe("what is done on the way", () => {
  it("Art. 30: a correction is asked for within seven working days, names what and until when, and stops the term", () => {
    const { act, on, request, news } = filedDisclosure();
    on("2026-03-11");
    act("correction_asked", { until: "2026-03-25", correctionItems: "请写明是哪一年的合同" });
    expect(request()).toMatchObject({ state: "in_correction", dueOn: "2026-03-25" });
    expect(news().at(-1)).toMatch(/请写明是哪一年的合同.*2026年3月25日/);
  });

  it("Art. 30: a correction asked for on the eighth working day is refused, and so is one without a date", () => {
    const { act, on } = filedDisclosure();
    expect(() => act("correction_asked", { correctionItems: "年份" })).toThrow(/until/);
    on("2026-03-12");
    expect(() => act("correction_asked", { until: "2026-03-25", correctionItems: "年份" })).toThrow(/2026-03-11/);
  });

  it("Arts. 32, 33(3): a third party is asked, the days do not count, and its silence lets the term run on", () => {
    const { act, on, request } = filedDisclosure();
    on("2026-03-03");
    act("other_asked", { other: "third_party", thirdParty: "木棉绿化公司", information: "绿化养护合同", reason: "可能有商业秘密" });
    act("other_received");
    expect(request()).toMatchObject({ state: "suspended" });
    on("2026-03-05");
    act("other_answered");
    expect(request()).toMatchObject({ state: "confirmed", dueOn: "2026-04-01" });
  });

  it("is refused for a day that has not come, and for what the phase does not allow, naming what is allowed", () => {
    const { act } = filedDisclosure();
    expect(() => act("other_answered")).toThrow(/现在是“办理中”.*correction_asked（通知补正）/);
    expect(() => act("dance")).toThrow(/没有“dance”这个办理动作/);
  });

  it("masks what an event keeps, since events are never changed", () => {
    const { act, events } = filedDisclosure();
    act("note", { text: "申请人来电，电话13912345678" });
    expect(JSON.stringify(events())).not.toContain("13912345678");
  });
});
