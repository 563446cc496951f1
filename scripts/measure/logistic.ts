export type Example = { readonly features: readonly number[]; readonly label: 0 | 1; readonly weight: number };
export type Logistic = { readonly intercept: number; readonly weights: readonly number[] };
export type Scored = { readonly probability: number; readonly label: 0 | 1; readonly weight: number };

const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));
const ridge = 0.5;

/** Weighted logistic regression with a ridge, by gradient descent on standardised features; weights are given back in the features' own units. */
export function fitLogistic(examples: readonly Example[]): Logistic {
  const size = examples[0]?.features.length ?? 0;
  const total = examples.reduce((sum, each) => sum + each.weight, 0);
  const mean = Array.from(
    { length: size },
    (_, index) => examples.reduce((sum, each) => sum + each.weight * (each.features[index] ?? 0), 0) / total,
  );
  const deviation = mean.map(
    (average, index) =>
      Math.sqrt(examples.reduce((sum, each) => sum + each.weight * ((each.features[index] ?? 0) - average) ** 2, 0) / total) || 1,
  );
  const weights = new Array<number>(size).fill(0);
  let intercept = 0;
  for (let round = 0; round < 4000; round++) {
    const gradient = weights.map((weight) => ridge * weight);
    let interceptGradient = 0;
    for (const { features, label, weight } of examples) {
      const scaled = features.map((value, index) => (value - (mean[index] ?? 0)) / (deviation[index] ?? 1));
      const error = weight * (sigmoid(scaled.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), intercept)) - label);
      for (const [index, value] of scaled.entries()) gradient[index] = (gradient[index] ?? 0) + error * value;
      interceptGradient += error;
    }
    for (const [index, slope] of gradient.entries()) weights[index] = (weights[index] ?? 0) - (0.8 * slope) / total;
    intercept -= (0.8 * interceptGradient) / total;
  }
  const unscaled = weights.map((weight, index) => weight / (deviation[index] ?? 1));
  return { intercept: intercept - unscaled.reduce((sum, weight, index) => sum + weight * (mean[index] ?? 0), 0), weights: unscaled };
}

/** The probability that a fitted model gives. */
export function predict(model: Logistic, features: readonly number[]): number {
  return sigmoid(features.reduce((sum, value, index) => sum + value * (model.weights[index] ?? 0), model.intercept));
}

/** Every example scored by a model that was fitted on the other folds. */
export function crossValidate(examples: readonly Example[], folds: number): readonly Scored[] {
  return Array.from({ length: folds }, (_, fold) => {
    const model = fitLogistic(examples.filter((_, index) => index % folds !== fold));
    return examples
      .filter((_, index) => index % folds === fold)
      .map(({ features, label, weight }) => ({ probability: predict(model, features), label, weight }));
  }).flat();
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
      right: inside.reduce((sum, each) => sum + each.weight * each.label, 0) / weight,
      said: inside.reduce((sum, each) => sum + each.weight * each.probability, 0) / weight,
    };
  }).filter((bin) => bin.count > 0);
}
