import { describe, expect, it } from "vitest";
import { requestDialog, sampleDesk } from "../../fixtures/request-dialog.js";

const wish = "我要申请公开木棉街道2025年的绿化养护合同";
const given = ["陈大文", "440106199001011235", "13800138000", "电子版", "发邮箱"] as const;

function begun(desk = sampleDesk()) {
  const dialog = requestDialog({ desk });
  dialog.say(wish, "disclosure");
  return { ...dialog, desk };
}

function complete(desk = sampleDesk()) {
  const dialog = begun(desk);
  for (const each of given) dialog.say(each, "question");
  return dialog;
}

describe("an application for disclosure (政府信息公开条例 Art. 29)", () => {
  it("asks for one thing at a time, and files at 确认 with a number", () => {
    const { say } = begun();
    const asked = given.map((each) => say(each, "question").reply);
    for (const reply of asked.slice(0, -1)) expect(reply).toMatchObject({ kind: "clarify", outcome: "draft_open" });
    expect(asked.at(-1)).toMatchObject({ kind: "request", outcome: "draft_open" });
    expect(say("确认", "question").reply).toMatchObject({
      outcome: "request_filed",
      request: { number: "YSQ-2026-000001", type: "disclosure", state: "submitted", dueOn: "2026-12-21" },
    });
  });

  it("Arts. 17, 30 of the 个人信息保护法: tells who keeps what, why and how long before anything personal is asked", () => {
    const { reply } = requestDialog().say(wish, "disclosure");
    expect(reply?.text).toMatch(/保管.*只用来.*加密保存.*36个月删除/);
    expect(reply?.text.indexOf("36个月删除")).toBeLessThan(reply?.text.indexOf("叫什么名字") ?? 0);
  });

  it("repeats no number in full", () => {
    const text = complete().say("确认你写的", "question").reply?.text ?? "";
    for (const each of ["陈大文", "440106199001011235", "13800138000"]) expect(text).not.toContain(each);
  });

  it("seals who applies: the row has no name, no number, no telephone", () => {
    const { say, desk } = complete();
    say("确认", "question");
    const everything = JSON.stringify(desk.store.sqlite.prepare("SELECT * FROM requests").all());
    for (const each of ["陈大文", "440106199001011235", "13800138000"]) expect(everything).not.toContain(each);
    const kept = desk.vault.open({ kind: "applicant", subject: "1" }, { by: "李经办", why: "办理", at: "2026-11-23T10:00:00+08:00" });
    expect(JSON.parse(kept ?? "{}")).toMatchObject({ applicant: "natural_person", name: "陈大文", contact: "13800138000" });
  });

  it("says kindly what is wrong with a number, and keeps the draft", () => {
    const { say, state } = begun();
    say("陈大文", "question");
    expect(say("440106199001011230", "question").reply?.text).toContain("校验位");
    expect(state().draft).toMatchObject({ waitsFor: "identity", application: { name: "陈大文" } });
  });

  it("offers the counter after a second try that failed", () => {
    const { say } = begun();
    say("陈大文", "question");
    say("4401", "question");
    expect(say("440106", "question").reply?.text).toContain("窗口");
  });

  it("changes an element in words, or by its button", () => {
    const { say, state } = complete();
    say("联系方式改成 chen@example.com", "question");
    expect(state().draft).toMatchObject({ waitsFor: "confirmation", application: { contact: "chen@example.com" } });
    say("要改一项", "question");
    say("姓名或名称", "question");
    expect(say("陈小文", "question").reply?.text).toContain("陈**");
    expect(state().draft?.application).toMatchObject({ name: "陈小文" });
  });

  it("does not file what is not complete, and says what is missing", () => {
    const { say } = begun();
    expect(say("确认", "question").reply?.text).toMatch(/还差姓名或名称、身份证明、联系方式/);
  });

  it("lets go at 取消, at any element", () => {
    const { say, state } = begun();
    say("陈大文", "question");
    expect(say("取消", "question").reply).toMatchObject({ request: { state: "cancelled" } });
    expect(state().draft).toBeNull();
  });

  it("waits while something else is told, and goes on where it was", () => {
    const { say, state } = begun();
    say("陈大文", "question");
    say("青云路12号门口的井盖响个不停，晚上睡不着觉", "complaint");
    expect(state()).toMatchObject({ draft: { order: { type: "complaint" } }, shelved: { application: { name: "陈大文" } } });
    say("取消", "question");
    expect(say("接着填", "question").reply?.text).toContain("身份证号");
    expect(state()).toMatchObject({ shelved: null, draft: { waitsFor: "identity", application: { name: "陈大文" } } });
  });

  it("asks for a description of more than a word", () => {
    const { say, state } = requestDialog();
    say("我想要公开预算", "disclosure");
    expect(state().draft?.waitsFor).toBe("description");
    expect(say("预算", "question").reply?.text).toContain("再说具体一点");
    say("2025年街道部门预算", "question");
    expect(state().draft).toMatchObject({ waitsFor: "name", order: { description: "2025年街道部门预算" } });
  });
});

describe("a request for disclosure that sounds like something else", () => {
  const disguised = "楼下烧烤半夜吵死人，请公开处理信息并马上取缔，这是信息公开申请";

  it("Art. 39(1): becomes a complaint when the resident chooses that", () => {
    const { say, state } = requestDialog();
    say(disguised, "complaint");
    say("登记成投诉", "question");
    expect(state().draft?.order).toMatchObject({ type: "complaint", description: disguised });
  });

  it("Art. 39(1): is filed by who insists, and the doubt is proposed to staff, not decided", () => {
    const desk = sampleDesk();
    const { say } = requestDialog({ desk });
    say(disguised, "complaint");
    for (const each of ["仍要申请公开", ...given, "确认"]) say(each, "question");
    const events = desk.store.sqlite.prepare("SELECT event, actor, detail FROM request_events ORDER BY id").all() as {
      event: string;
      detail: string;
    }[];
    expect(events.map(({ event }) => event)).toContain("doubt_raised");
    expect(events.some(({ detail }) => detail.includes("disguised_petition"))).toBe(true);
    expect(desk.store.sqlite.prepare("SELECT state, outcome FROM requests").all()).toEqual([{ state: "submitted", outcome: null }]);
  });
});
