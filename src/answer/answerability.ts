import type { Answerability, AnswerabilityFeature } from "../knowledge/answerability.js";
import type { WhatIsAsked } from "../knowledge/what-is-asked.js";
import type { Hit } from "../retrieval/index.js";
import { termsOf } from "../retrieval/tokens.js";
import { characterRuns } from "../text/character-runs.js";

/**
 * What the retrieval says of its own success: how sure the ranker is of the best passage (log-odds), how far it is ahead of the next, the share of
 * the question that it holds, how many of the best share its document; how much is asked; and what is asked, a rule or a local and current
 * fact, by the characters of the question (log-odds) and by cues.
 */
export function answerabilityFeaturesOf(
  question: string,
  hits: readonly Hit[],
  model: Pick<Answerability, "localFact">,
  whatIsAsked: WhatIsAsked,
): Readonly<Record<AnswerabilityFeature, number>> {
  const [first, second] = hits;
  const best = hits.slice(0, 5);
  const sameDocument = best.filter((hit) => hit.version.versionId === first?.version.versionId).length;
  const sameTitle = best.filter((hit) => hit.version.title === first?.version.title).length;
  return {
    topScore: first ? logOdds(first.score) : -nearlyCertain,
    gap: first ? logOdds(first.score) - (second ? logOdds(second.score) : -nearlyCertain) : 0,
    coverage: first?.coverage ?? 0,
    agreement: Math.max(sameDocument, sameTitle) / 5,
    terms: Math.log1p(new Set(termsOf(question)).size),
    rule: ruleLogOdds(question, whatIsAsked),
    localFact: model.localFact.some((cue) => cue.test(question)) ? 1 : 0,
  };
}

/** Log-odds that a rule is asked for, and not a local or current fact (logistic regression over runs of characters). */
export function ruleLogOdds(question: string, { weights, intercept }: WhatIsAsked): number {
  const runs = characterRuns(question);
  let sum = 0;
  for (const run of runs) sum += weights.get(run) ?? 0;
  return intercept + sum / Math.sqrt(runs.size);
}

/** Log-odds beyond which nothing is told apart. */
const nearlyCertain = 8;

function logOdds(probability: number): number {
  if (probability <= 0) return -nearlyCertain;
  if (probability >= 1) return nearlyCertain;
  return Math.max(-nearlyCertain, Math.min(nearlyCertain, Math.log(probability / (1 - probability))));
}

/** The probability that the best passages answer the question (logistic regression). */
export function answerProbability(features: Readonly<Record<AnswerabilityFeature, number>>, model: Answerability): number {
  let sum = model.intercept;
  for (const [name, weight] of Object.entries(model.weights)) sum += weight * features[name as AnswerabilityFeature];
  return 1 / (1 + Math.exp(-sum));
}
