import type { RouteFeatures } from "../../src/answer/routing/route-features.js";
import type { RouteClass, RouteModel } from "../../src/knowledge/route-model.js";
import { quantisedRow } from "../../src/knowledge/weight-row.js";
import { softmax } from "../../src/text/softmax.js";
import { addTo, learn, type Weights, weightsOf } from "./adagrad.js";

/** A message's features with the number of its class, and what it counts beside the others. */
export type RouteExample = { readonly features: RouteFeatures; readonly class: number; readonly weight: number };

/** Weights of a softmax regression; rows are of one number a class. */
export type RouteFit = {
  readonly runs: ReadonlyMap<string, Weights>;
  readonly meaning: readonly Weights[];
  readonly traits: readonly Weights[];
  readonly intercept: Weights;
};

const rounds = 3;
const ridge = { runs: 3e-5, dense: 1e-5 };
/** A class with few examples counts more for each, though not as much as one with many. */
const balance = 0.35;
/** A run seen in fewer messages is chance. */
const seenAtLeast = 2;

/** Softmax regression by Adagrad with a ridge, the examples in an order that is always the same. */
export function fitRoutes(examples: readonly RouteExample[], classes: number): RouteFit {
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const run of features.runs) seen.set(run, (seen.get(run) ?? 0) + 1);
  const runs = new Map([...seen].filter(([, count]) => count >= seenAtLeast).map(([run]) => [run, weightsOf(classes, 0.01)] as const));
  const first = (examples[0] as RouteExample).features;
  const rows = (length: number) => Array.from({ length }, () => weightsOf(classes, 0.01));
  const fit: RouteFit = { runs, meaning: rows(first.meaning.length), traits: rows(first.traits.length), intercept: weightsOf(classes, 1) };
  const sums = new Float64Array(classes);
  for (const { class: index, weight } of examples) sums[index] = (sums[index] as number) + weight;
  const mean = sums.reduce((sum, each) => sum + each, 0) / classes;
  for (let round = 0; round < rounds; round++)
    for (let step = 0; step < examples.length; step++) {
      const { features, class: right, weight } = examples[(step * 7919 + round * 31) % examples.length] as RouteExample;
      const counts = weight * (mean / (sums[right] as number)) ** balance;
      const errors = softmax(routeLogits(fit, features)).map((probability, index) => counts * (probability - (index === right ? 1 : 0)));
      for (const run of features.runs) {
        const row = runs.get(run);
        if (row) learn(row, errors, features.runShare, ridge.runs);
      }
      for (const [index, row] of fit.meaning.entries()) learn(row, errors, features.meaning[index] as number, ridge.dense);
      for (const [index, row] of fit.traits.entries()) learn(row, errors, features.traits[index] as number, ridge.dense);
      learn(fit.intercept, errors, 1, 0);
    }
  return fit;
}

/** What speaks for each class. */
export function routeLogits({ runs, meaning, traits, intercept }: RouteFit, features: RouteFeatures): Float64Array {
  const logits = Float64Array.from(intercept.values);
  for (const run of features.runs) {
    const row = runs.get(run);
    if (row) addTo(logits, row, features.runShare);
  }
  for (const [index, row] of meaning.entries()) addTo(logits, row, features.meaning[index] as number);
  for (const [index, row] of traits.entries()) addTo(logits, row, features.traits[index] as number);
  return logits;
}

/** The temperature under which the right classes are the most probable together, from .5 to 4. */
export function temperatureOf(held: readonly { readonly logits: Float64Array; readonly right: number; readonly weight: number }[]): number {
  const loss = (temperature: number) =>
    held.reduce(
      (sum, { logits, right, weight }) => sum - weight * Math.log(softmax(logits.map((logit) => logit / temperature))[right] ?? 0),
      0,
    );
  const candidates = Array.from({ length: 71 }, (_, step) => 0.5 + step * 0.05);
  return candidates.reduce((best, each) => (loss(each) < loss(best) ? each : best));
}

/** The fit as it is shipped: a byte a weight; runs that say next to nothing are left out. */
export function routeModelOf(
  fit: RouteFit,
  classes: readonly RouteClass[],
  embedder: string,
  temperature: number,
  keep: number,
): RouteModel {
  const strength = ({ values }: Weights) => values.reduce((sum, value) => sum + value * value, 0);
  const runs = [...fit.runs]
    .sort(([, a], [, b]) => strength(b) - strength(a))
    .slice(0, keep)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const quantised = (rows: readonly Weights[]) => rows.map(({ values }) => quantisedRow(values));
  return {
    classes,
    embedder,
    temperature,
    intercept: quantisedRow(fit.intercept.values),
    meaning: quantised(fit.meaning),
    traits: quantised(fit.traits),
    runs: new Map(runs.map(([run, { values }]) => [run, quantisedRow(values)])),
  };
}
