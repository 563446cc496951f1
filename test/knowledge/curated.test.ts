import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadCuratedRules } from "../../src/knowledge/curated.js";
import { knowledgeFolder } from "../../src/paths.js";
import { temporaryFolder } from "../fixtures/home.js";

/** The rules with one thing in them replaced. */
function rulesWith(from: string | RegExp, to: string) {
  const folder = temporaryFolder();
  cpSync(join(knowledgeFolder, "curated.yml"), join(folder, "curated.yml"));
  const path = join(folder, "curated.yml");
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
  return () => loadCuratedRules(folder);
}

describe("the rules of curated answers", () => {
  it("are precise where they speak: thresholds far above even odds", () => {
    const { static: vectors, words } = loadCuratedRules(knowledgeFolder);
    expect(Math.min(vectors.threshold, words.threshold)).toBeGreaterThan(0.8);
  });

  it("are refused when a weight is missing, or an unknown one is there", () => {
    expect(rulesWith(/likeness: [-\d.]+, /, "")).toThrow("curated.yml");
    expect(rulesWith("weights: {", "weights: { mood: 1, ")).toThrow("curated.yml");
  });

  it("are refused when a pattern cannot be read", () => {
    expect(rulesWith("材料|证件", "(材料|证件")).toThrow("curated.yml");
  });
});
