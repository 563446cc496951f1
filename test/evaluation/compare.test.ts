import { describe, expect, it } from "vitest";
import { compareRuns, isSignificant } from "../../src/evaluation/compare.js";
import { judgedRow, rowOf } from "../fixtures/evaluation.js";

describe("compareRuns", () => {
  it("says which rows became better and which worse, and by what", () => {
    const before = [judgedRow("a", { goldCited: false }), judgedRow("b", { goldCited: true, answered: true }), judgedRow("c")];
    const after = [judgedRow("a", { goldCited: true, answered: true }), judgedRow("b", { goldCited: false }), judgedRow("c")];
    const { better, worse, compared } = compareRuns(before, after);
    expect(compared).toBe(3);
    expect(better).toMatchObject([{ id: "a", gone: ["gold_not_cited"], come: [] }]);
    expect(worse).toMatchObject([{ id: "b", gone: [], come: ["gold_not_cited"] }]);
  });

  it("leaves out a row that was not asked before, in these words, with this expectation", () => {
    const before = [judgedRow("a"), judgedRow("b"), judgedRow("c")];
    const after = [
      judgedRow("a", {}, { turns: ["别的问题"] }),
      judgedRow("b", {}, { expect: rowOf({ route: "question" }).expect }),
      judgedRow("c"),
      judgedRow("d"),
    ];
    expect(compareRuns(before, after)).toMatchObject({ compared: 1, added: 3 });
  });

  it("measures both runs over the rows that both have", () => {
    const before = [judgedRow("a", { goldCited: false }), judgedRow("gone", { goldCited: true })];
    const after = [judgedRow("a", { goldCited: true }), judgedRow("new", { goldCited: false })];
    expect(compareRuns(before, after).measures.find(({ name }) => name === "gold_cited")).toMatchObject({ before: 0, after: 1 });
  });
});

describe("isSignificant", () => {
  const change = { name: "gold_cited", before: 0.1, after: 0.3 } as const;

  it("when the interval leaves 0 out", () => {
    expect(isSignificant({ ...change, interval: { low: 0.1, high: 0.3 } })).toBe(true);
    expect(isSignificant({ ...change, interval: { low: 0, high: 0.3 } })).toBe(false);
    expect(isSignificant({ ...change, interval: null })).toBe(false);
  });

  it("never for times", () => {
    expect(isSignificant({ ...change, name: "reply_p50_ms", interval: { low: 1, high: 2 } })).toBe(false);
  });
});
