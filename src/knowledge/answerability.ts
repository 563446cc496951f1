import { z } from "zod";
import type { Meaning } from "./ranking.js";
import { readKnowledge } from "./read.js";

/** What tells whether the right passage was found; each is a number, described in `answer/answerability.ts`. */
export const foundFeatures = ["topScore", "gap", "coverage", "agreement"] as const;
export type FoundFeature = (typeof foundFeatures)[number];

const found = z.object({
  intercept: z.number(),
  weights: z.object(Object.fromEntries(foundFeatures.map((name) => [name, z.number()])) as Record<FoundFeature, z.ZodNumber>),
});
const probability = z.number().min(0).max(1);

const schema = z.object({
  asksForRule: z.object({ intercept: z.number(), weight: z.number().positive() }),
  found: z.object({ words: found, static: found, model: found } satisfies Record<Meaning, typeof found>),
  guide: probability,
  saysNothing: z.array(z.string().transform((source) => new RegExp(source, "u"))),
  elsewhere: z.object({ factor: z.number().min(1), coverage: probability, besideOurs: probability }),
  thresholds: z.object({ answer: probability, related: probability }).refine(({ answer, related }) => related <= answer, {
    message: "what answers must be surer than what is related",
  }),
});

/** Coefficients and thresholds of the answerability model. */
export type Answerability = z.infer<typeof schema>;

export function loadAnswerability(folder: string): Answerability {
  return readKnowledge(folder, "answerability.yml", schema);
}
