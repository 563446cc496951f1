import { z } from "zod";
import { numbersIn } from "../text/numerals.js";
import { guideElementNames } from "./guide-elements.js";
import { readKnowledge } from "./read.js";

const text = z
  .string()
  .refine(
    (words) => numbersIn(words.replace(/\[\d+\]/g, "")).length === 0,
    "states a number, but every number of an answer stands in a quote",
  );

const schema = z.object({
  beside: z.object({ alsoAsked: text, answerLater: text }),
  sources: text,
  leads: z.object({ nation: text, province: text, city: text, office: text }),
  also: text,
  basis: text,
  guide: z.record(z.enum(guideElementNames), text),
  generatedLabel: text,
  partly: text,
  shortened: text,
  replaced: text,
  inForceFrom: text,
  related: text,
  relatedText: text,
  unanswered: text,
  replacedSince: text,
  otherDay: z.object({ asked: text, changed: text, unchanged: text, within: text, later: text }),
  otherPlace: z.object({ asked: text, answered: text }),
  unansweredThere: text,
  foundThere: text,
  textThere: text,
  notInForce: z.object({ repealed: text, superseded: text, not_yet: text, later: text }),
  outOfPlace: text,
  status: z.object({ repealed: text, superseded: text, not_yet: text }),
  endedBy: text,
  offerRequest: text,
  offerHere: text,
  cannotAnswerSafely: text,
  failed: text,
  choices: z.object({ disclosure: text, person: text, watch: text }),
  watch: z.object({ kept: text, ended: text, none: text }),
});

/** What the bot says around the quotes of an answer. */
export type AnswerWordings = z.infer<typeof schema>;

export function loadAnswerWordings(folder: string): AnswerWordings {
  return readKnowledge(folder, "wordings/answer.yml", schema);
}
