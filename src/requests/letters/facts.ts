import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { refusalGrounds } from "../../domain/disclosure-outcome.js";
import { ZhengwenError } from "../../domain/errors.js";
import type { LetterElement } from "../../domain/letter.js";
import { isPlainDate, type PlainDate } from "../../domain/plain-date.js";

const date = z.string().refine(isPlainDate, "not a date of the form YYYY-MM-DD") as unknown as z.ZodType<PlainDate>;
const name = z.string().max(200);
const text = z.string().max(4000);
const list = z.union([text.transform((one) => [one]), z.array(text).max(50)]);

/** The elements that are days: written 2026年11月23日. */
const dates = {
  signedOn: date,
  receivedOn: date,
  dueOn: date,
  earlierOn: date,
  correctionAskedOn: date,
  correctUntil: date,
  correctedOn: date,
  reasonsUntil: date,
  earlierDueOn: date,
  disclosedOn: date,
  payUntil: date,
  feeToldOn: date,
  withdrawnOn: date,
};

const elements = {
  ...dates,
  sequence: z.number().int().min(1).max(99_999),
  applicant: name,
  requestNumber: z.string().max(30),
  submittedBy: name,
  description: text,
  dueUnknown: text,
  information: text,
  availableAt: text,
  provided: list,
  provisionForm: text,
  ground: z.enum(refusalGrounds),
  reason: text,
  withheld: list,
  searched: text,
  responsibleOrgan: z.strictObject({ name, contact: name }),
  organUnknown: text,
  earlierNumber: z.string().max(60),
  specialLaw: text,
  specialWay: text,
  properWay: text,
  correctionItems: list,
  frequency: text,
  agreedBy: name,
  thirdParty: name,
  thirdPartyOpinion: text,
  consultedOrgan: name,
  feeAmount: z.string().max(60),
  feeReckoning: text,
  payment: text,
} satisfies Record<LetterElement, z.ZodType>;

/** How the addressee is spoken to: 您, or 贵单位. A person where it is not said. */
const addresseeKind = z.enum(["person", "organisation"]);

const schema = z.strictObject({ ...elements, addresseeKind }).partial();

/** What is known of a request for its letters; each letter takes what it needs. Lists are a line each. */
export type LetterFacts = Readonly<z.infer<typeof schema>>;

/** True for the elements that are days. */
export function isDateElement(element: LetterElement): boolean {
  return element in dates;
}

/**
 * Reads a letter's facts from a file of YAML or JSON.
 * @throws ZhengwenError `facts_unreadable` naming what is wrong where
 */
export function readLetterFacts(file: string): LetterFacts {
  try {
    return schema.parse(parse(readFileSync(file, "utf8")));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : cause instanceof Error ? cause.message : String(cause);
    throw new ZhengwenError("facts_unreadable", `${file}: ${why}`, { cause });
  }
}

/**
 * The elements of letters among what was given for an act; the rest is the act's own.
 * @throws ZhengwenError `facts_unreadable` naming what is wrong where
 */
export function letterFactsIn(given: Readonly<Record<string, unknown>>): LetterFacts {
  const known = Object.fromEntries(Object.entries(given).filter(([field]) => field in schema.shape));
  const parsed = schema.safeParse(known);
  if (parsed.success) return parsed.data;
  throw new ZhengwenError("facts_unreadable", z.prettifyError(parsed.error));
}
