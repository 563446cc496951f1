import { writeFileSync } from "node:fs";
import { type Meaning, type Ranking, type RankingFeature, rankingFeatures } from "../../src/knowledge/ranking.js";
import { type Collected, qualityBy } from "./collect.js";
import { fitListwise, scoresOf } from "./listwise.js";
import { type Example, fitLogistic } from "./logistic.js";
import { meanQuality, type Quality } from "./metrics.js";

/** How much a question counts by its source. Residents' development questions are never fitted on: they tell the truth. */
const weightOf = { lay: 1, own: 0.3, resident: 0 } as const;

const folds = 5;
/** Of each list, how many of the best count for the calibration. */
const calibratedOn = 10;

/** Fits the ranker to all questions but the residents'. */
function fitRanking(collected: readonly Collected[]): Float64Array {
  const lists = collected.map(({ question, list }) => ({ ...list, weight: weightOf[question.source] })).filter(({ weight }) => weight > 0);
  return fitListwise(lists, rankingFeatures.length);
}

export type Refit = {
  /** Of questions ranked by a model that saw none of their fold. */
  readonly lay: Quality;
  readonly resident: Quality;
  readonly weights: Float64Array;
  readonly calibration: Ranking["calibration"];
};

/** Cross-validates the ranker by folds, then fits it to all, with the probability that a candidate is right (Platt, 1999). */
export function refitRanking(collected: readonly Collected[]): Refit {
  const scored: { readonly each: Collected; readonly scores: Float64Array }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const model = fitRanking(collected.filter(({ question }) => question.fold !== fold));
    for (const each of collected) if (each.question.fold === fold) scored.push({ each, scores: scoresOf(each.list.features, model) });
  }
  const quality = (source: "lay" | "resident") =>
    meanQuality(scored.filter(({ each }) => each.question.source === source).map(({ each, scores }) => qualityBy(each, scores)));
  return { lay: quality("lay"), resident: quality("resident"), weights: fitRanking(collected), calibration: calibrate(scored) };
}

function calibrate(scored: readonly { readonly each: Collected; readonly scores: Float64Array }[]): Ranking["calibration"] {
  const examples: Example[] = [];
  for (const { each, scores } of scored) {
    const best = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number)).slice(0, calibratedOn);
    for (const row of best)
      examples.push({
        features: [scores[row] as number],
        label: each.list.right.includes(row) ? 1 : 0,
        weight: weightOf[each.question.source],
      });
  }
  const { weights, intercept } = fitLogistic(examples.filter(({ weight }) => weight > 0));
  return { slope: weights[0] ?? 1, intercept };
}

/** The mean quality of a source's questions under the given coefficients. */
export function qualityUnder(
  collected: readonly Collected[],
  source: Collected["question"]["source"],
  weights: ArrayLike<number>,
): Quality {
  return meanQuality(
    collected.filter(({ question }) => question.source === source).map((each) => qualityBy(each, scoresOf(each.list.features, weights))),
  );
}

/** The coefficients of a ranking in the order of its features. */
export function coefficientsOf({ weights }: Ranking): Float64Array {
  return Float64Array.from(rankingFeatures, (name) => weights[name]);
}

/**
 * What the questions at hand cannot teach: none of them names an article or a 文号, and none has an office's own text among its right
 * answers, which that office wrote for just such questions.
 */
const assumed: Readonly<Partial<Record<RankingFeature, number>>> = { articleNamed: 2, documentNumberNamed: 2, ownText: 0.5, ownTitle: 7 };

/** Writes knowledge/ranking/KIND.yml. */
export function writeRanking(kind: Meaning, before: Ranking, { weights, calibration }: Refit): void {
  const lines = rankingFeatures.map((name, index) => `  ${name}: ${(assumed[name] ?? weights[index] ?? 0).toFixed(3)}`);
  writeFileSync(
    `knowledge/ranking/${kind}.yml`,
    `# How candidates are ranked where the vectors come from: ${comments[kind]}.
# A linear model over cheap features (src/retrieval/ranking/features.ts); articleNamed, documentNumberNamed, ownText and ownTitle are assumed, since no
# question at hand shows them, all else is fitted by \`npm run eval:retrieval -- --refit\`.
fusion: ${before.fusion}
candidates: ${before.candidates}
vocabulary: { official: ${before.vocabulary.official}, everyday: ${before.vocabulary.everyday} }
weights:
${lines.join("\n")}
calibration: { slope: ${calibration.slope.toFixed(3)}, intercept: ${calibration.intercept.toFixed(3)} }
`,
  );
}

const comments: Readonly<Record<Meaning, string>> = {
  words: "nowhere; words alone",
  static: "the word vectors that come with the package",
  model: "a model that somebody chose (fitted with bge-small-zh-v1.5)",
};
