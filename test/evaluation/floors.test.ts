import { describe, expect, it } from "vitest";
import { brokenFloors, readFloor } from "../../src/evaluation/floors.js";
import { judgement } from "../fixtures/evaluation.js";

describe("readFloor", () => {
  it("reads a measure and its value", () => {
    expect(readFloor("gold_cited=0.6")).toEqual({ measure: "gold_cited", value: 0.6 });
  });

  it("names the measures when one is not known", () => {
    expect(() => readFloor("beauty=1")).toThrow(/no measure beauty; there are routing_accuracy/);
  });

  it.each(["gold_cited", "gold_cited=", "gold_cited=much"])("refuses %s, which names no number", (text) => {
    expect(() => readFloor(text)).toThrow(expect.objectContaining({ code: "wrong_use" }));
  });
});

describe("brokenFloors", () => {
  const judged = [judgement({ goldCited: true, falseAlarm: true }), judgement({ goldCited: false, falseAlarm: false })];

  it("keeps a floor that is just reached", () => {
    expect(brokenFloors([{ measure: "gold_cited", value: 0.5 }], judged)).toEqual([]);
  });

  it("breaks below it, and above it where less is better", () => {
    const floors = [readFloor("gold_cited=0.51"), readFloor("false_alarms=0.49")];
    expect(brokenFloors(floors, judged)).toEqual(floors);
  });

  it("breaks where nothing was measured", () => {
    expect(brokenFloors([readFloor("traps_cited=0")], judged)).toHaveLength(1);
  });
});
