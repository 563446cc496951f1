/** A question's candidates: `features` row after row, and which of them are right. */
export type CandidateList = { readonly features: Float32Array; readonly right: readonly number[]; readonly weight: number };

const ridge = 0.002;
const rounds = 160;
const pace = 0.08;
/** Of each list, the wrong candidates that count: the hardest, as the ranking in use orders them, with a few from further down. */
const hardest = 60;
const sampledEvery = 6;

/**
 * Fits a linear ranking: the weights under which the right candidates of each list take most of a softmax over the list (Cao et al.,
 * Learning to Rank: From Pairwise Approach to Listwise Approach, 2007), with a ridge, by full-batch Adam on standardised features.
 * @returns weights in the features' own units
 */
export function fitListwise(lists: readonly CandidateList[], size: number): Float64Array {
  const deviation = deviations(lists, size);
  const weights = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const useful = lists.filter((list) => list.right.length > 0).map((list) => shortened(list, size));
  const total = useful.reduce((sum, list) => sum + list.weight, 0);
  for (let round = 1; round <= rounds; round++) {
    const gradient = new Float64Array(size);
    const scaled = Float64Array.from(weights, (weight, index) => weight / (deviation[index] as number));
    for (const list of useful) addGradient(list, scaled, deviation, gradient);
    for (let index = 0; index < size; index++) {
      const slope = (gradient[index] as number) / total + ridge * (weights[index] as number);
      first[index] = 0.9 * (first[index] as number) + 0.1 * slope;
      second[index] = 0.999 * (second[index] as number) + 0.001 * slope * slope;
      const step = (first[index] as number) / (1 - 0.9 ** round) / (Math.sqrt((second[index] as number) / (1 - 0.999 ** round)) + 1e-9);
      weights[index] = (weights[index] as number) - pace * step;
    }
  }
  return weights.map((weight, index) => weight / (deviation[index] as number));
}

function shortened({ features, right, weight }: CandidateList, size: number): CandidateList {
  const rows: number[] = [];
  const kept: number[] = [];
  for (let row = 0; row < features.length / size; row++) {
    const isRight = right.includes(row);
    if (!isRight && row >= hardest && row % sampledEvery !== 0) continue;
    if (isRight) kept.push(rows.length);
    rows.push(row);
  }
  const taken = new Float32Array(rows.length * size);
  for (const [index, row] of rows.entries()) taken.set(features.subarray(row * size, (row + 1) * size), index * size);
  return { features: taken, right: kept, weight };
}

/** The linear score of every candidate. */
export function scoresOf(features: Float32Array, weights: ArrayLike<number>): Float64Array {
  const size = weights.length;
  const scores = new Float64Array(features.length / size);
  for (let row = 0; row < scores.length; row++) {
    let sum = 0;
    for (let index = 0; index < size; index++) sum += (features[row * size + index] as number) * (weights[index] as number);
    scores[row] = sum;
  }
  return scores;
}

function addGradient(list: CandidateList, weights: Float64Array, deviation: Float64Array, gradient: Float64Array): void {
  const size = weights.length;
  const scores = scoresOf(list.features, weights);
  const right = new Set(list.right);
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let wrongMass = 0;
  for (let row = 0; row < scores.length; row++) {
    scores[row] = Math.exp((scores[row] as number) - most);
    if (!right.has(row)) wrongMass += scores[row] as number;
  }
  const share = list.weight / right.size;
  let wrongShare = 0;
  for (const row of right) {
    const mass = wrongMass + (scores[row] as number);
    wrongShare += share / mass;
    const push = share * ((scores[row] as number) / mass - 1);
    for (let index = 0; index < size; index++)
      gradient[index] = (gradient[index] as number) + (push * (list.features[row * size + index] as number)) / (deviation[index] as number);
  }
  for (let row = 0; row < scores.length; row++) {
    if (right.has(row)) continue;
    const push = wrongShare * (scores[row] as number);
    if (push < 1e-7) continue;
    for (let index = 0; index < size; index++)
      gradient[index] = (gradient[index] as number) + (push * (list.features[row * size + index] as number)) / (deviation[index] as number);
  }
}

function deviations(lists: readonly CandidateList[], size: number): Float64Array {
  const sum = new Float64Array(size);
  const squares = new Float64Array(size);
  let count = 0;
  for (const { features } of lists) {
    for (let index = 0; index < features.length; index++) {
      const value = features[index] as number;
      sum[index % size] = (sum[index % size] as number) + value;
      squares[index % size] = (squares[index % size] as number) + value * value;
    }
    count += features.length / size;
  }
  return sum.map((total, index) => Math.sqrt(Math.max(1e-6, (squares[index] as number) / count - (total / count) ** 2)));
}
