import { describe, expect, it } from "vitest";
import { twoIntentsOf } from "../../../src/answer/routing/two-intents.js";
import { sampleKnowledge } from "../../fixtures/request-dialog.js";

const { routing } = sampleKnowledge();

describe("twoIntentsOf", () => {
  it.each([
    ["楼上装修太吵帮我投诉，顺便问装修几点开始才合法", { report: "楼上装修太吵帮我投诉", question: "装修几点开始才合法" }],
    ["居住证怎么办？另外楼下路灯坏了，帮我报修", { report: "楼下路灯坏了，帮我报修", question: "居住证怎么办？" }],
  ])("%s", (text, both) => {
    expect(twoIntentsOf(text, routing)).toEqual(both);
  });

  it.each(["楼上天天装修，吵得睡不着，怎么办", "我投诉过三次了，还是没人来", "邻居养狗咬人要赔多少，他说一分不给"])(
    "is one: %s",
    (text) => {
      expect(twoIntentsOf(text, routing)).toBeNull();
    },
  );
});
