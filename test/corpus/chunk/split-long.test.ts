import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitLong } from "../../../src/corpus/chunk/split-long.js";

const sentence = "摊主每天收摊以后把地面打扫干净，把垃圾带走。";
const item = (number: string) => `（${number}）${sentence.repeat(12)}`;

describe("a long passage", () => {
  it("is left whole when it is short enough", () => {
    expect(splitLong(sentence)).toEqual([{ start: 0, text: sentence }]);
  });

  it("is split between its 款 and 项, never inside one", () => {
    const lines = [`第三条 摊主应当：`, item("一"), item("二"), item("三"), sentence.repeat(10)];
    const parts = splitLong(lines.join("\n"));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.flatMap(({ text }) => text.split("\n"))).toEqual(lines);
  });

  it("keeps a short item with its neighbours", () => {
    const lines = Array.from({ length: 100 }, (_, index) => `（${index}）摆齐桌椅；`);
    for (const { text } of splitLong(lines.join("\n"))) expect(text.split("\n").length).toBeGreaterThan(1);
  });

  it("is split at sentence ends when it is a single line", () => {
    const parts = splitLong(sentence.repeat(60));
    expect(parts.length).toBeGreaterThan(1);
    for (const { text } of parts) expect(text.endsWith("。")).toBe(true);
  });

  it("loses white space alone, and each part stands at its place", () => {
    const words = fc.constantFrom("摊位", "。", "；", "\n", " ", "\u3000", "（一）", "收费".repeat(80));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (pieces) => {
        const passage = pieces.join("").trim();
        const parts = splitLong(passage);
        for (const { start, text } of parts) expect(passage.slice(start, start + text.length)).toBe(text);
        expect(
          parts
            .map(({ text }) => text)
            .join("")
            .replace(/\s/g, ""),
        ).toBe(passage.replace(/\s/g, ""));
      }),
    );
  });
});
