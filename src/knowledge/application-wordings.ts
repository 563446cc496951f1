import { z } from "zod";
import { disclosureElements } from "../domain/disclosure-application.js";
import { applicantKinds } from "../domain/disclosure-outcome.js";
import { readKnowledge } from "./read.js";

const text = z.string().min(1);
const pattern = text.transform((source) => new RegExp(source, "iu"));
const perElement = z.record(z.enum(disclosureElements), text);
const schema = z.strictObject({
  elements: perElement,
  asks: perElement,
  why: z.strictObject({ name: text }),
  problems: z.strictObject({
    description: text,
    name: text,
    identity_length: text,
    identity_date: text,
    identity_check_digit: text,
    contact_phone: text,
    contact: text,
    form: text,
    way: text,
  }),
  again: text,
  notice: text,
  begin: text,
  wanted: text,
  noted: text,
  progress: text,
  summary: text,
  line: text,
  confirmBy: text,
  missing: text,
  shelved: text,
  resumed: text,
  changeWhich: text,
  insist: z.strictObject({ disguised_petition: text, consultation: text, already_public: text }),
  values: z.strictObject({ electronic: text, paper: text, email: text, post: text, pickup: text }),
  choices: z.strictObject({ change: text, complaint: text, ask: text, insist: text, read: text, resume: text }),
  organisations: z.partialRecord(z.enum(applicantKinds), pattern),
  understands: z.strictObject({
    name: pattern,
    electronic: pattern,
    paper: pattern,
    email: pattern,
    post: pattern,
    pickup: pattern,
    change: pattern,
  }),
});

/** How an application for disclosure is collected in a chat: what is asked, what is wrong with an answer, how answers are understood. */
export type ApplicationWordings = z.infer<typeof schema>;

/** @throws ZhengwenError `knowledge_invalid` */
export function loadApplicationWordings(folder: string): ApplicationWordings {
  return readKnowledge(folder, "wordings/application.yml", schema);
}
