import { expect, it } from "vitest";
import { withoutThinking } from "../../../../src/models/chat/openai/thinking.js";

const through = (...pieces: readonly string[]) => pieces.map(withoutThinking()).join("");

it("passes on an answer as it is", () => {
  expect(through("完整度：full\n", " 一 ", "二")).toBe("完整度：full\n 一 二");
});

it("leaves out what stands between the marks at the start, wherever the pieces end", () => {
  const text = "\n<think>他问什么？\n</think>\n\n完整度：none";
  expect(through(text)).toBe("完整度：none");
  expect(through(...text)).toBe("完整度：none");
});

it("passes on nothing of a thought without an end", () => {
  expect(through("<think>我想", "再想")).toBe("");
});

it("keeps marks that come later, and a text that only begins alike", () => {
  expect(through("答：", "<think>不")).toBe("答：<think>不");
  expect(through("<", "thing>")).toBe("<thing>");
});
