import { describe, expect, it } from "vitest";
import { requestDialog, sampleDesk } from "../../fixtures/request-dialog.js";

const application = {
  applicant: "natural_person",
  name: "陈大文",
  identity: { kind: "id_card", number: "440106199001011235" },
  contact: "13800138000",
  form: "electronic",
  way: "email",
} as const;

function applied() {
  const desk = sampleDesk();
  const order = {
    type: "disclosure",
    description: "2025年绿化养护合同",
    location: null,
    category: null,
    urgent: false,
    application,
  } as const;
  desk.desk.file(order, { conversationId: 1 });
  desk.vault.seal({ kind: "message", subject: "m1" }, "我叫陈大文", { conversationId: 1, at: "2026-11-23T10:00:00+08:00" });
  return { ...requestDialog({ desk }), desk };
}

const access = { by: "李经办", why: "办理", at: "2026-11-23T10:00:00+08:00" };

describe("我的信息", () => {
  it("个人信息保护法 Art. 45: shows what is kept, half hidden, and writes the look down", () => {
    const { say, desk } = applied();
    const text = say("我的信息", "question").reply?.text ?? "";
    expect(text).toMatch(/陈\*\*[\s\S]*4401\*+1235[\s\S]*138\*+8000[\s\S]*1条/);
    const opened = desk.store.sqlite.prepare("SELECT actor FROM audit_log WHERE action = 'personal_data_opened'").pluck().all();
    expect(opened).toEqual(["resident"]);
  });

  it("Art. 46: corrects the contact of an open request", () => {
    const { say, desk } = applied();
    say("联系方式改成 chen@example.com", "question");
    expect(desk.vault.open({ kind: "applicant", subject: "1" }, access)).toContain("chen@example.com");
  });

  it("Art. 47: erases what neither an open request nor the archive needs, after asking once, and says what stays", () => {
    const { say, desk } = applied();
    expect(say("删除我的信息", "question").reply?.text).toContain("确定要删除吗");
    expect(say("确定删除", "question").reply?.text).toMatch(/一共1处[\s\S]*还有1处/);
    expect(desk.vault.open({ kind: "message", subject: "m1" }, access)).toBeNull();
    expect(desk.vault.open({ kind: "applicant", subject: "1" }, access)).not.toBeNull();
    expect(desk.store.sqlite.prepare("SELECT cipher, erased_because FROM sealed WHERE kind = 'message'").get()).toEqual({
      cipher: null,
      erased_because: "居民要求删除",
    });
  });

  it("shows nobody else's, and nothing where nobody is proven", () => {
    const { desk } = applied();
    for (const dialog of [requestDialog({ desk, conversationId: 2 }), requestDialog({ desk, conversationProves: false })])
      expect(dialog.say("我的信息", "question").reply?.text).not.toContain("4401");
  });
});
