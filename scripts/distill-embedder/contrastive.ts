import { addBag, type Bags, spreadOverBag, toUnit } from "./bags.js";
import { mineNegatives } from "./negatives.js";
import { rowOptimiser } from "./optimiser.js";
import { seededRandom } from "./random.js";

/** A question with the passages that answer it, any of them. */
export type Pair = { readonly question: number; readonly golds: readonly number[] };

export type ContrastiveOptions = {
  readonly dimension: number;
  readonly steps: number;
  /** Questions a step. */
  readonly batch: number;
  /** Passages a question that were found for it and do not answer it. */
  readonly hard: number;
  /** Passages a step by chance. */
  readonly chance: number;
  /** Divides the cosines: the smaller, the more the nearest wrong passages count. */
  readonly temperature: number;
  readonly learningRate: number;
  /** How strongly rows are drawn back to where they started. */
  readonly pull: number;
  /** Steps after which hard passages are sought anew. */
  readonly mineEvery: number;
  readonly seed: number;
  readonly progress: (step: number) => void;
};

const warmUpSteps = 30;
/** Of the learning rate, what is left at the end. */
const lastShare = 0.1;

/**
 * Moves word rows so that a question comes nearer to the passages that answer it than to others: softmax over the passages of a step
 * (InfoNCE, van den Oord and others 2018), with the negatives of the other questions of the step, hard ones found by the rows as they are,
 * and others by chance.
 */
export function trainContrastive(
  start: Float32Array,
  questions: Bags,
  passages: Bags,
  pairs: readonly Pair[],
  options: ContrastiveOptions,
): Float32Array {
  const { dimension, steps, batch, temperature } = options;
  const random = seededRandom(options.seed);
  const rows = start.slice();
  const gradient = new Float32Array(rows.length);
  const optimiser = rowOptimiser(rows, dimension, options.pull);
  const everyPassage = Uint32Array.from({ length: passages.starts.length - 1 }, (_, index) => index);
  const order = pairs.map((_, index) => index);
  let negatives: readonly number[][] = [];
  for (let step = 0; step < steps; step++) {
    if (step % options.mineEvery === 0) negatives = mineNegatives(rows, dimension, questions, passages, pairs);
    const chosen = random.sample(order, batch);
    const pool = new Map<number, number>();
    const add = (passage: number) => {
      if (!pool.has(passage)) pool.set(passage, pool.size);
    };
    for (const index of chosen) {
      const { golds } = pairs[index] as Pair;
      add(golds[random.below(golds.length)] as number);
      for (const passage of random.sample(negatives[index] as number[], options.hard)) add(passage);
    }
    for (const passage of random.sample(everyPassage, options.chance)) add(passage);

    const asked = embed(
      questions,
      chosen.map((index) => (pairs[index] as Pair).question),
      rows,
      dimension,
    );
    const found = embed(passages, [...pool.keys()], rows, dimension);
    const errors = softmaxErrors(asked.vectors, found.vectors, dimension, temperature);
    const width = pool.size;
    for (const [position, index] of chosen.entries()) {
      const right = (pairs[index] as Pair).golds.flatMap((passage) => pool.get(passage) ?? []);
      for (const place of right) errors[position * width + place] = (errors[position * width + place] as number) - 1 / right.length;
    }
    for (let index = 0; index < errors.length; index++) errors[index] = (errors[index] as number) / (temperature * chosen.length);
    const [askedSlope, foundSlope] = slopes(errors, asked.vectors, found.vectors, dimension);
    spread(questions, asked, askedSlope, dimension, gradient, optimiser.touch);
    spread(passages, found, foundSlope, dimension, gradient, optimiser.touch);
    const warm = Math.min(1, (step + 1) / warmUpSteps);
    optimiser.step(gradient, options.learningRate * warm * (1 - (1 - lastShare) * (step / steps)));
    options.progress(step + 1);
  }
  return rows;
}

type Embedded = { readonly texts: readonly number[]; readonly vectors: Float32Array; readonly lengths: Float32Array };

function embed(bags: Bags, texts: readonly number[], rows: Float32Array, dimension: number): Embedded {
  const vectors = new Float32Array(texts.length * dimension);
  const lengths = new Float32Array(texts.length);
  for (const [position, text] of texts.entries()) {
    addBag(bags, text, rows, dimension, vectors, position * dimension);
    lengths[position] = toUnit(vectors, position * dimension, dimension);
  }
  return { texts, vectors, lengths };
}

/** For each question the share that each passage has of its softmax. */
function softmaxErrors(asked: Float32Array, found: Float32Array, dimension: number, temperature: number): Float32Array {
  const height = asked.length / dimension;
  const width = found.length / dimension;
  const shares = new Float32Array(height * width);
  for (let row = 0; row < height; row++) {
    const question = asked.subarray(row * dimension, (row + 1) * dimension);
    let sum = 0;
    for (let column = 0; column < width; column++) {
      const at = column * dimension;
      let even = 0;
      let odd = 0;
      for (let index = 0; index < dimension; index += 2) {
        even += (question[index] as number) * (found[at + index] as number);
        odd += (question[index + 1] as number) * (found[at + index + 1] as number);
      }
      // a cosine is at most 1, so that nothing overflows
      const share = Math.exp((even + odd - 1) / temperature);
      shares[row * width + column] = share;
      sum += share;
    }
    for (let column = 0; column < width; column++) shares[row * width + column] = (shares[row * width + column] as number) / sum;
  }
  return shares;
}

/** How the loss changes with the unit vectors of both sides. */
function slopes(errors: Float32Array, asked: Float32Array, found: Float32Array, dimension: number): readonly [Float32Array, Float32Array] {
  const width = found.length / dimension;
  const askedSlope = new Float32Array(asked.length);
  const foundSlope = new Float32Array(found.length);
  for (let row = 0; row * width < errors.length; row++) {
    const question = asked.subarray(row * dimension, (row + 1) * dimension);
    const slope = askedSlope.subarray(row * dimension, (row + 1) * dimension);
    for (let column = 0; column < width; column++) {
      const error = errors[row * width + column] as number;
      // what is this far off moves nothing
      if (Math.abs(error) < 1e-7) continue;
      const at = column * dimension;
      for (let index = 0; index < dimension; index++) {
        slope[index] = (slope[index] as number) + error * (found[at + index] as number);
        foundSlope[at + index] = (foundSlope[at + index] as number) + error * (question[index] as number);
      }
    }
  }
  return [askedSlope, foundSlope];
}

/** Through the scaling to length 1, and on to the rows of the words. */
function spread(
  bags: Bags,
  { texts, vectors, lengths }: Embedded,
  slope: Float32Array,
  dimension: number,
  gradient: Float32Array,
  touch: (word: number) => void,
): void {
  for (const [position, text] of texts.entries()) {
    const length = lengths[position] as number;
    if (length === 0) continue;
    const at = position * dimension;
    let along = 0;
    for (let index = at; index < at + dimension; index++) along += (slope[index] as number) * (vectors[index] as number);
    for (let index = at; index < at + dimension; index++)
      slope[index] = ((slope[index] as number) - along * (vectors[index] as number)) / length;
    spreadOverBag(bags, text, slope, at, dimension, gradient);
    for (let word = bags.starts[text] as number; word < (bags.starts[text + 1] as number); word++) touch(bags.words[word] as number);
  }
}
