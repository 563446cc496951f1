import { describe, expect, it } from "vitest";
import { emptyDialog } from "../../../src/answer/dialog.js";
import { withDraftBeside } from "../../../src/answer/routing/draft-beside.js";
import { twoIntents } from "../../../src/answer/steps/two-intents.js";
import { reply } from "../../../src/domain/reply.js";
import { conversationPorts, turnOf } from "../../fixtures/conversation.js";
import { sampleDesk } from "../../fixtures/request-dialog.js";

const portsOf = () => ({ ...conversationPorts(), requests: sampleDesk().desk });

/** The step's result for a message of both kinds, and the ports that it ran with. */
function complainsAndAsks() {
  const ports = portsOf();
  const both = twoIntents.run(turnOf("楼上装修太吵，桂花里9号，帮我投诉，顺便问装修几点开始才合法"), ports);
  if (both.kind !== "continue") throw new Error("ended");
  return { turn: both.turn, ports };
}

const answer = (text: string) => ({ reply: reply({ kind: "answer", outcome: "answered", route: "question", text }), dialog: emptyDialog });

describe("a complaint and a question in one message", () => {
  it("drafts the one and asks the other", () => {
    expect(complainsAndAsks().turn).toMatchObject({
      route: "question",
      query: "装修几点开始才合法",
      beside: { reply: { route: "complaint", outcome: "draft_open" } },
    });
  });

  it("gets the draft with the answer below it", () => {
    const { turn, ports } = complainsAndAsks();
    const said = withDraftBeside(turn, answer("早上八点。"), ports);
    expect(said.reply).toMatchObject({ route: "complaint", outcome: "draft_open" });
    expect(said.reply.text).toContain("您还问了“装修几点开始才合法”：\n早上八点。");
    expect(said.dialog.draft).not.toBeNull();
  });

  it("gets the answer by a button where both are too long for one reply", () => {
    const { turn, ports } = complainsAndAsks();
    const said = withDraftBeside(turn, answer("长".repeat(990)), ports);
    expect(said.reply.text.length).toBeLessThanOrEqual(1000);
    expect(said.reply.choices.map(({ id }) => id)).toContain("route_question");
    expect(said.dialog.undecided?.text).toBe("装修几点开始才合法");
  });

  it("gets the draft alone where nothing answers", () => {
    const { turn, ports } = complainsAndAsks();
    const offer = {
      reply: reply({ kind: "offer", outcome: "unanswered_no_source", route: "question", text: "没有找到" }),
      dialog: emptyDialog,
    };
    expect(withDraftBeside(turn, offer, ports).reply.text).not.toContain("没有找到");
  });

  it("is not looked for while a draft waits", () => {
    const draft = { order: {}, waitsFor: "confirmation", application: {}, tries: 0 } as never;
    const turn = turnOf("太吵了帮我投诉，顺便问几点算扰民", { dialog: { ...emptyDialog, draft } });
    expect(twoIntents.run(turn, portsOf())).toMatchObject({ kind: "continue", turn: { beside: null } });
  });
});
