import { describe, expect, it } from "vitest";
import { accuracy, confusionMatrix, macroF1, type Routed, routeScores } from "../../src/evaluation/routing-scores.js";

// three questions, one taken for a complaint; one complaint, right
const routed: readonly Routed[] = [
  { wanted: "question", got: "question" },
  { wanted: "question", got: "question" },
  { wanted: "question", got: "complaint" },
  { wanted: "complaint", got: "complaint" },
];

describe("scores of routes", () => {
  it("accuracy: three of four", () => {
    expect(accuracy(routed)).toBe(0.75);
  });

  it("confusion matrix: expected routes are rows", () => {
    const matrix = confusionMatrix(routed);
    expect(matrix[0]?.slice(0, 3)).toEqual([2, 0, 1]);
    expect(matrix[2]?.slice(0, 3)).toEqual([0, 0, 1]);
  });

  it("F1: 2·2 ⁄ (3 + 2) and 2·1 ⁄ (1 + 2)", () => {
    expect(routeScores(routed).map(({ route, f1 }) => [route, f1])).toEqual([
      ["question", 4 / 5],
      ["complaint", 2 / 3],
    ]);
  });

  it("macro-F1: the mean of both, however many messages each has", () => {
    expect(macroF1(routed)).toBeCloseTo((4 / 5 + 2 / 3) / 2);
  });

  it("a route that is only given counts with an F1 of 0", () => {
    expect(macroF1([{ wanted: "question", got: "attack" }])).toBe(0);
  });

  it("no messages have no scores", () => {
    expect([accuracy([]), macroF1([])]).toEqual([null, null]);
  });
});
