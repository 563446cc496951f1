import { z } from "zod";
import { readKnowledge } from "./read.js";

/** What tells whether two questions ask the same; each is a number, described in `answer/curated/same-question.ts`. */
export const sameQuestionFeatures = [
  "likeness",
  "topicLikeness",
  "restLikeness",
  "wordOverlap",
  "pairOverlap",
  "unknown",
  "missing",
  "incomplete",
  "otherElement",
  "otherNumber",
  "otherPlace",
  "otherNegation",
] as const;
export type SameQuestionFeature = (typeof sameQuestionFeatures)[number];

const model = z.strictObject({
  intercept: z.number(),
  weights: z.strictObject(
    Object.fromEntries(sameQuestionFeatures.map((name) => [name, z.number()])) as Record<SameQuestionFeature, z.ZodNumber>,
  ),
  threshold: z.number().min(0).max(1),
});
const pattern = z.string().transform((source, context) => {
  try {
    return new RegExp(source, "gu");
  } catch (cause) {
    context.addIssue({ code: "custom", message: cause instanceof Error ? cause.message : String(cause) });
    return z.NEVER;
  }
});

const schema = z.strictObject({
  negation: z.strictObject({ words: pattern, unless: pattern }),
  same: z.array(z.strictObject({ word: z.string(), also: pattern })),
  elements: z.record(z.string(), pattern),
  static: model,
  words: model,
});

/** How it is told that a resident asks a question that staff have reviewed: coefficients, thresholds, and what turns a question round. */
export type CuratedRules = z.infer<typeof schema>;
/** A logistic model over the features; at or above its threshold two questions ask the same. */
export type SameQuestionModel = z.infer<typeof model>;

/** @throws ZhengwenError `knowledge_invalid` when `curated.yml` cannot be read. */
export function loadCuratedRules(folder: string): CuratedRules {
  return readKnowledge(folder, "curated.yml", schema);
}
