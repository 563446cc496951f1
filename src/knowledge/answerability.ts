import { z } from "zod";
import { readKnowledge } from "./read.js";

/** What the model looks at; each is a number, described in `answer/answerability.ts`. */
export const answerabilityFeatures = ["topScore", "gap", "coverage", "agreement", "terms", "rule", "localFact"] as const;
export type AnswerabilityFeature = (typeof answerabilityFeatures)[number];

const weights = Object.fromEntries(answerabilityFeatures.map((name) => [name, z.number()])) as Record<AnswerabilityFeature, z.ZodNumber>;

const schema = z.object({
  intercept: z.number(),
  weights: z.object(weights),
  guide: z.number().min(0).max(1),
  elsewhere: z.object({ factor: z.number().min(1), coverage: z.number().min(0).max(1), besideOurs: z.number().min(0).max(1) }),
  thresholds: z.object({ answer: z.number().min(0).max(1), related: z.number().min(0).max(1) }),
  localFact: z.array(z.string().transform((source) => new RegExp(source))),
});

/** Coefficients, thresholds and cues of the answerability model. */
export type Answerability = z.infer<typeof schema>;

export function loadAnswerability(folder: string): Answerability {
  return readKnowledge(folder, "answerability.yml", schema);
}
