import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { heldOutCategoryMessages } from "../../scripts/measure/category-messages.js";
import { loadCategories } from "../../src/knowledge/categories.js";
import { knowledgeFolder } from "../../src/paths.js";
import { openClassifier } from "../../src/requests/classify.js";
import { ownComplaints } from "../fixtures/complaints.js";

const categories = loadCategories(knowledgeFolder);
const classify = openClassifier(categories);
const named = (text: string) => {
  const { category } = classify(text);
  return category && `${category.level1}/${category.level2}/${category.level3}`;
};

describe("the category", () => {
  it.each([
    ["路灯三天不亮了", "城乡建设/城市建设和市政管理/城市公共设施"],
    ["整栋楼停水", "城乡建设/城市建设和市政管理/自来水供应"],
    ["工伤保险公司不肯认", "劳动和社会保障/城镇职工社会保险/职工工伤保险"],
    ["楼下酒吧低音炮吵到半夜", "环境保护/环境污染/噪音污染"],
    ["楼上嗰户成日高空抛物", "政法/社会治安/治安案件"],
    ["电动车推入楼道充电", "政法/社会治安/消防安全"],
    ["老人院护工态度好差", "民政/福利慈善/福利事业"],
  ])("%s → %s", (text, category) => {
    expect(named(text)).toBe(category);
  });

  it("comes with the next two, all different", () => {
    const { category, alternatives } = classify("物业不管垃圾，楼下烧烤油烟又大");
    const all = [category, ...alternatives].map((one) => `${one?.level1}/${one?.level2}`);
    expect(alternatives).toHaveLength(2);
    expect(new Set(all).size).toBe(3);
  });

  it.each(["哈哈", "好的谢谢", "就在3栋后面", ""])("is none where nothing speaks for any: %j", (text) => {
    expect(classify(text)).toEqual({ category: null, alternatives: [], urgent: false });
  });

  it.each([
    ["干了半年活，头儿一分钱没给我们结", "劳动和社会保障"],
    ["上游整天放白沫下来，鸭子都不肯下水", "环境保护"],
    ["村里几十年的老果园说收就收", "农村农业"],
  ])("is found by meaning in everyday words: %s → %s", (text, level1) => {
    const { category, alternatives } = classify(text);
    expect([category, ...alternatives].map((one) => one?.level1)).toContain(level1);
  });

  it("is the same in traditional characters", () => {
    expect(classify("樓上裝修，我家廁所漏水")).toEqual(classify("楼上装修，我家厕所漏水"));
  });

  it("is always in the tree", () => {
    const known = new Set(categories.all.map(({ level1, level2 }) => `${level1}/${level2}`));
    for (const { text } of ownComplaints) {
      const { category, alternatives } = classify(text);
      for (const one of [category, ...alternatives]) if (one) expect(known).toContain(`${one.level1}/${one.level2}`);
    }
  });
});

describe("what cannot wait", () => {
  it.each([
    "有人触电了",
    "煤气漏出来了，成层楼都系味",
    "路口井盖冇咗",
    "电线掉地上冒火花",
    "阳台护栏断了快掉下来",
    "食堂吃完饭十几个人送医院",
  ])("%s", (text) => {
    expect(classify(text).urgent).toBe(true);
  });

  it.each(["路灯坏了", "停水一天", "消防通道停满车", "怎么预防煤气泄漏", "楼下飞线充电", "井盖响得睡不着"])("%s can", (text) => {
    expect(classify(text).urgent).toBe(false);
  });
});

describe("how often it is right", () => {
  it("on own complaints", () => {
    const right = ownComplaints.filter(({ text, categories: wanted }) => wanted.some((one) => named(text)?.startsWith(`${one}/`))).length;
    const urgency = ownComplaints.filter(({ text, urgent }) => classify(text).urgent === urgent).length;
    expect(right / ownComplaints.length).toBeGreaterThanOrEqual(0.9);
    expect(urgency / ownComplaints.length).toBeGreaterThanOrEqual(0.95);
  });

  it("on own messages in another style that it was not fitted on", () => {
    const messages = heldOutCategoryMessages();
    const offered = messages.map(({ text, name }) => {
      const { category, alternatives } = classify(text);
      return [category, ...alternatives].findIndex((one) => `${one?.level1}/${one?.level2}` === name);
    });
    expect(offered.filter((place) => place === 0).length / messages.length).toBeGreaterThanOrEqual(0.82);
    expect(offered.filter((place) => place !== -1).length / messages.length).toBeGreaterThanOrEqual(0.94);
  });

  const rows = new URL("../../../shared/data/messages/messages.jsonl", import.meta.url);
  it.skipIf(!existsSync(rows))("on the development messages, first level", () => {
    const messages = readFileSync(rows, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { title: string; text: string; category: string });
    const right = messages.filter(({ title, text, category }) => classify(`${title}。${text}`).category?.level1 === category).length;
    console.log(`first level on ${messages.length} messages: ${(right / messages.length).toFixed(3)}, floor 0.85`);
    expect(right / messages.length).toBeGreaterThanOrEqual(0.85);
  });
});
