import { describe, expect, it } from "vitest";
import { situate } from "../../../src/answer/steps/situate.js";
import { conversationPorts, turnOf } from "../../fixtures/conversation.js";

const ports = conversationPorts();

describe("situate", () => {
  it.each([
    ["产假有几天", "here today", "产假有几天"],
    ["2020年的时候生二胎要罚款吗", "here 2020-12-31", "生二胎要罚款吗"],
    ["按2020年的规定，陪产假几天", "here 2020-12-31", "按规定，陪产假几天"],
    ["北京的产假有几天", "elsewhere today", "产假有几天"],
    ["江门市区遛狗要拴绳吗", "elsewhere today", "遛狗要拴绳吗"],
    ["我2015年入职，现在被辞退能赔多少", "here today", "我2015年入职，现在被辞退能赔多少"],
  ])("%s: %s, searched for as %s", (question, status, query) => {
    expect(situate.run(turnOf(question), ports)).toMatchObject({ kind: "continue", status, turn: { query, text: question } });
  });

  it("keeps the words of a question that is nothing else", () => {
    expect(situate.run(turnOf("北京的？"), ports)).toMatchObject({ turn: { query: "北京的？" } });
  });

  it("asks for the place within the resident's own that is named", () => {
    const turn = turnOf("深圳养犬要办证吗", { place: ports.knowledge.places.read("广东") });
    expect(situate.run(turn, ports)).toMatchObject({ status: "narrowed today", turn: { place: "广东省/深圳市" } });
  });
});
