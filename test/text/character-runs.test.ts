import { describe, expect, it } from "vitest";
import { characterRuns } from "../../src/text/character-runs.js";

describe("the runs of a text's characters", () => {
  it("are of one to three characters, with marks where the text begins and ends", () => {
    expect([...characterRuns("停水")].sort()).toEqual(["$", "^", "^停", "^停水", "停", "停水", "停水$", "水", "水$"].sort());
  });

  it("take every number for the same", () => {
    expect(characterRuns("3天")).toEqual(characterRuns("十五天"));
  });

  it("leave punctuation out", () => {
    expect(characterRuns("停水？！")).toEqual(characterRuns("停水"));
  });
});
