import { describe, expect, it } from "vitest";
import { requestDialog, sampleDesk } from "../../fixtures/request-dialog.js";

const order = { type: "complaint", description: "青云路路灯坏了", location: "青云路", category: null, urgent: false } as const;

function filed(times = 1) {
  const desk = sampleDesk();
  for (let each = 0; each < times; each++) desk.desk.file(order, { conversationId: 1 });
  const events = () => desk.store.sqlite.prepare("SELECT event FROM request_events ORDER BY id").pluck().all();
  return { ...requestDialog({ desk }), desk, events };
}

describe("what a resident wants done to a request of theirs", () => {
  it("is withdrawn", () => {
    const { say, events } = filed();
    expect(say("撤回", "question").reply).toMatchObject({ request: { number: "TS-2026-000001", state: "withdrawn" } });
    expect(events()).toEqual(["filed", "withdrawn"]);
  });

  it("is urged once a day, as an event that staff see", () => {
    const { say, events } = filed();
    expect(say("催一下", "question").reply?.text).toContain("已经替您催了TS-2026-000001");
    expect(say("再催一下", "question").reply?.text).toContain("今天已经替您催过了");
    expect(events()).toEqual(["filed", "urged"]);
  });

  it("gets words added, its place corrected", () => {
    const { say, desk, events } = filed();
    say("补充：晚上十点以后最严重", "question");
    say("地点错了，应该改成青云路18号", "question");
    expect(events()).toEqual(["filed", "added", "place_corrected"]);
    expect(desk.store.sqlite.prepare("SELECT location FROM requests").pluck().all()).toEqual(["青云路18号"]);
  });

  it("is asked for by its number where there are several", () => {
    const { say, events } = filed(2);
    expect(say("撤回", "question").reply).toMatchObject({ kind: "clarify", choices: { length: 2 } });
    say("撤回TS-2026-000001", "question");
    expect(events()).toEqual(["filed", "filed", "withdrawn"]);
  });

  it("cannot be done to what has ended, and says where it stands", () => {
    const { say, events } = filed();
    say("撤回", "question");
    expect(say("催一下TS-2026-000001", "question").reply).toMatchObject({ kind: "status", request: { state: "withdrawn" } });
    expect(events()).toEqual(["filed", "withdrawn"]);
  });

  it("is nobody else's business", () => {
    const desk = sampleDesk();
    desk.desk.file(order, { conversationId: 2 });
    expect(requestDialog({ desk }).say("撤回TS-2026-000001", "question").reply).toBeNull();
  });
});

describe("a report of what somebody else reported already", () => {
  it("is offered to be followed instead, and following gives news", () => {
    const desk = sampleDesk();
    const description = "青云路12号门口的井盖响个不停";
    const { category } = desk.desk.classify(description);
    desk.desk.file({ ...order, description, location: "青云路12号门口", category }, { conversationId: 2 });
    const { say } = requestDialog({ desk });
    const { reply } = say("青云路12号门口的井盖半夜一直响");
    expect(reply?.text).toContain("附近已经有人反映过");
    say("关注TS-2026-000001");
    expect(desk.store.sqlite.prepare("SELECT conversation_id FROM request_followers").pluck().all()).toEqual([1]);
    expect(desk.store.sqlite.prepare("SELECT count(*) FROM requests").pluck().get()).toBe(1);
  });
});
