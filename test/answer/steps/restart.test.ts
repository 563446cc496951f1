import { describe, expect, it } from "vitest";
import { emptyDialog } from "../../../src/answer/dialog.js";
import { restart } from "../../../src/answer/steps/restart.js";
import { conversationPorts, turnOf } from "../../fixtures/conversation.js";

const dialog = { ...emptyDialog, topic: { question: "产假几天" } };

describe("restart", () => {
  it.each(["重新开始", "重来！", " 从头开始 ", "/restart"])("forgets what waits at %j", (text) => {
    expect(restart.run(turnOf(text, { dialog }), conversationPorts())).toMatchObject({ kind: "reply", dialog: emptyDialog });
  });

  it("is not meant where the words stand in a sentence", () => {
    expect(restart.run(turnOf("失业金断了能重新开始领吗", { dialog }), conversationPorts()).kind).toBe("continue");
  });
});
