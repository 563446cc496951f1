import { describe, expect, it } from "vitest";
import { type Bags, bagsOf, unitVectors } from "../../../scripts/distill-embedder/bags.js";
import { trainContrastive } from "../../../scripts/distill-embedder/contrastive.js";
import { meanOf, principalProjection } from "../../../scripts/distill-embedder/projection.js";
import { quantiseRows } from "../../../scripts/distill-embedder/quantise.js";
import { seededRandom } from "../../../scripts/distill-embedder/random.js";
import { fitRidge } from "../../../scripts/distill-embedder/ridge.js";
import { wordReader } from "../../../src/models/embedder/static/words.js";

const dimension = 16;
const words = ["暂住证", "居住证", "噪音", "噪声", "低保", "夫妻"];
const read = wordReader(words);
const weights = new Float32Array(words.length).fill(1);
const bags = (...texts: string[]): Bags => bagsOf(texts, read, weights);

function randomRows(count: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: count * dimension }, () => random.next() - 0.5);
}

function cosine(left: Float32Array, right: Float32Array): number {
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0) / Math.hypot(...left) / Math.hypot(...right);
}

describe("bags of words", () => {
  it("let a word that stands there four times count twice, and sum to 1", () => {
    const { weights: shares } = bags("噪音噪音，噪音，噪音；夫妻");
    expect([...shares]).toEqual([expect.closeTo(2 / 3, 6), expect.closeTo(1 / 3, 6)]);
  });

  it("hold nothing of a text without known words, whose vector is zeros", () => {
    expect(unitVectors(bags("hello"), randomRows(words.length, 1), dimension)).toEqual(new Float32Array(dimension));
  });
});

describe("ridge regression", () => {
  const texts = bags("暂住证", "居住证", "噪音噪声", "低保夫妻");
  const targets = randomRows(4, 2);
  const start = randomRows(words.length, 3);
  const rowsWith = (lambda: number) =>
    fitRidge(texts, targets, new Float32Array(4).fill(1), start, dimension, { lambda, steps: 40, progress: () => {} });

  it("makes the means of words the targets when nothing holds it back", () => {
    const rows = rowsWith(1e-6);
    const mean = (a: number, b: number) =>
      Array.from({ length: dimension }, (_, index) => ((rows[a * dimension + index] ?? 0) + (rows[b * dimension + index] ?? 0)) / 2);
    for (const [index, value] of mean(2, 3).entries()) expect(value).toBeCloseTo(targets[2 * dimension + index] ?? 0, 3);
  });

  it("stays at the start when the pull is strong", () => {
    for (const [index, value] of rowsWith(1e6).entries()) expect(value).toBeCloseTo(start[index] ?? 0, 4);
  });
});

describe("contrastive training", () => {
  const passages = bags("居住证", "噪声", "低保", "夫妻");
  const questions = bags("暂住证", "噪音");
  const train = (seed: number) =>
    trainContrastive(
      randomRows(words.length, 4),
      questions,
      passages,
      [
        { question: 0, golds: [0] },
        { question: 1, golds: [1] },
      ],
      {
        dimension,
        steps: 200,
        batch: 2,
        hard: 2,
        chance: 2,
        temperature: 0.1,
        learningRate: 1e-2,
        pull: 0,
        mineEvery: 50,
        seed,
        progress: () => {},
      },
    );

  it("brings everyday words to the official ones of their answers", () => {
    const rows = train(1);
    const asked = unitVectors(questions, rows, dimension);
    const found = unitVectors(passages, rows, dimension);
    const row = (vectors: Float32Array, index: number) => vectors.subarray(index * dimension, (index + 1) * dimension);
    for (const question of [0, 1]) {
      const cosines = [0, 1, 2, 3].map((passage) => cosine(row(asked, question), row(found, passage)));
      expect(cosines.indexOf(Math.max(...cosines))).toBe(question);
    }
  });

  it("gives the same rows for the same seed", () => {
    expect(train(7)).toEqual(train(7));
  });
});

describe("principal components", () => {
  it("keep the direction in which vectors differ most", () => {
    const random = seededRandom(5);
    const vectors = Float32Array.from(
      { length: 300 * dimension },
      (_, index) => (random.next() - 0.5) * (index % dimension === 3 ? 10 : 0.1),
    );
    const projected = principalProjection(vectors, dimension, 1).apply(vectors, meanOf(vectors, dimension));
    const spread = (values: Float32Array) => values.reduce((sum, value) => sum + value * value, 0);
    expect(spread(projected) / spread(vectors)).toBeGreaterThan(0.9);
  });
});

describe("four bits a number", () => {
  it("keep the direction of a row, and put its weight into the scale", () => {
    const rows = randomRows(words.length, 6);
    const half = quantiseRows(words, rows, new Float32Array(words.length).fill(0.5), dimension);
    const whole = quantiseRows(words, rows, weights, dimension);
    expect([...half.scales].map((scale) => scale * 2)).toEqual([...whole.scales].map((scale) => expect.closeTo(scale, 6)));
    const kept = Float32Array.from(whole.rows.subarray(0, dimension));
    expect(cosine(kept, rows.subarray(0, dimension))).toBeGreaterThan(0.99);
  });
});
