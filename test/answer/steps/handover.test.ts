import { describe, expect, it } from "vitest";
import { emptyDialog } from "../../../src/answer/dialog.js";
import { offered } from "../../../src/answer/offer.js";
import { handover } from "../../../src/answer/steps/handover.js";
import { conversationPorts, turnOf } from "../../fixtures/conversation.js";

const ports = conversationPorts();

describe("handover", () => {
  it("tells where and when, and waits for a yes to a help request", () => {
    const result = handover.run(turnOf("转人工"), ports);
    expect(result).toMatchObject({
      kind: "reply",
      reply: { kind: "handover", outcome: "handed_over", route: "handover", choices: [{ id: "confirm" }, { id: "cancel" }] },
      dialog: { draft: { order: { type: "help" }, waitsFor: "confirmation" } },
    });
    const { office } = ports.knowledge;
    if (result.kind === "reply")
      for (const part of [office.telephone, office.hours, office.address]) expect(result.reply.text).toContain(part);
  });

  it.each(["offer_person", "找工作人员", "2"])("is chosen by %s, and carries the unanswered question", (said) => {
    const choices = [
      { id: offered.disclosure, label: "申请公开相关信息" },
      { id: offered.person, label: "找工作人员" },
    ];
    const result = handover.run(turnOf(said, { dialog: { ...emptyDialog, choices, unanswered: "泳池几点开" } }), ports);
    expect(result).toMatchObject({ kind: "reply", dialog: { draft: { order: { description: expect.stringContaining("泳池几点开") } } } });
  });

  it("keeps a draft that is already open", () => {
    const draft = {
      order: { type: "complaint", description: "路灯坏了", location: null, category: null, urgent: false },
      waitsFor: "location",
      application: {},
      tries: 0,
    } as const;
    expect(handover.run(turnOf("转人工", { dialog: { ...emptyDialog, draft } }), ports)).toMatchObject({
      kind: "reply",
      dialog: { draft },
    });
  });

  it("lets anything else pass", () => {
    expect(handover.run(turnOf("办居住证要带什么"), ports).kind).toBe("continue");
  });
});
