import { join } from "node:path";
import { z } from "zod";
import { applicantKinds, type DisclosureResult, disclosureOutcomes, refusalGrounds } from "../domain/disclosure-outcome.js";
import { ZhengwenError } from "../domain/errors.js";
import { filingChannels } from "../domain/request.js";
import { readKnowledge } from "./read.js";

/** Rows of the yearly form in which an ended request counts, in the form's order. */
export const resultRows = [
  "granted",
  "partly_granted",
  "refused_state_secret",
  "refused_forbidden_by_law",
  "refused_security",
  "refused_third_party",
  "refused_internal_affairs",
  "refused_working_papers",
  "refused_enforcement_file",
  "refused_special_procedure",
  "unavailable_not_held",
  "unavailable_needs_making",
  "unavailable_still_unclear",
  "declined_disguised_petition",
  "declined_repeated",
  "declined_publication",
  "declined_excessive",
  "declined_confirmation_wanted",
  "other_not_corrected",
  "other_fee_unpaid",
  "other_remaining",
] as const;
export type ResultRow = (typeof resultRows)[number];

/** All rows that hold numbers: 一, 二, 三 with its 总计, 四. */
export const formRows = ["new", "carried_over", ...resultRows, "handled", "carried_forward"] as const;
export type FormRow = (typeof formRows)[number];

/** A part of the form: a row with numbers, or a heading over parts. */
export type FormSection = {
  readonly label: string;
  readonly row?: FormRow | undefined;
  readonly outcomes?: readonly (typeof disclosureOutcomes)[number][] | undefined;
  readonly grounds?: readonly (typeof refusalGrounds)[number][] | undefined;
  readonly sections?: readonly FormSection[] | undefined;
};

const word = z.string().min(1);
const words = <Key extends string>(keys: readonly Key[]) => z.record(z.enum(keys), word);
const section: z.ZodType<FormSection> = z.lazy(() =>
  z.strictObject({
    label: word,
    row: z.enum(formRows).optional(),
    outcomes: z.array(z.enum(disclosureOutcomes)).optional(),
    grounds: z.array(z.enum(refusalGrounds)).optional(),
    sections: z.array(section).min(1).optional(),
  }),
);
const registerColumns = ["number", "receivedOn", "channel", "applicant", "state", "dueOn", "endedOn", "outcome", "ground"] as const;
const timelinessColumns = [
  "type",
  "received",
  "inTime",
  "late",
  "undated",
  "endedOtherwise",
  "open",
  "overdue",
  "medianDays",
  "p90Days",
  "extended",
] as const;
const schema = z.strictObject({
  title: word,
  disclosure: z.strictObject({
    title: word,
    balance: word,
    applicants: word,
    organisations: word,
    columns: words([...applicantKinds, "total"]),
    sections: z.array(section).min(1),
  }),
  reviews: z.strictObject({
    title: word,
    suits: word,
    kinds: words(["review", "suit", "suit_after_review"]),
    results: words(["upheld", "corrected", "other", "pending", "total"]),
  }),
  register: z.strictObject({
    title: word,
    columns: words(registerColumns),
    channels: words(filingChannels),
    outcomes: words(disclosureOutcomes),
    grounds: words(refusalGrounds),
  }),
  timeliness: z.strictObject({ title: word, columns: words(timelinessColumns) }),
});

/** The yearly form of 国办公开办函〔2021〕30号 and the register behind it: what rows and columns are called, and what counts where. */
export type AnnualReportForm = z.infer<typeof schema> & {
  /** How many columns of labels the rows need: 三, then （三）, then 1. */
  readonly depth: number;
  /** The one row in which a request that ended so is counted. */
  rowOf(result: DisclosureResult): ResultRow;
};

/**
 * Reads `annual-report.yml`.
 * @throws ZhengwenError `knowledge_invalid` when a row is missing, doubled or out of the form's order, or an outcome or ground does not have exactly one row
 */
export function loadAnnualReportForm(folder: string): AnnualReportForm {
  const form = readKnowledge(folder, "annual-report.yml", schema);
  const wrong = (what: string) => new ZhengwenError("knowledge_invalid", `${join(folder, "annual-report.yml")}: ${what}`);
  const leaves = form.disclosure.sections.flatMap(leavesOf);
  for (const { row, sections, label } of form.disclosure.sections.flatMap(allOf)) {
    if ((row === undefined) === (sections === undefined)) throw wrong(`${label} is either a row or has sections`);
  }
  const rows = leaves.map(({ row }) => row);
  if (rows.join() !== formRows.join()) throw wrong(`the rows must be, in this order: ${formRows.join(", ")}`);
  const rowOfOutcome = new Map<string, ResultRow>();
  const rowOfGround = new Map<string, ResultRow>();
  for (const { label, row, outcomes = [], grounds = [] } of form.disclosure.sections.flatMap(allOf)) {
    const counted = resultRows.find((each) => each === row);
    if (!counted && outcomes.length + grounds.length > 0) throw wrong(`no outcome or ground is counted in ${label}`);
    if (counted && outcomes.length + grounds.length === 0) throw wrong(`nothing is counted in ${label}`);
    if (outcomes.includes("refused")) throw wrong("a refused request counts in the row of its ground");
    for (const [map, each] of [
      ...outcomes.map((outcome) => [rowOfOutcome, outcome] as const),
      ...grounds.map((ground) => [rowOfGround, ground] as const),
    ]) {
      if (map.has(each)) throw wrong(`${each} has two rows`);
      if (counted) map.set(each, counted);
    }
  }
  for (const outcome of disclosureOutcomes) if (outcome !== "refused" && !rowOfOutcome.has(outcome)) throw wrong(`${outcome} has no row`);
  for (const ground of refusalGrounds) if (!rowOfGround.has(ground)) throw wrong(`${ground} has no row`);
  return {
    ...form,
    depth: Math.max(...form.disclosure.sections.map(depthOf)),
    rowOf: ({ outcome, ground }) => {
      const row = outcome === "refused" ? rowOfGround.get(ground) : rowOfOutcome.get(outcome);
      if (!row) throw wrong(`${outcome} ${ground} has no row`);
      return row;
    },
  };
}

function allOf(section: FormSection): readonly FormSection[] {
  return [section, ...(section.sections ?? []).flatMap(allOf)];
}

/** The rows with numbers in a section, in order. */
export function leavesOf(section: FormSection): readonly FormSection[] {
  return section.sections?.flatMap(leavesOf) ?? [section];
}

function depthOf(section: FormSection): number {
  return 1 + Math.max(0, ...(section.sections ?? []).map(depthOf));
}
