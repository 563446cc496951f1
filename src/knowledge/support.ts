import { z } from "zod";
import { readKnowledge } from "./read.js";

/** What tells whether a passage says what a sentence says; each from 0 to 1, described in `answer/generated/support.ts`. */
export const supportFeatures = ["terms", "pairs", "order", "meaning"] as const;
export type SupportFeature = (typeof supportFeatures)[number];

/** How a rule binds, in the order in which its words are looked for: 不得 is no 得, 不需要 no 需要. */
export const forceWords = ["forbidden", "released", "denied", "required", "allowed"] as const;
export type ForceWord = (typeof forceWords)[number];

/** What can be wrong with a generated answer. */
export const findingRules = [
  "cut_off",
  "no_source",
  "number",
  "bound",
  "numbers_mixed",
  "per",
  "date",
  "article",
  "title",
  "document_number",
  "telephone",
  "link",
  "personal_data",
  "promise",
  "force",
  "party",
  "unsupported",
  "form",
] as const;
export type FindingRule = (typeof findingRules)[number];

const anyOf = z
  .string()
  .min(1)
  .transform((words) => new RegExp(words.trim().split(/\s+/u).join("|"), "gu"));
const weights = z.object({
  intercept: z.number(),
  weights: z.object(Object.fromEntries(supportFeatures.map((name) => [name, z.number()])) as Record<SupportFeature, z.ZodNumber>),
  threshold: z.number().min(0).max(1),
});

const schema = z.object({
  words: weights,
  static: weights,
  force: z.object({
    neutral: anyOf,
    ...(Object.fromEntries(forceWords.map((name) => [name, anyOf])) as Record<ForceWord, typeof anyOf>),
  }),
  parties: anyOf,
  promises: anyOf,
  faults: z.object(Object.fromEntries(findingRules.map((name) => [name, z.string()])) as Record<FindingRule, z.ZodString>),
});

/** What a generated sentence is held against: the fitted support of a passage, the words of force, parties, promises, and how a fault is named. */
export type Support = z.infer<typeof schema>;

export function loadSupport(folder: string): Support {
  return readKnowledge(folder, "support.yml", schema);
}
