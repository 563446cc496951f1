import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadEmbedderRecipes } from "../../src/knowledge/embedders.js";
import { knowledgeFolder } from "../../src/paths.js";
import { temporaryFolder } from "../fixtures/home.js";

const { recipeFor, recommended } = loadEmbedderRecipes(knowledgeFolder);
const bgeQuery = "为这个句子生成表示以用于检索相关文章：";

describe("the recipe of a model", () => {
  it.each([
    ["Xenova/bge-small-zh-v1.5", { pooling: "cls", query: bgeQuery, passage: "" }],
    ["BAAI/bge-large-zh", { pooling: "cls", query: bgeQuery, passage: "" }],
    ["/srv/models/BGE-M3", { pooling: "cls", query: "", passage: "" }],
    ["Xenova/multilingual-e5-small", { pooling: "mean", query: "query: ", passage: "passage: " }],
    ["thenlper/gte-base-zh", { pooling: "cls", query: "", passage: "" }],
    ["Xenova/gte-small", { pooling: "mean", query: "", passage: "" }],
    ["shibing624/text2vec-base-chinese", { pooling: "mean", query: "", passage: "" }],
    ["moka-ai/m3e-base", { pooling: "mean", query: "", passage: "" }],
    ["somebody/unheard-of", { pooling: "mean", query: "", passage: "" }],
  ])("%s", (name, recipe) => {
    expect(recipeFor(name)).toEqual(recipe);
  });

  it("is found by the name that its makers gave a model, whatever its folder is called", () => {
    expect(recipeFor("/srv/model", "BAAI/bge-base-zh-v1.5").pooling).toBe("cls");
  });
});

describe("the recommended models", () => {
  it("each have a recipe that fits their name", () => {
    for (const { name } of recommended) expect(recipeFor(name)).not.toEqual(recipeFor("somebody/unheard-of"));
  });
});

describe("a list of models that cannot be read", () => {
  it.each([
    ["a pooling that there is not", "recipes: [{ models: x, pooling: max }]\nrecommended: []", /pooling/],
    ["a misspelt word", "recipes: [{ models: x, pooling: cls, prefix: y }]\nrecommended: []", /prefix/],
    ["a pattern that is none", "recipes: [{ models: '(', pooling: cls }]\nrecommended: []", /recipes\.0\.models/],
    ["a name that is none", "recipes: []\nrecommended: [{ name: bge, megabytes: 1, dimension: 1, note: x }]", /recommended\.0\.name/],
  ])("names %s", (_, content, message) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "embedders.yml"), content);
    expect(() => loadEmbedderRecipes(folder)).toThrow(
      expect.objectContaining({ code: "knowledge_invalid", message: expect.stringMatching(message) }),
    );
  });
});
