import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "../../../src/answer/steps/normalise.js";
import { conversationPorts, turnOf } from "../../fixtures/conversation.js";

const ports = conversationPorts();
const run = (text: string, known = {}) => normalise.run(turnOf(text, known), ports);

describe("normalise", () => {
  it("hands on the message in one form", () => {
    expect(run("单号２０２６－００００１２\u200b 进度")).toMatchObject({ kind: "continue", turn: { text: "单号2026-000012 进度" } });
  });

  it.each(["", "   ", "\u0000\u0007", "\u200b\u202e", "😀😀", "。。。", "？", "\ud83d"])("answers %j kindly", (text) => {
    expect(run(text)).toMatchObject({ kind: "reply", reply: { kind: "smalltalk", outcome: "not_a_question" } });
  });

  it("asks to shorten a pasted book", () => {
    expect(run("很长".repeat(5_000))).toMatchObject({
      kind: "reply",
      status: "too_long",
      reply: { kind: "clarify", outcome: "not_a_question" },
    });
  });

  it("keeps the complaint beside the markup", () => {
    expect(run("<svg/onload=alert(1)> 海棠路井盖没了")).toMatchObject({ kind: "continue", turn: { text: "海棠路井盖没了" } });
  });

  it.each(["<script>alert(1)</script>", '<a href="javascript:x">点这个</a>'])("refuses %s without repeating it", (text) => {
    const result = run(text);
    expect(result).toMatchObject({ kind: "reply", reply: { kind: "refusal", outcome: "refused", route: "attack" } });
    expect(JSON.stringify(result)).not.toMatch(/alert|href/);
  });

  it("lets a pressed button pass without text", () => {
    expect(run("", { choice: "confirm" })).toMatchObject({ kind: "continue", status: "choice" });
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(["continue", "reply"]).toContain(run(text).kind);
      }),
    );
  });
});
