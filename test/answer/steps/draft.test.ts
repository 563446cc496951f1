import { describe, expect, it } from "vitest";
import { requestDialog } from "../../fixtures/request-dialog.js";

describe("the draft step", () => {
  it("asks where, when a complaint names no place, and suggests its category already", () => {
    const { reply } = requestDialog().say("路灯不亮，黑麻麻");
    expect(reply).toMatchObject({ kind: "clarify", outcome: "draft_open", route: "complaint" });
    expect(reply?.request).toMatchObject({
      number: null,
      type: "complaint",
      state: "draft",
      dueOn: "2026-11-30",
      category: { level1: "城乡建设" },
    });
    expect(reply?.text).toContain("请问在哪里");
  });

  it("shows the summary when the place is there", () => {
    const { reply } = requestDialog().say("青云路的路灯不亮");
    expect(reply).toMatchObject({ kind: "request", outcome: "draft_open" });
    for (const part of ["地点：青云路", "城乡建设·城市建设和市政管理", "2026年11月30日", "第十条"]) expect(reply?.text).toContain(part);
    expect(reply?.choices[0]).toEqual({ id: "confirm", label: "确认提交" });
    expect(reply?.choices.at(-1)?.id).toBe("cancel");
  });

  it("warns and counts hours when it cannot wait", () => {
    const { reply } = requestDialog().say("电线断了掉在地上冒火花");
    expect(reply?.request).toMatchObject({ dueOn: "2026-11-23", dueAt: "2026-11-23T12:00:00+08:00" });
    expect(reply?.text).toMatch(/110.*119.*120/);
  });

  it.each([
    ["建议在河边多放几张凳", "suggestion", "2026-12-07"],
    ["举报有人收保护费", "report", "2026-11-30"],
    ["我要信访，安置房的事", "petition", "2026-12-08"],
  ] as const)("needs no place for: %s", (text, route, dueOn) => {
    const { reply } = requestDialog().say(text, route);
    expect(reply).toMatchObject({ kind: "request", outcome: "draft_open", route, request: { type: route, dueOn } });
  });

  it("Art. 29: begins an application with what a request for disclosure says, without a category", () => {
    const { reply } = requestDialog().say("我想看去年街道的预算", "disclosure");
    expect(reply).toMatchObject({ kind: "clarify", outcome: "draft_open", route: "disclosure" });
    expect(reply?.request).toMatchObject({ type: "disclosure", state: "draft", dueOn: "2026-12-21", category: null });
  });

  it("Art. 39(1): offers both ways for a complaint that calls itself a request for disclosure", () => {
    const { reply } = requestDialog().say("楼下烧烤半夜吵死人，请公开处理信息并马上取缔，这是信息公开申请", "complaint");
    expect(reply).toMatchObject({ kind: "clarify", route: "complaint", request: { type: "complaint", state: "draft" } });
    expect(reply?.choices.map(({ id }) => id)).toEqual(["as_complaint", "insist_disclosure", "cancel"]);
    expect(reply?.request?.category).not.toBeNull();
  });

  it("falls back on the general category for a complaint that no word fits", () => {
    expect(requestDialog().say("哎哟喂").reply?.request?.category).toMatchObject({ level1: "城乡建设", level2: "城市建设和市政管理" });
  });

  it("asks for the matter when there is none", () => {
    expect(requestDialog().say("我要投诉").reply).toMatchObject({ kind: "clarify", outcome: "clarifying", request: { state: "draft" } });
  });

  it("leaves other messages to the steps behind", () => {
    expect(requestDialog().say("产假几天", "question").reply).toBeNull();
  });

  it("repeats no personal data", () => {
    expect(requestDialog().say("青云路3号半夜装修，我电话13900001234").reply?.text).not.toContain("13900001234");
  });
});
