import { z } from "zod";
import { readKnowledge } from "./read.js";

const text = z.string().min(1);
const patterns = z.array(z.string().transform((source) => new RegExp(source, "u"))).min(1);

const schema = z.strictObject({
  understands: z.strictObject({
    back: patterns,
    why: patterns,
    exit: patterns,
    goOn: patterns,
    unknown: patterns,
    yes: patterns,
    no: patterns,
    none: patterns,
    question: patterns,
    ownCase: patterns,
  }),
  says: z.strictObject({ yes: patterns, no: patterns }),
  choices: z.strictObject({ begin: text, again: text, back: text, why: text, exit: text, goOn: text }),
  offer: text,
  begin: text,
  hints: z.strictObject({ number: text, date: text, place: text }),
  why: text,
  back: text,
  backAtStart: text,
  left: text,
  resumed: text,
  asMonth: text,
  oldButton: text,
  oldButtonOutside: text,
  notOffered: text,
  wrong: z.strictObject({
    no_option: text,
    no_number: text,
    several_numbers: text,
    other_unit: text,
    too_small: text,
    too_large: text,
    too_exact: text,
    no_date: text,
    only_year: text,
    too_early: text,
    too_late: text,
    no_place: text,
    again: text,
  }),
  result: z.strictObject({
    sums: text,
    basis: text,
    next: text,
    answers: text,
    answer: text,
    unknownAnswer: text,
    fictional: text,
    unknown: text,
    unsettled: text,
    guide: text,
  }),
  sums: z.strictObject({
    least: text,
    greatest: text,
    up: text,
    down: text,
    nearest: text,
    years: text,
    months: text,
    days: text,
    steps: text,
    after: z.strictObject({ years: text, months: text, days: text }),
  }),
  logged: text,
});

/** What the bot says around the questions and the outcome of a flow, and how it understands what residents say in one. */
export type FlowWordings = z.infer<typeof schema>;

export function loadFlowWordings(folder: string): FlowWordings {
  return readKnowledge(folder, "wordings/flow.yml", schema);
}
