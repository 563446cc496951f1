import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ranking, type RankingFeature, rankingFeatures } from "../../../src/knowledge/ranking.js";
import type { Featured } from "../../../src/retrieval/ranking/features.js";
import { explain, rank } from "../../../src/retrieval/ranking/rank.js";
import { rankingBy } from "../../fixtures/ranking.js";

function featured(chunk: number, given: Partial<Record<RankingFeature, number>>): Featured {
  const candidate = { chunk } as Featured["candidate"];
  return { candidate, fused: 0, features: Float32Array.from(rankingFeatures, (name) => given[name] ?? 0) };
}

const number = fc.integer({ min: -300, max: 300 }).map((hundredths) => hundredths / 100);
const features = fc.array(number, { minLength: rankingFeatures.length, maxLength: rankingFeatures.length });
const ranking = features.map((weights) =>
  rankingBy(Object.fromEntries(rankingFeatures.map((name, index) => [name, weights[index] as number]))),
);

const linear = ({ features: values }: Featured, { weights }: Ranking) =>
  rankingFeatures.reduce((sum, name, index) => sum + weights[name] * (values[index] as number), 0);

describe("the ranking", () => {
  it("puts first what the linear model scores highest", () => {
    fc.assert(
      fc.property(fc.array(features, { maxLength: 10 }), ranking, (rows, model) => {
        const list = rows.map((row, chunk) => ({ ...featured(chunk, {}), features: Float32Array.from(row) }));
        const ranked = rank(list, model);
        expect(ranked.map(({ candidate }) => candidate.chunk).sort()).toEqual(list.map(({ candidate }) => candidate.chunk).sort());
        for (const [index, each] of ranked.entries())
          if (index > 0) expect(linear(each, model)).toBeLessThanOrEqual(linear(ranked[index - 1] as Featured, model) + 1e-3);
      }),
    );
  });

  it("puts the lower number first of equal ones", () => {
    const ranked = rank([featured(5, { words: 1 }), featured(2, { words: 1 }), featured(9, { words: 2 })], rankingBy({ words: 1 }));
    expect(ranked.map(({ candidate }) => candidate.chunk)).toEqual([9, 2, 5]);
  });

  it("gives the probability that the calibration makes of a score", () => {
    const model = { ...rankingBy({ words: 2 }), calibration: { slope: 3, intercept: -4 } };
    const [best] = rank([featured(0, { words: 0.5 })], model);
    expect(best?.score).toBeCloseTo(1 / (1 + Math.exp(-(3 * 1 - 4))), 6);
  });

  it("keeps probabilities between 0 and 1 and in the order of the scores", () => {
    const ranked = rank(
      [-1e6, -1, 0, 1, 1e6].map((words, chunk) => featured(chunk, { words })),
      rankingBy({ words: 1 }),
    );
    const scores = ranked.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect([Math.max(...scores), Math.min(...scores)]).toEqual([1, 0]);
  });
});

describe("the explanation of a score", () => {
  it("has a share for every feature, which sum to the linear score", () => {
    fc.assert(
      fc.property(features, ranking, (row, model) => {
        const each = { ...featured(0, {}), features: Float32Array.from(row) };
        const shares = explain(each.features, model);
        expect(shares.map(({ feature }) => feature).sort()).toEqual(rankingFeatures.toSorted());
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(linear(each, model), 4);
      }),
    );
  });

  it("names the largest shares first, whatever their sign", () => {
    const shares = explain(featured(0, { words: 1, age: 1, local: 1 }).features, rankingBy({ words: 0.5, age: -2, local: 1 }));
    expect(shares.slice(0, 3)).toEqual([
      { feature: "age", value: 1, share: -2 },
      { feature: "local", value: 1, share: 1 },
      { feature: "words", value: 1, share: 0.5 },
    ]);
  });
});
