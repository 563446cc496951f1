import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatWeightFile, readWeightFile } from "../../src/knowledge/weight-file.js";
import { temporaryFolder } from "../fixtures/home.js";

const lines = { classes: "classes", fields: ["classes", "embedder"], rows: ["intercept", "word"] };
const file = {
  fields: new Map([
    ["classes", ["a", "b"]],
    ["embedder", ["abc"]],
  ]),
  rows: new Map([
    ["intercept", new Map([["", { scale: 0.5, values: Int8Array.of(127, -127) }]])],
    ["word", new Map([["灯", { scale: 0.25, values: Int8Array.of(64, 0) }]])],
  ]),
};

function written(change: (content: string) => string = (content) => content): string {
  const path = join(temporaryFolder(), "model.tsv");
  writeFileSync(path, change(formatWeightFile(file, "by a test")));
  return path;
}

describe("a file of weights", () => {
  it("is read as it was written", () => {
    expect(readWeightFile(written(), lines)).toEqual(file);
  });

  it.each([
    ["a row of another length", (content: string) => content.replace("classes\ta\tb", "classes\ta\tb\tc"), /line 4: not a scale/],
    ["a line of another kind", (content: string) => `${content}what\tis this\n`, /not a line of a model/],
    ["a missing field", (content: string) => content.replace(/embedder.*\n/, ""), /embedder missing/],
    ["no rows of a kind", (content: string) => content.replace(/word.*\n/, ""), /word missing/],
  ])("is refused with %s", (_, change, what) => {
    expect(() => readWeightFile(written(change), lines)).toThrow(what);
  });
});
