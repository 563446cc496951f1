import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/domain/plain-date.js";
import { explainValue } from "../../src/eligibility/explain.js";
import { tellOutcome } from "../../src/eligibility/index.js";
import { loadFlowWordings } from "../../src/knowledge/flow-wordings.js";
import type { Expression, Flow } from "../../src/knowledge/flows/index.js";
import { knowledgeFolder } from "../../src/paths.js";
import { gazetteer, officePlace } from "../fixtures/corpus.js";
import { loadCart } from "../fixtures/flows.js";

const words = loadFlowWordings(knowledgeFolder).sums;
const answers = { purpose: "moving", bags: "3", from_day: "2026-11-24", lives_in: officePlace };

/** The sum of a value computed so, for three bags from 24 November 2026. */
function sumOf(is: Expression): string {
  const [cart] = loadCart().flows as readonly [Flow];
  const flow = { ...cart, values: { days: { unit: "天", is } } };
  return explainValue("days", { flow, answers, asOf: plainDate("2026-11-23"), place: (name) => gazetteer.read(name) }, words).text;
}

const base = { parameter: "base" };
const bags = { answer: "bags" };

describe("a sum in words", () => {
  it.each<[Expression, string]>([
    [{ sum: [base, 80, { product: [base, { difference: [bags, 1] }] }] }, "2 + 80 + 2 × 2 = 86（天）"],
    [{ product: [{ sum: [base, 1] }, bags] }, "（2 + 1） × 3 = 9（天）"],
    [{ rounded: { quotient: [{ sum: [base, 5] }, base] }, to: "down" }, "（2 + 5） ÷ 2，不足 1 的部分舍去 = 3（天）"],
    [{ least: [base, bags] }, "2、3 中较小的 = 2（天）"],
    [{ steps: { by: bags, rows: [{ below: 3, is: base }, { is: { sum: [base, 1] } }] } }, "3，对应 2 + 1 = 3（天）"],
    [{ days: [{ answer: "from_day" }, "2026-12-01"] }, "从2026年11月24日到2026年12月1日的天数 = 7（天）"],
    [base, "2（天）"],
  ])("%j is %s", (is, text) => {
    expect(sumOf(is)).toBe(text);
  });
});

describe("an outcome", () => {
  it("takes the value of a parameter that holds on the day asked for, and tells what it relied on", () => {
    const [flow] = loadCart().flows as readonly [Flow];
    const place = (name: string) => gazetteer.read(name);
    const told = (from_day: string) =>
      tellOutcome("lent", ["purpose"], { flow, answers: { ...answers, from_day }, asOf: plainDate("2026-11-23"), place }, words);
    expect(told("2025-12-31")).toMatchObject({ text: "可以借 5 天。", sums: [{ text: "2 + 1 × 3 = 5（天）" }] });
    expect(told("2026-01-01")).toMatchObject({ text: "可以借 6.5 天。", sums: [{ text: "2 + 1.5 × 3 = 6.5（天）" }] });
    expect(told("2026-01-01").shown.map(({ parameter, fictional }) => [parameter, fictional])).toEqual([
      ["base", false],
      ["extra", true],
    ]);
  });
});
