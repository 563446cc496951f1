import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { categoryName, loadCategoryWords } from "../src/knowledge/categories.js";
import { categoryModelFile, formatCategoryModel } from "../src/knowledge/category-model.js";
import { staticEmbedderFolder } from "../src/models/embedder/choose.js";
import { knowledgeFolder } from "../src/paths.js";
import { openCategoryFeatures } from "../src/requests/category-features.js";
import { type CategoryExample, type CategoryFit, categoryModelOf, fitCategories, predictCategory } from "./measure/category-fit.js";
import { type CategoryMessage, heldOutCategoryMessages, ownCategoryMessages } from "./measure/category-messages.js";
import { foldOf, folds } from "./measure/questions.js";

/**
 * Fits knowledge/categories-model.tsv on our own messages (training/categories), nothing else, and prints how often it is right on folds that
 * the fitting did not see and on the messages that are never fitted on.
 *
 *   npx tsx scripts/fit-categories.ts
 */
const words = loadCategoryWords(knowledgeFolder);
const names = words.all.map(categoryName);
const { fingerprint, dimension, read } = openCategoryFeatures(words, staticEmbedderFolder);
const exampleOf = ({ text, name }: CategoryMessage): CategoryExample => {
  const category = names.indexOf(name);
  if (category < 0) throw new Error(`training/categories: ${name} is not in the tree`);
  return { features: read(text), category };
};
const print = (what: string, examples: readonly CategoryExample[], fitOf: (place: number) => CategoryFit) => {
  const right = { level1: 0, level1First3: 0, level2: 0, first3: 0 };
  for (const [place, { features, category }] of examples.entries()) {
    const probabilities = predictCategory(fitOf(place), features);
    const best = [...probabilities.keys()].sort((a, b) => (probabilities[b] as number) - (probabilities[a] as number)).slice(0, 3);
    const isLevel1Right = best.map((index) => words.all[index]?.level1 === words.all[category]?.level1);
    right.level1 += Number(isLevel1Right[0]);
    right.level1First3 += Number(isLevel1Right.includes(true));
    right.level2 += Number(best[0] === category);
    right.first3 += Number(best.includes(category));
  }
  const share = (hits: number) => (hits / examples.length).toFixed(3);
  process.stdout.write(
    `${what}, ${examples.length}: level 1 ${share(right.level1)}, first three ${share(right.level1First3)}; levels 1 and 2 ${share(right.level2)}, first three ${share(right.first3)}\n`,
  );
};

const messages = ownCategoryMessages();
const examples = messages.map(exampleOf);
const foldOfExample = messages.map(({ text }) => foldOf(text));
const heldOutFits = Array.from({ length: folds }, (_, fold) =>
  fitCategories(
    examples.filter((_, place) => foldOfExample[place] !== fold),
    names.length,
    dimension,
  ),
);
print("our own messages, folds not seen", examples, (place) => heldOutFits[foldOfExample[place] as number] as CategoryFit);
const fit = fitCategories(examples, names.length, dimension);
print("our own messages in another style, never fitted on", heldOutCategoryMessages().map(exampleOf), () => fit);
const comment =
  "Weights of words, meaning and cues by category. Fitted by scripts/fit-categories.ts; read by src/knowledge/category-model.ts.";
const content = formatCategoryModel(categoryModelOf(fit, names, fingerprint), comment);
writeFileSync(join(knowledgeFolder, categoryModelFile), content);
process.stdout.write(`${fit.words.size} words, ${(content.length / 1e6).toFixed(2)} MB written to knowledge/${categoryModelFile}\n`);
