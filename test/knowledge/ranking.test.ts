import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { loadRankings, meaningOf, meanings, rankingFeatures } from "../../src/knowledge/ranking.js";
import { knowledgeFolder } from "../../src/paths.js";
import { temporaryFolder } from "../fixtures/home.js";

/** A copy of the rankings with one of them changed. */
function folderWith(change: (ranking: Record<string, unknown> & { weights: Record<string, unknown> }) => void): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "ranking"));
  for (const meaning of meanings) {
    const ranking = parse(readFileSync(join(knowledgeFolder, "ranking", `${meaning}.yml`), "utf8"));
    if (meaning === "static") change(ranking);
    writeFileSync(join(folder, "ranking", `${meaning}.yml`), stringify(ranking));
  }
  return folder;
}

describe("the rankings", () => {
  it("have a coefficient for every feature, whatever is behind the vectors", () => {
    const rankings = loadRankings(knowledgeFolder);
    for (const meaning of meanings) expect(Object.keys(rankings[meaning].weights).sort()).toEqual(rankingFeatures.toSorted());
  });

  it.each<[string, Parameters<typeof folderWith>[0]]>([
    ["a feature without a coefficient", ({ weights }) => delete weights["words"]],
    ["a coefficient that is no number", ({ weights }) => (weights["words"] = "much")],
    ["a share above 1", (ranking) => (ranking["fusion"] = 1.2)],
    ["a calibration that turns the order round", (ranking) => (ranking["calibration"] = { slope: -1, intercept: 0 })],
    ["too few candidates", (ranking) => (ranking["candidates"] = 3)],
  ])("are refused with the file's name: %s", (_, change) => {
    expect(() => loadRankings(folderWith(change))).toThrow(
      expect.objectContaining({ code: "knowledge_invalid", message: expect.stringContaining("ranking/static.yml") }),
    );
  });
});

describe("what is behind the vectors", () => {
  it.each([
    [null, "words"],
    ["static", "static"],
    ["transformers:bge-small", "model"],
    ["openai:text-embedding-3-small", "model"],
  ])("of %s is %s", (name, meaning) => {
    expect(meaningOf(name)).toBe(meaning);
  });
});
