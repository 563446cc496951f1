import { describe, expect, it } from "vitest";
import type { Judgement } from "../../src/evaluation/judge.js";
import { type MeasureName, measureOf, measures, shownFigure } from "../../src/evaluation/measures.js";
import { judgement } from "../fixtures/evaluation.js";

const figure = (name: MeasureName, ...judged: readonly Partial<Judgement>[]) => measureOf(name).figure(judged.map(judgement));

describe("measures", () => {
  it("shares count only the rows of which something is expected", () => {
    expect(figure("gold_cited", { goldCited: true }, { goldCited: false }, {})).toEqual({ value: 0.5, of: 2 });
    expect(figure("facts_all", { factsMissing: [] }, { factsMissing: ["十五日"] }, {})).toEqual({ value: 0.5, of: 2 });
    expect(figure("strings_kept", { stringsAsked: true }, { stringsAsked: true, mustNotFound: ["x"] }, {})).toEqual({ value: 0.5, of: 2 });
  });

  it("answered_of_cited: of the rows whose expected article is cited", () => {
    expect(
      figure("answered_of_cited", { goldCited: true, answered: true }, { goldCited: true }, { goldCited: false, answered: true }),
    ).toEqual({ value: 0.5, of: 2 });
  });

  it("unanswerable_answered: of what nothing answers", () => {
    expect(figure("unanswerable_answered", { unanswerable: true, answered: true }, { unanswerable: true }, { answered: true })).toEqual({
      value: 0.5,
      of: 2,
    });
  });

  it("traps_cited is a number of rows, not a share", () => {
    expect(figure("traps_cited", { trapped: true }, { trapped: true }, { trapped: false }, {})).toEqual({ value: 2, of: 3 });
  });

  it("routing is of the rows with an expected route", () => {
    expect(figure("routing_accuracy", { wantedRoute: "question" }, { wantedRoute: "status" }, {})).toEqual({ value: 0.5, of: 2 });
  });

  it("times are of all replies of all rows", () => {
    expect(figure("reply_p50_ms", { ms: [1, 9] }, { ms: [5] })).toEqual({ value: 5, of: 3 });
  });

  it("have no value over no rows", () => {
    expect(measures.map((each) => each.figure([]).value)).toEqual(measures.map(() => null));
  });

  it("are shown with their unit", () => {
    expect([shownFigure(0.5, "share"), shownFigure(2, "count"), shownFigure(4.26, "ms"), shownFigure(null, "ms")]).toEqual([
      "0.500",
      "2",
      "4.3 ms",
      "–",
    ]);
  });
});
