import { seededRandom } from "../distill-embedder/random.js";

export type Example = { readonly features: readonly number[]; readonly label: 0 | 1; readonly weight: number };
export type Logistic = { readonly intercept: number; readonly weights: readonly number[] };
export type Scored = { readonly probability: number; readonly label: 0 | 1; readonly weight: number };

const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));
const ridge = 0.5;
const steps = 12;

/**
 * Weighted logistic regression with a ridge, by Newton's method (iteratively reweighted least squares) on standardised features; weights are given
 * back in the features' own units.
 */
export function fitLogistic(examples: readonly Example[]): Logistic {
  const size = examples[0]?.features.length ?? 0;
  const total = examples.reduce((sum, each) => sum + each.weight, 0);
  const averageOf = (value: (each: Example) => number) => examples.reduce((sum, each) => sum + each.weight * value(each), 0) / total;
  const mean = Array.from({ length: size }, (_, index) => averageOf(({ features }) => features[index] ?? 0));
  const deviation = mean.map((average, index) => Math.sqrt(averageOf(({ features }) => ((features[index] ?? 0) - average) ** 2)) || 1);
  // the last is the intercept, which no ridge holds back
  const inputs = examples.map(({ features }) => [
    ...mean.map((average, index) => ((features[index] ?? 0) - average) / (deviation[index] as number)),
    1,
  ]);
  let weights = new Array<number>(size + 1).fill(0);
  for (let step = 0; step < steps; step++) {
    const slope = weights.map((weight, index) => (index < size ? ridge * weight : 0));
    const curve = slope.map((_, row) => slope.map((_, column) => (row === column ? (row < size ? ridge : 1e-9) : 0)));
    for (const [place, { label, weight }] of examples.entries()) {
      const input = inputs[place] as number[];
      const probability = sigmoid(dot(input, weights));
      for (let row = 0; row <= size; row++) {
        slope[row] = (slope[row] as number) + weight * (probability - label) * (input[row] as number);
        const held = weight * probability * (1 - probability) * (input[row] as number);
        const line = curve[row] as number[];
        for (let column = 0; column <= size; column++) line[column] = (line[column] as number) + held * (input[column] as number);
      }
    }
    const change = solved(curve, slope);
    weights = weights.map((weight, index) => weight - (change[index] as number));
  }
  const unscaled = mean.map((_, index) => (weights[index] as number) / (deviation[index] as number));
  return { intercept: (weights[size] as number) - dot(unscaled, mean), weights: unscaled };
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

/** Solves a small system of positive definite equations by Gaussian elimination. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, index) => [...row, right[index] as number]);
  for (const [place, pivot] of rows.entries())
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[place] as number) / (pivot[place] as number);
      for (let column = place; column < row.length; column++) row[column] = (row[column] as number) - factor * (pivot[column] as number);
    }
  return rows.map((row, index) => (row.at(-1) as number) / (row[index] as number));
}

/** The probability that a fitted model gives. */
export function predict(model: Logistic, features: readonly number[]): number {
  return sigmoid(features.reduce((sum, value, index) => sum + value * (model.weights[index] ?? 0), model.intercept));
}

/** The chance that a right one is scored above a wrong one. */
export function auroc(scored: readonly Scored[]): number {
  let won = 0;
  let pairs = 0;
  for (const right of scored.filter((each) => each.label === 1)) {
    for (const wrong of scored.filter((each) => each.label === 0)) {
      const weight = right.weight * wrong.weight;
      pairs += weight;
      if (right.probability > wrong.probability) won += weight;
      else if (right.probability === wrong.probability) won += weight / 2;
    }
  }
  return won / pairs;
}

/** What was said against what was so, by bins of the probability. */
export function reliability(scored: readonly Scored[], bins: number) {
  return Array.from({ length: bins }, (_, bin) => {
    const from = bin / bins;
    const to = (bin + 1) / bins;
    const inside = scored.filter(
      (each) => each.probability >= from && (each.probability < to || (bin === bins - 1 && each.probability <= to)),
    );
    const weight = inside.reduce((sum, each) => sum + each.weight, 0) || 1;
    return {
      from,
      to,
      count: inside.length,
      weight,
      right: inside.reduce((sum, each) => sum + each.weight * each.label, 0) / weight,
      said: inside.reduce((sum, each) => sum + each.weight * each.probability, 0) / weight,
    };
  }).filter((bin) => bin.count > 0);
}

/** The mean distance between what was said and what was so, over equally wide bins (expected calibration error: Naeini, Cooper and Hauskrecht 2015). */
export function calibrationError(scored: readonly Scored[], bins: number): number {
  const total = scored.reduce((sum, each) => sum + each.weight, 0);
  return reliability(scored, bins).reduce((sum, { weight, right, said }) => sum + (weight / total) * Math.abs(right - said), 0);
}

/** The calibration error that perfectly calibrated probabilities would show on so few rows, by chance alone: the mean of 200 drawings. */
export function chanceError(scored: readonly Scored[], bins: number): number {
  const draw = seededRandom(1);
  let sum = 0;
  for (let round = 0; round < drawings; round++)
    sum += calibrationError(
      scored.map((each) => ({ ...each, label: draw.next() < each.probability ? 1 : 0 })),
      bins,
    );
  return sum / drawings;
}

const drawings = 200;
