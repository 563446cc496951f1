import { type Ranking, type RankingFeature, rankingFeatures } from "../../knowledge/ranking.js";
import type { Featured } from "./features.js";

/** A candidate in its place. */
export type Ranked = Featured & {
  /** The probability that the passage is a right one, as far as this passage alone tells. */
  readonly score: number;
};

/** Orders candidates by a linear model over their features, best first; of equal ones the lower chunk number. */
export function rank(featured: readonly Featured[], { weights, calibration }: Ranking): readonly Ranked[] {
  const coefficients = Float32Array.from(rankingFeatures, (name) => weights[name]);
  const linear = featured.map(({ features }) => {
    let sum = 0;
    for (let index = 0; index < features.length; index++) sum += (coefficients[index] as number) * (features[index] as number);
    return sum;
  });
  const order = featured.map((_, index) => index);
  order.sort((a, b) => (linear[b] as number) - (linear[a] as number) || chunkOf(featured[a]) - chunkOf(featured[b]));
  return order.map((index) => {
    const { candidate, fused, features } = featured[index] as Featured;
    return {
      candidate,
      fused,
      features,
      score: 1 / (1 + Math.exp(-(calibration.slope * (linear[index] as number) + calibration.intercept))),
    };
  });
}

function chunkOf(featured: Featured | undefined): number {
  return featured?.candidate.chunk ?? 0;
}

/** What a feature adds to a score: its value, its coefficient's share of the linear score. */
export type Share = { readonly feature: RankingFeature; readonly value: number; readonly share: number };

/** Every feature's part in a score, the largest first; the parts sum to the linear score. */
export function explain(features: Float32Array, { weights }: Ranking): readonly Share[] {
  return rankingFeatures
    .map((feature, index) => ({ feature, value: features[index] ?? 0, share: (features[index] ?? 0) * weights[feature] }))
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
}
