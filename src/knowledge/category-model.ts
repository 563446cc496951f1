import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ZhengwenError } from "../domain/errors.js";
import { formatWeightRow, readWeightRow, type WeightRow } from "./weight-row.js";

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

/**
 * Reads the model, one row a line: what it is, its name, its scale, its numbers (bytes, base64).
 * @param names `level 1/level 2` of the tree's categories
 * @throws ZhengwenError `knowledge_invalid` naming what is missing, cannot be read or is not in the tree
 */
export function loadCategoryModel(folder: string, names: ReadonlySet<string>): CategoryModel {
  const path = join(folder, categoryModelFile);
  const invalid = (what: string, cause?: unknown) => new ZhengwenError("knowledge_invalid", `${path}: ${what}`, { cause });
  let columns: readonly string[] | undefined;
  let embedder: string | undefined;
  let cues: CategoryModel["cues"] | undefined;
  let intercept: WeightRow | undefined;
  const words = new Map<string, WeightRow>();
  const meaning: WeightRow[] = [];
  for (const [index, line] of contentOf(path, invalid).split("\n").entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const [kind, name = "", ...rest] = line.split("\t");
    const row = () => {
      const read = columns && readWeightRow(rest, columns.length);
      if (!read) throw invalid(`line ${index + 1}: not a scale and a number for each category`);
      return read;
    };
    if (kind === "categories") columns = [name, ...rest];
    else if (kind === "embedder") embedder = name;
    else if (kind === "cues") cues = { own: Number(name), level1: Number(rest[0]) };
    else if (kind === "intercept") intercept = row();
    else if (kind === "meaning") meaning.push(row());
    else if (kind === "word" && name !== "") words.set(name, row());
    else throw invalid(`line ${index + 1}: not a line of a model`);
  }
  if (!columns || !embedder || !intercept || !cues || !Number.isFinite(cues.own + cues.level1) || meaning.length === 0)
    throw invalid("categories, embedder, cues, intercept or meaning missing");
  if (columns.length !== names.size || columns.some((name) => !names.has(name)))
    throw invalid("its categories are not those of categories.yml: fit it again (npx tsx scripts/fit-categories.ts)");
  return { names: columns, intercept, words, meaning, embedder, cues };
}

/** A model as `loadCategoryModel` reads it, under a first line that says where it comes from. */
export function formatCategoryModel({ names, intercept, words, meaning, embedder, cues }: CategoryModel, comment: string): string {
  const row = (kind: string, name: string, weights: WeightRow) => `${kind}\t${name}\t${formatWeightRow(weights)}`;
  return [
    `# ${comment}`,
    ["categories", ...names].join("\t"),
    `embedder\t${embedder}`,
    `cues\t${cues.own.toFixed(4)}\t${cues.level1.toFixed(4)}`,
    row("intercept", "", intercept),
    ...meaning.map((each, index) => row("meaning", String(index), each)),
    ...[...words].map(([word, each]) => row("word", word, each)),
    "",
  ].join("\n");
}

function contentOf(path: string, invalid: (what: string, cause: unknown) => ZhengwenError): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw invalid("cannot be read", cause);
  }
}
