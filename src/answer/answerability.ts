import type { Answerability, AnswerabilityFeature } from "../knowledge/answerability.js";
import type { Hit } from "../retrieval/index.js";
import { termsOf } from "../retrieval/tokens.js";

/**
 * What the retrieval says of its own success: the share of the question that the best passage holds, its score in words as rare as can be, the gap to the next,
 * how many of the best share its document, how much is asked, and whether a local fact is asked for.
 */
export function answerabilityFeaturesOf(
  question: string,
  hits: readonly Hit[],
  model: Pick<Answerability, "localFact">,
): Readonly<Record<AnswerabilityFeature, number>> {
  const [first, second] = hits;
  const best = hits.slice(0, 5);
  const sameDocument = best.filter((hit) => hit.version.versionId === first?.version.versionId).length;
  const sameTitle = best.filter((hit) => hit.version.title === first?.version.title).length;
  return {
    coverage: first?.coverage ?? 0,
    topScore: Math.log1p(first?.strength ?? 0),
    gap: first && second ? (first.score - second.score) / first.score : first ? 1 : 0,
    agreement: Math.max(sameDocument, sameTitle) / 5,
    terms: Math.log1p(new Set(termsOf(question)).size),
    localFact: model.localFact.some((cue) => cue.test(question)) ? 1 : 0,
  };
}

/** The probability that the best passages answer the question (logistic regression). */
export function answerProbability(features: Readonly<Record<AnswerabilityFeature, number>>, model: Answerability): number {
  let sum = model.intercept;
  for (const [name, weight] of Object.entries(model.weights)) sum += weight * features[name as AnswerabilityFeature];
  return 1 / (1 + Math.exp(-sum));
}
