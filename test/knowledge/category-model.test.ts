import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CategoryModel, categoryModelFile, formatCategoryModel, loadCategoryModel } from "../../src/knowledge/category-model.js";
import { temporaryFolder } from "../fixtures/home.js";

const names = ["城乡建设/城乡规划", "政法/诉讼"];
const row = (scale: number, ...values: number[]) => ({ scale, values: Int8Array.from(values) });
const model: CategoryModel = {
  names,
  embedder: "f00d",
  intercept: row(0.5, 1, -1),
  words: new Map([["违建", row(0.25, 127, -127)]]),
  meaning: [row(0.125, 3, 4)],
  cues: { own: 2.5, level1: 1.25 },
};

function written(content: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, categoryModelFile), content);
  return folder;
}

const content = formatCategoryModel(model, "made by a test");
const load = (text: string) => loadCategoryModel(written(text), new Set(names));
const invalid = (what: RegExp) => expect.objectContaining({ code: "knowledge_invalid", message: expect.stringMatching(what) });

describe("the model of the categories", () => {
  it("is read as it was written", () => {
    expect(load(content)).toEqual(model);
  });

  it("is refused when it is not there", () => {
    expect(() => loadCategoryModel(temporaryFolder(), new Set(names))).toThrow(invalid(/cannot be read/));
  });

  it("is refused when the tree has another category", () => {
    expect(() => loadCategoryModel(written(content), new Set([...names, "政法/其他"]))).toThrow(invalid(/fit it again/));
  });

  it.each([
    ["a line of another kind", (text: string) => `${text}animal\t0\t1\tAAA=\n`, /line 8/],
    ["a row that is too short", (text: string) => `${text}word\t停水\t1\tAA==\n`, /line 8/],
    ["a scale that is no number", (text: string) => `${text}word\t停水\tmuch\tAAA=\n`, /line 8/],
    ["no intercept", (text: string) => text.replace(/^intercept.*\n/m, ""), /missing/],
    ["no word vectors named", (text: string) => text.replace(/^embedder.*\n/m, ""), /missing/],
  ])("is refused with %s", (_, change, what) => {
    expect(() => load(change(content))).toThrow(invalid(what));
  });
});
