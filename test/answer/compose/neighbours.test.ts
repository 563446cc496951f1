import { describe, expect, it } from "vitest";
import { composeExtractive } from "../../../src/answer/compose/extractive.js";
import { withNeighbours } from "../../../src/answer/compose/neighbours.js";
import { nation } from "../../../src/domain/place.js";
import { plainDate } from "../../../src/domain/plain-date.js";
import type { Hit } from "../../../src/retrieval/index.js";
import { hitOf } from "../../fixtures/hits.js";
import { noRetrieval } from "../../fixtures/no-retrieval.js";
import { sampleKnowledge } from "../../fixtures/request-dialog.js";

const filler = (about: string) => `${about}的摊主收摊以后把地面打扫干净，把垃圾带走，把桌椅放回原处。`.repeat(8);

/** A document of these parts, one found; between them stands what the chunks leave out. */
function documentOf(parts: readonly string[], at: number, chunk: Partial<Hit["chunk"]> = {}, between = "\n\u3000\u3000", before = "") {
  const hits = parts.map((text, position) => hitOf("灯会条例", text, { chunk: { position, article: "第五条", ...chunk } }));
  const text = before + parts.join(between);
  const found = hits[at] as Hit;
  const retrieval = { ...noRetrieval, passages: () => hits.map((hit) => hit.chunk), documentText: () => text };
  const composition = { place: nation, asOf: plainDate("2026-11-23"), knowledge: sampleKnowledge(), retrieval };
  return {
    text,
    joined: (question: string) => withNeighbours(found, question, retrieval).chunk.text,
    answer: (question: string) => composeExtractive([found], { ...composition, question }),
  };
}

describe("an answer that spans two parts of an article", () => {
  const parts = [`第五条 灯笼摊位的押金由街道收取。${filler("灯笼")}`, `灯笼摊位的押金在收摊后退还。${filler("小吃")}`, filler("花卉")];

  it("quotes both in one citation, verbatim", () => {
    const { answer, text } = documentOf(parts, 0);
    const citations = answer("灯笼摊位的押金退还吗")?.citations ?? [];
    expect(citations).toHaveLength(1);
    expect(citations[0]?.quote).toContain("由街道收取");
    expect(citations[0]?.quote).toContain("收摊后退还");
    expect(text).toContain(citations[0]?.quote);
  });

  it("quotes both whichever was found", () => {
    expect(documentOf(parts, 1).joined("灯笼摊位的押金")).toContain("由街道收取");
  });

  it("leaves out the part that says nothing of it", () => {
    expect(documentOf(parts, 1).joined("灯笼摊位的押金")).not.toContain("花卉");
  });
});

describe("an item that was found without its stem", () => {
  it("brings it along from the part before", () => {
    const parts = [`${filler("灯笼")}\n第五条 有下列情形的，退还押金：`, `（三）下雨停办的；\n${filler("小吃")}`];
    expect(documentOf(parts, 1).joined("下雨停办")).toContain("有下列情形的");
  });
});

describe("the found passage stays alone", () => {
  it("where the parts beside it say nothing of the question", () => {
    const parts = [`第五条 押金在收摊后退还。${filler("灯笼")}`, filler("花卉")];
    expect(documentOf(parts, 0).joined("押金退还")).toBe(parts[0]);
  });

  it("where what stands beside it is another article", () => {
    const [first, second] = [
      hitOf("灯会条例", "第五条 押金退还。"),
      hitOf("灯会条例", "第六条 押金不计息。", { chunk: { article: "第六条" } }),
    ];
    const retrieval = { passages: () => [first.chunk, second.chunk], documentText: () => "第五条 押金退还。\n第六条 押金不计息。" };
    expect(withNeighbours(first, "押金", retrieval)).toBe(first);
  });

  it("where the document is gone", () => {
    const hit = hitOf("灯会条例", "第五条 押金退还。");
    expect(withNeighbours(hit, "押金", noRetrieval)).toBe(hit);
  });
});

describe("a row of a table that was found", () => {
  const header = "| 对象 | 2026年金额 |\n| --- | --- |\n";
  const row = { article: null, chapter: "灯会补贴", heading: "对象 | 2026年金额" };

  it("is quoted with the whole table and its header, when that is small", () => {
    const { answer, text } = documentOf(["| 灯笼摊 | 80元 |", "| 小吃摊 | 50元 |"], 1, row, "\n", header);
    const composed = answer("小吃摊补多少");
    expect(composed?.citations[0]?.quote).toBe(text);
    expect(composed?.text).toContain("· 对象 | 2026年金额\n· 灯笼摊 | 80元\n· 小吃摊 | 50元");
  });

  it("is quoted alone from a large one, each cell behind its header's that states no number", () => {
    const rows = Array.from({ length: 40 }, (_, index) => `| 第${index}号花卉摊 | ${index}0元 |`);
    const { answer } = documentOf([...rows.slice(0, 20), "| 灯笼铺子 | 80元 |", ...rows.slice(20)], 20, row, "\n", header);
    const composed = answer("灯笼铺子补多少");
    expect(composed?.citations[0]?.quote).toBe("| 灯笼铺子 | 80元 |");
    expect(composed?.text).toContain("· 对象：灯笼铺子；80元");
  });
});
