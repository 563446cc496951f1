import { describe, expect, it } from "vitest";
import { mask } from "../../../src/answer/steps/mask.js";
import { conversationPorts, turnOf } from "../../fixtures/conversation.js";

describe("mask", () => {
  it("fills the masked text and leaves the text as written", () => {
    const turn = turnOf("我叫陈志明，电话13800138000");
    expect(mask.run(turn, conversationPorts())).toMatchObject({
      kind: "continue",
      status: "masked_2",
      turn: { text: turn.text, maskedText: "我叫〔姓名〕，电话〔手机号〕" },
    });
  });

  it("keeps the office's own telephone", () => {
    const ports = conversationPorts();
    const text = `打${ports.knowledge.office.telephone}没人接`;
    expect(mask.run(turnOf(text), ports)).toMatchObject({ status: "none", turn: { maskedText: text } });
  });
});
