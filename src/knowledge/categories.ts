import { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";
import type { Category } from "../domain/request.js";
import { type CategoryModel, loadCategoryModel } from "./category-model.js";
import { readKnowledge } from "./read.js";

const words = z.string().transform((text) => text.split(/\s+/).filter((word) => word !== ""));
const category = z.strictObject({ level1: z.string(), level2: z.string(), level3: z.string().nullable() });
const schema = z.strictObject({
  fallback: category,
  urgent: words,
  calm: words,
  neutral: words,
  tree: z.record(
    z.string(),
    z.record(
      z.string(),
      z.strictObject({ strong: words.default([]), words: words.default([]), weak: words.default([]), level3: z.record(z.string(), words) }),
    ),
  ),
});

/** A second-level category and the words by which residents speak of it. */
export type CategoryWords = {
  readonly level1: string;
  readonly level2: string;
  /** Words that decide nearly alone. */
  readonly strong: readonly string[];
  readonly words: readonly string[];
  /** Words that only tip the scale where nothing else does. */
  readonly weak: readonly string[];
  /** Third-level names with their words. */
  readonly level3: ReadonlyMap<string, readonly string[]>;
};

/** The three-level category tree (留言分类三级标签) with its words, and the words of danger. */
export type Categories = {
  readonly all: readonly CategoryWords[];
  /** For a complaint that no word fits. */
  readonly fallback: Category;
  readonly urgent: readonly string[];
  /** Words that make it no matter of now, whatever else is said. */
  readonly calm: readonly string[];
  /** Words that say nothing of a category and hide the shorter ones inside them. */
  readonly neutral: readonly string[];
  /** What decides between the categories. */
  readonly model: CategoryModel;
};

/**
 * @throws ZhengwenError `knowledge_invalid` when `categories.yml` or the model beside it does not fit, or the fallback is not in the tree
 */
export function loadCategories(folder: string): Categories {
  const words = loadCategoryWords(folder);
  return { ...words, model: loadCategoryModel(folder, new Set(words.all.map(categoryName))) };
}

/**
 * The tree and its words without the model: what the model is fitted with.
 * @throws ZhengwenError `knowledge_invalid` when `categories.yml` does not fit, or its fallback is not in its tree
 */
export function loadCategoryWords(folder: string): Omit<Categories, "model"> {
  const { fallback, urgent, calm, neutral, tree } = readKnowledge(folder, "categories.yml", schema);
  const all = Object.entries(tree).flatMap(([level1, children]) =>
    Object.entries(children).map(([level2, own]) => ({ level1, level2, ...own, level3: new Map(Object.entries(own.level3)) })),
  );
  const known = all.some((one) => one.level1 === fallback.level1 && one.level2 === fallback.level2);
  if (!known)
    throw new ZhengwenError(
      "knowledge_invalid",
      `${folder}/categories.yml: the fallback ${fallback.level1}/${fallback.level2} is not in the tree`,
    );
  return { all, fallback, urgent, calm, neutral };
}

/** `level 1/level 2`, by which the model and the messages that it is fitted on name a category. */
export function categoryName({ level1, level2 }: Pick<Category, "level1" | "level2">): string {
  return `${level1}/${level2}`;
}
