import { describe, expect, it } from "vitest";
import { worstRows } from "../../src/evaluation/worst.js";
import { judgedRow } from "../fixtures/evaluation.js";

describe("worstRows", () => {
  it("puts what does harm before what fails to help, and leaves out what is right", () => {
    const rows = [judgedRow("fine"), judgedRow("missing", { goldCited: false }), judgedRow("trapped", { trapped: true })];
    expect(worstRows(rows, 10).map(({ id }) => id)).toEqual(["trapped", "missing"]);
  });

  it("puts the surer of equally bad ones first", () => {
    const sure = judgedRow("sure", { goldCited: false });
    const rows = [judgedRow("unsure", { goldCited: false }), { ...sure, reply: { ...sure.reply, confidence: 0.9 } }];
    expect(worstRows(rows, 1).map(({ id }) => id)).toEqual(["sure"]);
  });

  it("says what is wrong, gravest first", () => {
    const [row] = worstRows([judgedRow("a", { trapped: true, goldCited: false, goldNamed: true, factsMissing: ["十五日"] })], 1);
    expect(row?.shortcomings.map(({ name, detail }) => [name, detail])).toEqual([
      ["trapped", ""],
      ["gold_not_cited", "basis"],
      ["fact_missing", "十五日"],
    ]);
  });
});
