import { describe, expect, it } from "vitest";
import { evaluationReport } from "../../src/evaluation/report.js";
import { evaluationText } from "../../src/evaluation/text.js";
import { loadEvaluationWordings } from "../../src/evaluation/wordings.js";
import { loadConsoleWords } from "../../src/knowledge/console.js";
import { knowledgeFolder } from "../../src/paths.js";
import { judgedRow, rowOf } from "../fixtures/evaluation.js";

const by = { words: loadEvaluationWordings(knowledgeFolder), lists: loadConsoleWords(knowledgeFolder) };
const text = (...rows: readonly ReturnType<typeof judgedRow>[]) =>
  evaluationText(evaluationReport({ file: "/问题.jsonl", at: "2026-01-05T01:00:00.000Z", rows }, null, [], 10), by);

describe("evaluationText", () => {
  it("names only measures of which there are rows", () => {
    const shown = text(judgedRow("a", { goldCited: true, answered: true }));
    expect(shown).toMatch(/引用了应引用的条文 +1\.000 +1\n/);
    expect(shown).not.toContain("恶意输入识别");
  });

  it("shows of a bad row what was asked, wanted and got, why it is bad, and its trace", () => {
    const { expect: wanted } = rowOf({ route: "question", documents: [{ document: "乙办法", article: "第一条" }] });
    const shown = text(judgedRow("a", { wantedRoute: "question", goldCited: false }, { expect: wanted }));
    for (const part of [
      "居民说：产假有几天？",
      "应当：归类：政策咨询",
      "引用：《乙办法》 第一条",
      "实际：政策咨询 · 答复 · 已答复 · 0.50",
      "引用：《甲办法》第七条（现行有效）",
      "问题：没有引用应引用的条文",
      "判断去向=question 0.5ms",
    ])
      expect(shown).toContain(part);
  });

  it("counts routes in a table of expected against given ones", () => {
    expect(text(judgedRow("a", { wantedRoute: "complaint", route: "question" }))).toMatch(/\n投诉 +1 +0 +0 +0 +0 +0 /);
  });

  it("gives the time in China", () => {
    expect(text(judgedRow("a"))).toContain("2026-01-05 09:00");
  });
});
