import { z } from "zod";
import { readKnowledge } from "../knowledge/read.js";
import { measureNames } from "./measures.js";
import { shortcomingNames } from "./shortcomings.js";

const word = z.string().min(1);

const schema = z.strictObject({
  title: word,
  file: word,
  at: word,
  rows: word,
  figures: word,
  measure: word,
  figure: word,
  of: word,
  bound: word,
  holds: word,
  broken: word,
  before: word,
  after: word,
  change: word,
  interval: word,
  significant: word,
  routes: word,
  route: word,
  precision: word,
  recall: word,
  f1: word,
  worst: word,
  noWorst: word,
  asked: word,
  wanted: word,
  none_wanted: word,
  got: word,
  why: word,
  citations: word,
  reply: word,
  trace: word,
  times: word,
  milliseconds: word,
  comparison: word,
  noComparison: word,
  added: word,
  better: word,
  worse: word,
  none: word,
  gone: word,
  come: word,
  basisNamed: word,
  measures: z.record(z.enum(measureNames), word),
  shortcomings: z.record(z.enum(shortcomingNames), word),
  expectations: z.strictObject({
    route: word,
    outcome: word,
    kind: word,
    documents: word,
    facts: word,
    must: word,
    mustNot: word,
    traps: word,
  }),
});

/** What editors read of an evaluation. */
export type EvaluationWordings = z.infer<typeof schema>;

/** @throws ZhengwenError `knowledge_invalid` when `wordings/evaluation.yml` lacks a word, or has one that is not known */
export function loadEvaluationWordings(folder: string): EvaluationWordings {
  return readKnowledge(folder, "wordings/evaluation.yml", schema);
}
