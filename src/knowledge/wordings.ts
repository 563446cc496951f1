import { z } from "zod";
import type { Office } from "./office.js";
import { readKnowledge } from "./read.js";

const text = z.string().min(1);
const byKind = z.record(z.string(), text).refine((texts) => "other" in texts || "danger" in texts, "needs a text for every other kind");

const schema = z.strictObject({
  unreadable: z.strictObject({ empty: text, symbols: text, tooLong: text }),
  smalltalk: byKind,
  attack: byKind,
  outOfScope: text,
  emergency: byKind,
  emergencyOffer: text,
  handover: z.strictObject({ text, offer: text, description: text }),
  oldButton: text,
  clarify: z.strictObject({
    question_report: text,
    question_disclosure: text,
    report_disclosure: text,
    choices: z.strictObject({ question: text, report: text, disclosure: text }),
  }),
  choices: z.strictObject({ confirm: text, cancel: text }),
});

/** What the bot says when there is nothing to look up; `smalltalk`, `attack` and `emergency` by the kind that a cue names. */
export type ConversationWordings = z.infer<typeof schema>;

/** The wordings with the office's name, telephone, hours and address in their places. */
export function loadConversationWordings(folder: string, office: Office): ConversationWordings {
  return withOffice(readKnowledge(folder, "wordings/conversation.yml", schema), office);
}

function withOffice<T>(wordings: T, office: Office): T {
  const values: Readonly<Record<string, string>> = {
    office: office.name,
    telephone: office.telephone,
    hours: office.hours,
    address: office.address,
  };
  const filled = JSON.stringify(wordings).replace(/\{(\w+)\}/g, (whole, name: string) =>
    values[name] === undefined ? whole : JSON.stringify(values[name]).slice(1, -1),
  );
  return JSON.parse(filled) as T;
}
