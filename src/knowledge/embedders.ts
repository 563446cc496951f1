import { z } from "zod";
import { readKnowledge } from "./read.js";

const recipe = z.strictObject({
  models: z.string().min(1).refine(isPattern, "is not a regular expression").transform(toPattern),
  pooling: z.enum(["cls", "mean"]),
  query: z.string().default(""),
  passage: z.string().default(""),
});

function toPattern(source: string): RegExp {
  return new RegExp(source, "i");
}

function isPattern(source: string): boolean {
  try {
    return Boolean(toPattern(source));
  } catch {
    return false;
  }
}

const schema = z.strictObject({
  recipes: z.array(recipe),
  recommended: z.array(
    z.strictObject({
      name: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
      megabytes: z.number().positive(),
      dimension: z.number().int().positive(),
      note: z.string().min(1),
    }),
  ),
});

/** How a model wants its texts: which token vectors make the text's vector, and what is put before a question and a passage. */
export type EmbedderRecipe = { readonly pooling: "cls" | "mean"; readonly query: string; readonly passage: string };

/** A model on the hub that is worth trying: download in megabytes, numbers in a vector. */
export type RecommendedModel = z.infer<typeof schema>["recommended"][number];

export type EmbedderRecipes = {
  /** The recipe of a model by its names, the first that one knows; the mean without prefixes for an unknown one. */
  recipeFor(...names: readonly string[]): EmbedderRecipe;
  readonly recommended: readonly RecommendedModel[];
};

/** @throws ZhengwenError `knowledge_invalid` naming what is wrong in `embedders.yml`. */
export function loadEmbedderRecipes(folder: string): EmbedderRecipes {
  const { recipes, recommended } = readKnowledge(folder, "embedders.yml", schema);
  return {
    recipeFor: (...names) => {
      const found = recipes.find(({ models }) => names.some((name) => models.test(name)));
      return { pooling: found?.pooling ?? "mean", query: found?.query ?? "", passage: found?.passage ?? "" };
    },
    recommended,
  };
}
