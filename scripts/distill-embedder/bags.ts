import type { WordReader } from "../../src/models/embedder/static/words.js";

/** Texts as bags of words, one after another: text i holds the words from `starts[i]` up to `starts[i + 1]`. */
export type Bags = {
  readonly starts: Uint32Array;
  readonly words: Uint32Array;
  /** How much each word counts in its text; those of a text sum to 1. */
  readonly weights: Float32Array;
};

/** @param weightOf by word number */
export function bagsOf(texts: readonly string[], read: WordReader, weightOf: Float32Array): Bags {
  const starts = new Uint32Array(texts.length + 1);
  const words: number[] = [];
  const weights: number[] = [];
  const counts = new Map<number, number>();
  for (const [index, text] of texts.entries()) {
    counts.clear();
    read(text, (word) => counts.set(word, (counts.get(word) ?? 0) + 1));
    let sum = 0;
    for (const [word, count] of counts) sum += Math.sqrt(count) * (weightOf[word] as number);
    for (const [word, count] of counts) {
      words.push(word);
      weights.push((Math.sqrt(count) * (weightOf[word] as number)) / sum);
    }
    starts[index + 1] = words.length;
  }
  return { starts, words: Uint32Array.from(words), weights: Float32Array.from(weights) };
}

export function bagCount({ starts }: Bags): number {
  return starts.length - 1;
}

/** The bags of several lists as one list. */
export function joinBags(lists: readonly Bags[]): Bags {
  const starts = new Uint32Array(lists.reduce((sum, bags) => sum + bagCount(bags), 1));
  let bag = 0;
  let offset = 0;
  for (const bags of lists) {
    for (let index = 1; index < bags.starts.length; index++) starts[++bag] = offset + (bags.starts[index] as number);
    offset += bags.words.length;
  }
  const words = new Uint32Array(offset);
  const weights = new Float32Array(offset);
  offset = 0;
  for (const bags of lists) {
    words.set(bags.words, offset);
    weights.set(bags.weights, offset);
    offset += bags.words.length;
  }
  return { starts, words, weights };
}

/** Adds the weighted rows of a bag's words to `sum`, from `at` on. */
export function addBag(bags: Bags, bag: number, rows: Float32Array, dimension: number, sum: Float32Array, at: number): void {
  const end = bags.starts[bag + 1] as number;
  for (let position = bags.starts[bag] as number; position < end; position++) {
    const weight = bags.weights[position] as number;
    const row = (bags.words[position] as number) * dimension;
    for (let index = 0; index < dimension; index++) sum[at + index] = (sum[at + index] as number) + weight * (rows[row + index] as number);
  }
}

/** Adds a vector, from `at` on, to the rows of a bag's words by their weights: what `addBag` does, turned round. */
export function spreadOverBag(bags: Bags, bag: number, vectors: Float32Array, at: number, dimension: number, rows: Float32Array): void {
  const end = bags.starts[bag + 1] as number;
  for (let position = bags.starts[bag] as number; position < end; position++) {
    const weight = bags.weights[position] as number;
    const row = (bags.words[position] as number) * dimension;
    for (let index = 0; index < dimension; index++)
      rows[row + index] = (rows[row + index] as number) + weight * (vectors[at + index] as number);
  }
}

/** The unit vectors of all bags; zeros for an empty one. */
export function unitVectors(bags: Bags, rows: Float32Array, dimension: number): Float32Array {
  const vectors = new Float32Array(bagCount(bags) * dimension);
  for (let bag = 0; bag < bagCount(bags); bag++) {
    addBag(bags, bag, rows, dimension, vectors, bag * dimension);
    toUnit(vectors, bag * dimension, dimension);
  }
  return vectors;
}

/** Scales the vector that starts at `at` to length 1, and gives the length that it had. */
export function toUnit(vectors: Float32Array, at: number, dimension: number): number {
  let squares = 0;
  for (let index = at; index < at + dimension; index++) squares += (vectors[index] as number) ** 2;
  const length = Math.sqrt(squares);
  if (length > 0) for (let index = at; index < at + dimension; index++) vectors[index] = (vectors[index] as number) / length;
  return length;
}
