import { describe, expect, it } from "vitest";
import { askedElement } from "../../src/retrieval/asked-element.js";
import { guideElements } from "../fixtures/corpus.js";
import { hitOf } from "../fixtures/hits.js";

const chunk = (heading: string | null, chapter: string | null = null) =>
  hitOf("灯会登记办事指南", heading ?? "引言", { chunk: { article: null, heading, chapter } }).chunk;
const guide = [chunk(null), chunk("申请条件"), chunk("所需材料"), chunk("办理地点"), chunk("办理时间")];
const asked = (question: string, chunks = guide) => askedElement(chunks, question, guideElements)?.heading;

describe("a question about a service", () => {
  it.each([
    ["灯会登记要带什么", "所需材料"],
    ["灯会登记在哪办", "办理地点"],
    ["灯会登记几天办好", "办理时间"],
  ])("%s: %s", (question, heading) => {
    expect(asked(question)).toBe(heading);
  });

  it("finds a row of the table that lists the papers", () => {
    expect(asked("要带什么", [chunk("名称 | 份数", "灯会登记 › 办理材料 要带什么 › 所需材料")])).toBe("名称 | 份数");
  });

  it("that asks for nothing in particular finds no element", () => {
    expect(asked("灯会登记")).toBeUndefined();
  });

  it("for what the guide does not say finds none", () => {
    expect(asked("打什么电话")).toBeUndefined();
  });
});
