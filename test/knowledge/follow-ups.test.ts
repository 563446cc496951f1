import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadFollowUps } from "../../src/knowledge/follow-ups.js";
import { knowledgeFolder } from "../../src/paths.js";
import { temporaryFolder } from "../fixtures/home.js";

describe("knowledge/follow-ups.yml", () => {
  const rules = loadFollowUps(knowledgeFolder);
  const leans = (message: string) => rules.leaning.some(({ pattern }) => pattern.test(message));

  it.each(["那离婚呢", "要带什么？", "几天能办好", "要钱吗", "去哪里办", "我是外地户口", "这个证能用多久", "为什么"])(
    "%s leans on what was said",
    (message) => {
      expect(leans(message)).toBe(true);
    },
  );

  it.each(["办居住证要带什么材料", "产假有多少天", "楼道灯坏了没人修", "你们几点上班"])("%s does not", (message) => {
    expect(leans(message)).toBe(false);
  });

  it("has every word in one list only", () => {
    const words = rules.swaps.flat();
    expect(new Set(words).size).toBe(words.length);
  });

  it("names the pattern that cannot be read", () => {
    const folder = temporaryFolder();
    cpSync(join(knowledgeFolder, "follow-ups.yml"), join(folder, "follow-ups.yml"));
    const path = join(folder, "follow-ups.yml");
    writeFileSync(path, readFileSync(path, "utf8").replace("asks: '", "asks: '("));
    expect(() => loadFollowUps(folder)).toThrow(/follow-ups\.yml: asks/);
  });
});
