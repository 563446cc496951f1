import { describe, expect, it } from "vitest";
import { loadCategories } from "../../src/knowledge/categories.js";
import { knowledgeFolder } from "../../src/paths.js";
import { openCategoryProbabilities } from "../../src/requests/category-probabilities.js";

const categories = loadCategories(knowledgeFolder);
const probabilitiesOf = openCategoryProbabilities(categories);

describe("the probabilities of the categories", () => {
  it.each(["", "楼下烧烤油烟大", "路灯不亮".repeat(500)])("are one for each and together 1 (%#)", (text) => {
    const { probabilities } = probabilitiesOf(text);
    expect(probabilities).toHaveLength(categories.all.length);
    expect(probabilities.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
  });

  it("are high for a plain matter and low for none", () => {
    const highest = (text: string) => Math.max(...probabilitiesOf(text).probabilities);
    expect(highest("老板三个月没发工资")).toBeGreaterThan(0.7);
    expect(highest("好的谢谢")).toBeLessThan(0.15);
  });

  it("are refused when the model was fitted with other word vectors", () => {
    expect(() => openCategoryProbabilities({ ...categories, model: { ...categories.model, embedder: "other" } })).toThrow(
      expect.objectContaining({ code: "knowledge_invalid" }),
    );
  });
});
