import { describe, expect, it } from "vitest";
import { emptyDialog } from "../../../src/answer/dialog.js";
import { chosen } from "../../../src/answer/steps/chosen.js";
import { clarify } from "../../../src/answer/steps/clarify.js";
import { conversationPorts, turnOf } from "../../fixtures/conversation.js";
import { sampleDesk, sampleKnowledge } from "../../fixtures/request-dialog.js";

const ports = () => ({ ...conversationPorts(), requests: sampleDesk().desk });

/** The sample street, which takes a second kind of message seriously from a probability of one in twenty. */
function hesitant() {
  const knowledge = sampleKnowledge();
  const routing = { ...knowledge.routing, thresholds: { ...knowledge.routing.thresholds, rival: 0.05 } };
  return { ...ports(), knowledge: { ...knowledge, routing } };
}

describe("clarify", () => {
  it("asks one short question with two buttons", () => {
    const text = "房东收了我四个月";
    expect(clarify.run(turnOf(text), hesitant())).toMatchObject({
      kind: "reply",
      reply: { kind: "clarify", outcome: "clarifying", choices: [{}, {}] },
      dialog: { undecided: { text } },
    });
  });

  it.each(["产假有多少天", "楼道灯坏了三天没人修", "你好"])("asks nothing of what is plain: %s", (text) => {
    expect(clarify.run(turnOf(text), ports())).toMatchObject({ kind: "continue", turn: { rival: null } });
  });

  it("looks a bare word up first", () => {
    expect(clarify.run(turnOf("路灯"), ports())).toMatchObject({ kind: "continue", turn: { rival: "complaint" } });
  });
});

describe("chosen", () => {
  const undecided = { text: "房东收了我四个月", report: "complaint" } as const;
  const choices = [
    { id: "route_question", label: "问问规定" },
    { id: "route_report", label: "让街道来处理" },
  ];
  const dialog = { ...emptyDialog, undecided, choices };

  it.each([
    ["", "route_report", "complaint"],
    ["问问规定", null, "question"],
    ["2", null, "complaint"],
  ] as const)("goes through the message once more as what %j, %j says", (text, choice, route) => {
    expect(chosen.run(turnOf(text, { choice, dialog }), ports())).toMatchObject({
      kind: "continue",
      turn: { text: undecided.text, chosen: route, choice: null, dialog: { undecided: null, choices: [] } },
    });
  });

  it("takes what is told next together with a bare word", () => {
    const bare = { ...dialog, undecided: { text: "路灯", report: "complaint" } as const };
    expect(chosen.run(turnOf("坏了三天了没人修", { dialog: bare }), ports())).toMatchObject({
      kind: "continue",
      turn: { text: "路灯，坏了三天了没人修", chosen: "complaint" },
    });
  });

  it.each(["要带什么", "谢谢"])("leaves alone what asks, and thanks: %s", (text) => {
    const bare = { ...dialog, undecided: { text: "路灯", report: "complaint" } as const };
    expect(chosen.run(turnOf(text, { dialog: bare }), ports())).toMatchObject({ turn: { text, chosen: null } });
  });

  it("leaves an old button alone", () => {
    expect(chosen.run(turnOf("", { choice: "route_report" }), ports())).toMatchObject({ kind: "continue", turn: { chosen: null } });
  });
});
