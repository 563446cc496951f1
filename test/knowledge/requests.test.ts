import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { receiptPrefix, requestTypes } from "../../src/domain/request.js";
import { loadCategories } from "../../src/knowledge/categories.js";
import { loadRequestRules } from "../../src/knowledge/request-rules.js";
import { loadRequestWordings } from "../../src/knowledge/request-wordings.js";
import { knowledgeFolder } from "../../src/paths.js";
import { temporaryFolder } from "../fixtures/home.js";

/** A knowledge folder with a changed copy of one of its files. */
function changed(file: string, change: (yaml: string) => string): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "wordings"));
  writeFileSync(join(folder, file), change(readFileSync(join(knowledgeFolder, file), "utf8")));
  return folder;
}

const invalid = expect.objectContaining({ code: "knowledge_invalid" });

describe("requests.yml", () => {
  const rules = loadRequestRules(knowledgeFolder);

  it("has a rule for every type whose date no law sets, and for no other", () => {
    const ruled = new Set<string>(rules.flatMap(({ types }) => types));
    expect(requestTypes.filter((type) => !ruled.has(type))).toEqual(["disclosure", "petition"]);
  });

  it("names only categories of the tree", () => {
    const { all } = loadCategories(knowledgeFolder);
    const known = new Set(all.flatMap(({ level1, level2 }) => [level1, `${level1}/${level2}`]));
    for (const { categories = [] } of rules) for (const category of categories) expect(known).toContain(category);
  });

  it("says what the office's published rule says", () => {
    const rule = readFileSync(join(knowledgeFolder, "documents/rules/request-handling-time-limits.md"), "utf8");
    for (const { officeRule, basis } of rules.filter(({ officeRule }) => officeRule)) {
      const [, title, article] = /《(.+)》(第.+条)/.exec(basis) ?? [];
      expect(officeRule && rule.includes(`title: ${title}`) && rule.includes(`${article} `)).toBe(true);
    }
  });

  it("is refused when a type has no rule for all cases", () => {
    expect(() =>
      loadRequestRules(changed("requests.yml", (yaml) => yaml.replace("types: [suggestion]", "types: [suggestion]\n    urgent: true"))),
    ).toThrow(invalid);
  });

  it("is refused with two limits in one rule", () => {
    expect(() =>
      loadRequestRules(changed("requests.yml", (yaml) => yaml.replace("{ workingDays: 10 }", "{ workingDays: 10, hours: 2 }"))),
    ).toThrow(invalid);
  });
});

describe("categories.yml", () => {
  const { all, fallback } = loadCategories(knowledgeFolder);

  it("has the message board's tree", () => {
    expect(new Set(all.map(({ level1 }) => level1)).size).toBe(15);
    expect(all.length).toBe(new Set(all.map(({ level1, level2 }) => `${level1}/${level2}`)).size);
    expect(all.some(({ level1, level2 }) => level1 === fallback.level1 && level2 === fallback.level2)).toBe(true);
  });

  it("has words for nearly every category", () => {
    const silent = all.filter(({ strong, words, level3 }) => strong.length + words.length + [...level3.values()].flat().length === 0);
    // Doublets in the tree itself: 交通运输/交通运输 of 出租车管理, 经济管理/安全生产 of 城乡建设/安全生产.
    for (const { level2 } of silent) expect(["其他", "交通运输", "安全生产"]).toContain(level2);
  });

  it("is refused with a fallback outside its tree", () => {
    expect(() => loadCategories(changed("categories.yml", (yaml) => yaml.replace("level1: 城乡建设", "level1: 城市")))).toThrow(invalid);
  });
});

describe("wordings/requests.yml", () => {
  const words = loadRequestWordings(knowledgeFolder);

  it("shows every receipt a number, a code and a date", () => {
    expect(words.filed).toMatch(/\{number\}[\s\S]*\{code\}[\s\S]*\{due\}/);
    expect(words.filedWithoutNumber).not.toMatch(new RegExp(`${Object.values(receiptPrefix).join("|")}|\\d{4}-\\d{6}`));
  });

  it("is refused when a place to fill is missing or unknown", () => {
    expect(() => loadRequestWordings(changed("wordings/requests.yml", (yaml) => yaml.replace("{code}", "")))).toThrow(invalid);
    expect(() => loadRequestWordings(changed("wordings/requests.yml", (yaml) => yaml.replace("{number}", "{nummer}")))).toThrow(invalid);
  });

  it("is refused with a pattern that cannot be read", () => {
    expect(() => loadRequestWordings(changed("wordings/requests.yml", (yaml) => yaml.replace("- ^(?:跳过", "- ^((?:跳过")))).toThrow(
      invalid,
    );
  });
});
