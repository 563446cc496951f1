import type { Category } from "../domain/request.js";
import type { Categories } from "../knowledge/categories.js";
import { cueFinder } from "../text/cues.js";
import { toSimplified } from "../text/traditional.js";
import { openCategoryProbabilities } from "./category-probabilities.js";

/** What a description suggests: the best category, the next two, and whether it cannot wait. */
export type Classified = { readonly category: Category | null; readonly alternatives: readonly Category[]; readonly urgent: boolean };

/** Without a single cue, below this probability nothing speaks for any category (哈哈, 就在门口). */
const leastProbability = 0.15;

/**
 * Suggests categories: the three most probable ones by the trained model, their third level by the cues. A text that speaks for no category has
 * none (null).
 * @throws ZhengwenError `embedder_damaged`, `knowledge_invalid` as `openCategoryProbabilities`
 */
export function openClassifier(categories: Categories): (description: string) => Classified {
  const probabilitiesOf = openCategoryProbabilities(categories);
  const findUrgent = cueFinder(categories.urgent);
  const findCalm = cueFinder(categories.calm);

  return (description) => {
    const text = toSimplified(description);
    const { probabilities, cues } = probabilitiesOf(text);
    const order = [...probabilities.keys()].sort((a, b) => (probabilities[b] as number) - (probabilities[a] as number));
    const isTold = cues.scores.some((score) => score > 0) || (probabilities[order[0] as number] as number) >= leastProbability;
    const [category, ...alternatives] = isTold
      ? order.slice(0, 3).flatMap((index): Category[] => {
          const found = categories.all[index];
          return found ? [{ level1: found.level1, level2: found.level2, level3: cues.level3Of(index) }] : [];
        })
      : [];
    const urgent = findUrgent(text).length > 0 && findCalm(text).length === 0;
    return { category: category ?? null, alternatives, urgent };
  };
}
