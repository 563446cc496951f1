import { describe, expect, it } from "vitest";
import { emptyDialog } from "../../../src/answer/dialog.js";
import { withTopic } from "../../../src/answer/follow-up/keep-topic.js";
import { type Outcome, type Route, reply } from "../../../src/domain/reply.js";
import { conversationPorts, turnOf } from "../../fixtures/conversation.js";

const ports = conversationPorts();
const said = (text: string, route: Route = "question", outcome: Outcome = "answered") => ({
  reply: reply({ kind: "answer", outcome, route, text }),
  dialog: emptyDialog,
});

describe("withTopic", () => {
  it("remembers the question, masked and in simplified characters", () => {
    const turn = turnOf("我叫陈大文，產假幾天", { maskedText: "我叫[姓名]，產假幾天" });
    expect(withTopic(turn, said("98天"), ports).dialog.topic).toEqual({ question: "我叫[姓名]，产假几天" });
  });

  it("says above the answer what a follow-up was understood as, and remembers that", () => {
    const { reply: answered, dialog } = withTopic(turnOf("陪产假呢", { completed: "陪产假几天" }), said("15天"), ports);
    expect(answered.text).toBe("按“陪产假几天”来答。\n\n15天");
    expect(dialog.topic).toEqual({ question: "陪产假几天" });
  });

  it("leaves the answer alone where both would be too long", () => {
    const long = "长".repeat(995);
    expect(withTopic(turnOf("陪产假呢", { completed: "陪产假几天" }), said(long), ports).reply.text).toBe(long);
  });

  it("keeps the topic over thanks and complaints", () => {
    const dialog = { ...emptyDialog, topic: { question: "产假几天" } };
    const thanked = { ...said("不客气", "smalltalk", "not_a_question"), dialog };
    expect(withTopic(turnOf("谢谢"), thanked, ports).dialog.topic).toEqual({ question: "产假几天" });
  });

  it("cuts a question that grew back to the matter that it began with", () => {
    const completed = `押金最多收几个月，${"房东又说了很多别的话，".repeat(10)}怎么办`;
    const { question } = withTopic(turnOf("怎么办", { completed }), said("三个月"), ports).dialog.topic ?? { question: "" };
    expect(question.startsWith("押金最多收几个月，")).toBe(true);
    expect(question.length).toBeLessThanOrEqual(ports.knowledge.followUps.kept);
  });
});
