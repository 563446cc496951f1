import type { Answerability, FoundFeature } from "../knowledge/answerability.js";
import type { AsksForRule } from "../knowledge/asks-for-rule.js";
import type { Hit } from "../retrieval/index.js";
import { characterRuns } from "../text/character-runs.js";

/** How sure it is that what was found answers: probabilities. */
export type Answerable = {
  /** A rule is asked for, and not a local or current fact that no published text holds. */
  readonly asksForRule: number;
  /** The right article is cited: a rule is asked for, and it was found. */
  readonly answers: number;
};

/** The probability that what was found answers: that a rule is asked for, times that the right one was found if one is. */
export function answerabilityOf(
  question: string,
  hits: readonly Hit[],
  { answerability, ruleCues }: { readonly answerability: Answerability; readonly ruleCues: AsksForRule },
): Answerable {
  const { intercept, weight } = answerability.asksForRule;
  const asksForRule = sigmoid(intercept + weight * ruleLogOdds(question, ruleCues));
  const [first] = hits;
  if (!first) return { asksForRule, answers: 0 };
  const model = answerability.found[first.rankedBy];
  const features = foundFeaturesOf(hits);
  let sum = model.intercept;
  for (const [name, coefficient] of Object.entries(model.weights)) sum += coefficient * features[name as FoundFeature];
  return { asksForRule, answers: asksForRule * sigmoid(sum) };
}

/**
 * What the retrieval says of its own success: how sure the ranker is of the best passage (log-odds), how far it is ahead of the next, the share of
 * the question that it holds (0 … 1), and the share of the best five that are of its document.
 */
export function foundFeaturesOf(hits: readonly Hit[]): Readonly<Record<FoundFeature, number>> {
  const [first, second] = hits;
  const best = hits.slice(0, 5);
  const sameDocument = best.filter((hit) => hit.version.versionId === first?.version.versionId).length;
  const sameTitle = best.filter((hit) => hit.version.title === first?.version.title).length;
  return {
    topScore: first ? logOdds(first.score) : -nearlyCertain,
    gap: first ? logOdds(first.score) - (second ? logOdds(second.score) : -nearlyCertain) : 0,
    coverage: first?.coverage ?? 0,
    agreement: Math.max(sameDocument, sameTitle) / 5,
  };
}

/** Log-odds that a rule is asked for, and not a local or current fact (logistic regression over runs of characters). */
export function ruleLogOdds(question: string, { weights, intercept }: AsksForRule): number {
  const runs = characterRuns(question);
  let sum = 0;
  for (const run of runs) sum += weights.get(run) ?? 0;
  return intercept + sum / Math.sqrt(Math.max(1, runs.size));
}

/** Log-odds beyond which nothing is told apart. */
const nearlyCertain = 8;

function logOdds(probability: number): number {
  if (probability <= 0) return -nearlyCertain;
  if (probability >= 1) return nearlyCertain;
  return Math.max(-nearlyCertain, Math.min(nearlyCertain, Math.log(probability / (1 - probability))));
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
