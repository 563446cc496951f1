import { bestChunks } from "../../src/retrieval/best.js";
import { quantise } from "../../src/retrieval/vectors/quantise.js";
import { vectorScanner } from "../../src/retrieval/vectors/scan.js";
import { addBag, type Bags, bagCount, toUnit, unitVectors } from "./bags.js";
import type { Pair } from "./contrastive.js";

/** How many of the nearest passages are hard ones. */
const depth = 60;

/** For each pair the passages nearest to its question that do not answer it. */
export function mineNegatives(
  rows: Float32Array,
  dimension: number,
  questions: Bags,
  passages: Bags,
  pairs: readonly Pair[],
): readonly number[][] {
  const scanner = vectorScanner(quantise(unitVectors(passages, rows, dimension), dimension));
  const everything = [{ start: 0, end: bagCount(passages) }];
  return pairs.map(({ question, golds }) => {
    const vector = new Float32Array(dimension);
    addBag(questions, question, rows, dimension, vector, 0);
    toUnit(vector, 0, dimension);
    const cosines = scanner.scan(vector, everything);
    const best = bestChunks(depth + golds.length);
    for (let passage = 0; passage < bagCount(passages); passage++) best.offer(passage, cosines[passage] as number);
    return [...best.take()].filter((passage) => !golds.includes(passage)).slice(0, depth);
  });
}
