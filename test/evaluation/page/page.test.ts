import { describe, expect, it } from "vitest";
import { evaluationPage } from "../../../src/evaluation/page/page.js";
import { evaluationReport } from "../../../src/evaluation/report.js";
import { loadEvaluationWordings } from "../../../src/evaluation/wordings.js";
import { loadConsoleWords } from "../../../src/knowledge/console.js";
import { knowledgeFolder } from "../../../src/paths.js";
import { judgedRow } from "../../fixtures/evaluation.js";

const by = { words: loadEvaluationWordings(knowledgeFolder), lists: loadConsoleWords(knowledgeFolder) };
const run = (...rows: readonly ReturnType<typeof judgedRow>[]) => ({ file: "/问题.jsonl", at: "2026-01-05T01:00:00.000Z", rows });
const page = (after: ReturnType<typeof run>, before: ReturnType<typeof run> | null = null) =>
  evaluationPage(evaluationReport(after, before, [{ measure: "gold_cited", value: 0.6 }], 10), by);

describe("evaluationPage", () => {
  it("needs nothing beside itself", () => {
    expect(page(run(judgedRow("a", { goldCited: false })))).not.toMatch(/https?:|<script|<link|<img|url\(/);
  });

  it("escapes what residents write", () => {
    const html = page(run(judgedRow("a", { goldCited: false }, { turns: ["<img src=x onerror=alert(1)>"] })));
    expect(html).toContain("&lt;img src=x");
    expect(html).not.toContain("<img");
  });

  it("shows a figure beside its floor and says that it is below", () => {
    expect(page(run(judgedRow("a", { goldCited: false })))).toContain("≥ 0.6 未达到");
  });

  it("names headers for screen readers and describes the plot in words", () => {
    const html = page(run(judgedRow("a", { wantedRoute: "question", ms: [3] })));
    expect(html).toMatch(/<th scope="row">政策咨询/);
    expect(html).toContain('role="img" aria-label="答复用时分布（毫秒）：2–4：1"');
  });

  it("says that nothing is wrong, and that there is nothing to compare with", () => {
    const html = page(run(judgedRow("a", { goldCited: true, answered: true })));
    expect(html).toContain("每一条都符合要求");
    expect(html).toContain("以前没有评测过");
  });

  it("shows what became worse since the previous run", () => {
    const html = page(run(judgedRow("a", { goldCited: false })), run(judgedRow("a", { goldCited: true, answered: true })));
    expect(html).toContain("变差的：1");
    expect(html).toContain("新出现：没有引用应引用的条文");
  });
});
