import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadAsksForRule } from "../../src/knowledge/asks-for-rule.js";
import { knowledgeFolder } from "../../src/paths.js";
import { temporaryFolder } from "../fixtures/home.js";

function written(lines: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "asks-for-rule.tsv"), lines);
  return folder;
}

describe("the weights of what is asked", () => {
  it("are read with their intercept", () => {
    const { weights, intercept } = loadAsksForRule(written("# a comment\n\t0.5\n几点\t-1.2\n"));
    expect(intercept).toBe(0.5);
    expect(weights.get("几点")).toBe(-1.2);
  });

  it.each(["几点", "几点\t", "几点\t很多"])("are refused, with the line named, when it is %j", (line) => {
    expect(() => loadAsksForRule(written(`\t0\n${line}\n`))).toThrow(/line 2/);
  });

  it("come with the package", () => {
    expect(loadAsksForRule(knowledgeFolder).weights.size).toBeGreaterThan(1_000);
  });
});
