import type { CategoryModel } from "../../src/knowledge/category-model.js";
import { quantisedRow } from "../../src/knowledge/weight-row.js";
import type { CategoryFeatures } from "../../src/requests/category-features.js";
import { softmax } from "../../src/text/softmax.js";
import { addTo, learn, type Weights, weightsOf } from "./adagrad.js";

/** A message's features with the number of its category. */
export type CategoryExample = { readonly features: CategoryFeatures; readonly category: number };

const rounds = 5;
const ridge = 2e-5;
/** A category with few examples counts more for each, though not as much as one with many. */
const balance = 0.3;

/** Weights of a softmax regression; rows are of one number a category. */
export type CategoryFit = {
  readonly words: ReadonlyMap<string, Weights>;
  readonly meaning: readonly Weights[];
  readonly intercept: Weights;
  readonly cues: { readonly own: Weights; readonly level1: Weights };
};

/** Softmax regression by Adagrad with a ridge, the examples in an order that is always the same. */
export function fitCategories(examples: readonly CategoryExample[], categories: number, dimension: number): CategoryFit {
  const words = new Map<string, Weights>();
  for (const { features } of examples)
    for (const word of features.words) if (!words.has(word)) words.set(word, weightsOf(categories, 0.01));
  const meaning = Array.from({ length: dimension }, () => weightsOf(categories, 0.01));
  const cues = { own: weightsOf(1, 1), level1: weightsOf(1, 1) };
  const fit: CategoryFit = { words, meaning, intercept: weightsOf(categories, 1), cues };
  const counts = new Float64Array(categories);
  for (const { category } of examples) counts[category] = (counts[category] as number) + 1;
  for (let round = 0; round < rounds; round++)
    for (let step = 0; step < examples.length; step++) {
      const { features, category } = examples[(step * 7919 + round * 31) % examples.length] as CategoryExample;
      const weight = (examples.length / categories / (counts[category] as number)) ** balance;
      const errors = predictCategory(fit, features).map((probability, index) => weight * (probability - (index === category ? 1 : 0)));
      for (const word of features.words) learn(words.get(word) as Weights, errors, features.wordShare, ridge);
      for (const [index, row] of meaning.entries()) learn(row, errors, features.meaning[index] as number, ridge);
      learn(fit.intercept, errors, 1, 0);
      learn(cues.own, Float64Array.of(dot(errors, features.ownCues)), 1, 0);
      learn(cues.level1, Float64Array.of(dot(errors, features.level1Cues)), 1, 0);
    }
  return fit;
}

/** How probable each category is. */
export function predictCategory({ words, meaning, intercept, cues }: CategoryFit, features: CategoryFeatures): Float64Array {
  const own = cues.own.values[0] as number;
  const level1 = cues.level1.values[0] as number;
  const logits = intercept.values.map(
    (value, index) => value + own * (features.ownCues[index] as number) + level1 * (features.level1Cues[index] as number),
  );
  for (const word of features.words) {
    const row = words.get(word);
    if (row) addTo(logits, row, features.wordShare);
  }
  for (const [index, row] of meaning.entries()) addTo(logits, row, features.meaning[index] as number);
  return softmax(logits);
}

/** The fit as it is shipped: a byte a weight. */
export function categoryModelOf(fit: CategoryFit, names: readonly string[], embedder: string): CategoryModel {
  const words = [...fit.words].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, row]) => [word, quantisedRow(row.values)] as const);
  return {
    names,
    embedder,
    intercept: quantisedRow(fit.intercept.values),
    words: new Map(words),
    meaning: fit.meaning.map(({ values }) => quantisedRow(values)),
    cues: { own: fit.cues.own.values[0] as number, level1: fit.cues.level1.values[0] as number },
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] as number), 0);
}
