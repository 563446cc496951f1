import { describe, expect, it } from "vitest";
import { requestDialog, sampleDesk } from "../../fixtures/request-dialog.js";

/** A desk where conversation 1 filed a complaint, and the code of it. */
function filedDesk() {
  const desk = sampleDesk();
  const { code } = desk.desk.file(
    { type: "complaint", description: "青云路路灯坏了", location: "青云路", category: null, urgent: false },
    { conversationId: 1 },
  );
  return { desk, code: code ?? "" };
}

describe("the status step", () => {
  it("tells whoever has number and code", () => {
    const { desk, code } = filedDesk();
    const { reply } = requestDialog({ desk, conversationId: 2 }).say(`查进度 ts2026000001 查询码 ${code.toLowerCase()}`, "status");
    expect(reply).toMatchObject({
      kind: "status",
      outcome: "status_given",
      request: { number: "TS-2026-000001", state: "submitted", dueOn: "2026-11-30" },
    });
    for (const part of ["已提交", "2026年11月23日", "2026年11月30日", "青云路路灯坏了"]) expect(reply?.text).toContain(part);
  });

  it("takes the code alone, without its name", () => {
    const { desk, code } = filedDesk();
    expect(
      requestDialog({ desk, conversationId: 2 }).say(`TS-2026-000001 ${code.slice(0, 4)}-${code.slice(4)}`, "status").reply?.outcome,
    ).toBe("status_given");
  });

  it("tells the conversation that filed it", () => {
    const { desk } = filedDesk();
    const { say } = requestDialog({ desk });
    expect(say("我的投诉怎么样了", "status").reply?.outcome).toBe("status_given");
    expect(say("单号2026-000001到哪了", "status").reply?.request?.number).toBe("TS-2026-000001");
  });

  it("reveals nothing without proof: the same words whether the number exists or not", () => {
    const { desk } = filedDesk();
    const { say } = requestDialog({ desk, conversationId: 2 });
    const known = say("TS-2026-000001", "status").reply;
    const unknown = say("TS-2026-000777", "status").reply;
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ kind: "status", outcome: "status_not_found", request: null });
    expect(known?.text).toContain("查询码");
    expect(say("TS-2026-000001 查询码 ABCDEFGH", "status").reply).toEqual(say("TS-2026-000777 查询码 ABCDEFGH", "status").reply);
  });

  it("does not take a conversation for proof that anybody could guess", () => {
    const { desk } = filedDesk();
    const { say } = requestDialog({ desk, conversationProves: false });
    expect(say("我的投诉怎么样了", "status").reply?.outcome).toBe("status_not_found");
    expect(say("TS-2026-000001", "status").reply?.outcome).toBe("status_not_found");
  });

  it("lists how many there are, the newest in full", () => {
    const { desk } = filedDesk();
    desk.desk.file({ type: "suggestion", description: "多放几张凳", location: null, category: null, urgent: false }, { conversationId: 1 });
    const { reply } = requestDialog({ desk }).say("我的投诉有消息吗", "status");
    expect(reply?.text).toContain("2件");
    expect(reply?.request?.number).toBe("JY-2026-000001");
  });

  it("leaves other messages alone", () => {
    expect(requestDialog().say("产假几天", "question").reply).toBeNull();
  });
});
