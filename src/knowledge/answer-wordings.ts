import { z } from "zod";
import { numbersIn } from "../text/numerals.js";
import { readKnowledge } from "./read.js";

const text = z
  .string()
  .refine((words) => numbersIn(words).length === 0, "states a number, but every number of an answer stands in a quote");

const schema = z.object({
  sources: text,
  leads: z.object({ nation: text, province: text, city: text, office: text }),
  also: text,
  basis: text,
  guide: z.object({ materials: text, where: text, when: text, steps: text, telephone: text, conditions: text }),
  shortened: text,
  replaced: text,
  inForceFrom: text,
  related: text,
  relatedText: text,
  unanswered: text,
  notInForce: text,
  outOfPlace: text,
  endedBy: text,
  offerRequest: text,
  cannotAnswerSafely: text,
  failed: text,
  choices: z.object({ disclosure: text, person: text }),
});

/** What the bot says around the quotes of an answer. */
export type AnswerWordings = z.infer<typeof schema>;

export function loadAnswerWordings(folder: string): AnswerWordings {
  return readKnowledge(folder, "wordings/answer.yml", schema);
}
