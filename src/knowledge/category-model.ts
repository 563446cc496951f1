import { join } from "node:path";
import { ZhengwenError } from "../domain/errors.js";
import { formatWeightFile, readWeightFile } from "./weight-file.js";
import type { WeightRow } from "./weight-row.js";

/** A softmax regression over a message's words, its meaning and its cues; `scripts/fit-categories.ts` fits it. */
export type CategoryModel = {
  /** `level 1/level 2` of each number in a row. */
  readonly names: readonly string[];
  readonly intercept: WeightRow;
  /** What each word says for and against every category. */
  readonly words: ReadonlyMap<string, WeightRow>;
  /** What each number of the static embedder's vector says. */
  readonly meaning: readonly WeightRow[];
  /** The word vectors that it was fitted with: with others its weights mean nothing. */
  readonly embedder: string;
  /** What the logarithm of a category's score by its cues counts for, and that of its first level's. */
  readonly cues: { readonly own: number; readonly level1: number };
};

export const categoryModelFile = "categories-model.tsv";

const lines = { classes: "categories", fields: ["categories", "embedder", "cues"], rows: ["intercept", "meaning", "word"] };

/**
 * Reads the model.
 * @param names `level 1/level 2` of the tree's categories
 * @throws ZhengwenError `knowledge_invalid` naming what is missing, cannot be read or is not in the tree
 */
export function loadCategoryModel(folder: string, names: ReadonlySet<string>): CategoryModel {
  const path = join(folder, categoryModelFile);
  const { fields, rows } = readWeightFile(path, lines);
  const [columns, [embedder = ""], [own, level1]] = lines.fields.map((field) => fields.get(field) ?? []) as [string[], string[], string[]];
  const cues = { own: Number(own), level1: Number(level1) };
  if (embedder === "" || !Number.isFinite(cues.own + cues.level1))
    throw new ZhengwenError("knowledge_invalid", `${path}: embedder or cues`);
  if (columns.length !== names.size || columns.some((name) => !names.has(name)))
    throw new ZhengwenError(
      "knowledge_invalid",
      `${path}: its categories are not those of categories.yml: fit it again (npx tsx scripts/fit-categories.ts)`,
    );
  const [intercept, meaning, words] = lines.rows.map((kind) => rows.get(kind) ?? new Map()) as Map<string, WeightRow>[];
  return {
    names: columns,
    intercept: intercept?.values().next().value as WeightRow,
    words: words ?? new Map(),
    meaning: [...(meaning?.values() ?? [])],
    embedder,
    cues,
  };
}

/** A model as `loadCategoryModel` reads it, under a first line that says where it comes from. */
export function formatCategoryModel({ names, intercept, words, meaning, embedder, cues }: CategoryModel, comment: string): string {
  const fields = new Map([
    ["categories", names],
    ["embedder", [embedder]],
    ["cues", [cues.own.toFixed(4), cues.level1.toFixed(4)]],
  ]);
  const rows = new Map<string, ReadonlyMap<string, WeightRow>>([
    ["intercept", new Map([["", intercept]])],
    ["meaning", new Map(meaning.map((row, index) => [String(index), row]))],
    ["word", words],
  ]);
  return formatWeightFile({ fields, rows }, comment);
}
