import { ZhengwenError } from "../domain/errors.js";
import { type Categories, categoryName } from "../knowledge/categories.js";
import { type CategoryModel, categoryModelFile } from "../knowledge/category-model.js";
import type { WeightRow } from "../knowledge/weight-row.js";
import { staticEmbedderFolder } from "../models/embedder/choose.js";
import { softmax } from "../text/softmax.js";
import { type CategoryFeatures, openCategoryFeatures } from "./category-features.js";
import type { CueScores } from "./cue-scores.js";

/** How probable each category is, in the order of the tree, together 1; and what the cues said. */
export type CategoryProbabilities = { readonly probabilities: Float64Array; readonly cues: CueScores };

/**
 * The trained classifier, about a third of a millisecond for a message of a hundred characters.
 * @throws ZhengwenError `embedder_damaged`; `knowledge_invalid` when the model was fitted with other word vectors
 */
export function openCategoryProbabilities(categories: Categories): (text: string) => CategoryProbabilities {
  const { all, model } = categories;
  const features = openCategoryFeatures(categories, staticEmbedderFolder);
  if (features.fingerprint !== model.embedder || features.dimension !== model.meaning.length)
    throw new ZhengwenError(
      "knowledge_invalid",
      `${categoryModelFile} was fitted with other word vectors: fit it again (npx tsx scripts/fit-categories.ts)`,
    );
  const columns = all.map((category) => model.names.indexOf(categoryName(category)));
  return (text) => {
    const read = features.read(text);
    const sums = linearSums(model, read);
    const logits = columns.map(
      (column, index) =>
        (sums[column] as number) +
        model.cues.own * (read.ownCues[index] as number) +
        model.cues.level1 * (read.level1Cues[index] as number),
    );
    return { probabilities: softmax(Float64Array.from(logits)), cues: read.cues };
  };
}

function linearSums({ names, intercept, words, meaning }: CategoryModel, read: CategoryFeatures): Float64Array {
  const sums = new Float64Array(names.length);
  const add = ({ scale, values }: WeightRow, factor: number) => {
    for (let column = 0; column < values.length; column++)
      sums[column] = (sums[column] as number) + factor * scale * (values[column] as number);
  };
  add(intercept, 1);
  for (const word of read.words) {
    const row = words.get(word);
    if (row) add(row, read.wordShare);
  }
  for (const [index, row] of meaning.entries()) add(row, read.meaning[index] as number);
  return sums;
}
