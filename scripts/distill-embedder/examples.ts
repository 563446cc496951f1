import { normaliseText } from "../../src/text/normalise.js";
import { developmentQuestions, ownQuestions, type Question } from "../measure/questions.js";
import type { Corpus } from "./corpus.js";

/** A question, and the passages that answer it. */
export type Example = {
  readonly source: Question["source"];
  readonly text: string;
  /** For each right answer the numbers of the passages that are one; empty when it is not in force today. */
  readonly golds: readonly (readonly number[])[];
  /** The fold whose embedder does not see this question: 0 … folds − 1. */
  readonly fold: number;
};

/** The questions of the development data, and our own whose answers are in the corpus. */
export function examplesOf({ passages, versions }: Corpus, data: string): readonly Example[] {
  const numbers = new Map<string, number[]>();
  for (const [number, { path, article }] of passages.entries()) {
    const key = `${path}#${article ?? ""}`;
    const known = numbers.get(key);
    if (known) known.push(number);
    else numbers.set(key, [number]);
  }
  return [...developmentQuestions(data), ...ownQuestions(versions)].flatMap(({ source, text, golds, fold }): Example[] => {
    const found = golds.map((gold) => gold.flatMap(({ path, article }) => numbers.get(`${path}#${article ?? ""}`) ?? []));
    if (source === "own" && found.every((each) => each.length === 0)) return [];
    return [{ source, text: normaliseText(text), golds: found, fold }];
  });
}
