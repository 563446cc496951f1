import { z } from "zod";
import { placesIn } from "../text/fill.js";
import { readKnowledge } from "./read.js";

/** A wording that has exactly these places in braces to fill. */
function wording(...places: readonly string[]) {
  const wanted = [...places].sort().join(" ");
  return z
    .string()
    .min(1)
    .refine((text) => [...placesIn(text)].sort().join(" ") === wanted, `must have the places {${places.join("} {")}} and no others`);
}

const patterns = z
  .array(
    z.string().transform((source, context) => {
      try {
        return new RegExp(source, "iu");
      } catch (cause) {
        context.addIssue({ code: "custom", message: cause instanceof Error ? cause.message : String(cause) });
        return z.NEVER;
      }
    }),
  )
  .min(1);

const schema = z.strictObject({
  askMatter: wording(),
  askLocation: wording("matter"),
  askNewLocation: wording(),
  askNewMatter: wording(),
  summary: wording("type", "matter", "lines", "due"),
  locationLine: wording("location"),
  noLocation: wording(),
  categoryLine: wording("category"),
  merged: wording(),
  changed: wording(),
  placeConfirmed: wording("location"),
  replaced: wording("matter"),
  urgent: wording(),
  askTime: wording(),
  anonymous: wording(),
  nearby: wording("lines"),
  nearbyLine: wording("number", "filedOn", "location", "matter"),
  followed: wording("number"),
  followedNot: wording(),
  acted: z.strictObject({
    withdraw: wording("number"),
    urge: wording("number"),
    add: wording("number"),
    correct_place: wording("number", "location"),
    solved: wording(),
    not_solved: wording("number"),
    not_allowed: wording(),
    urged_today: wording(),
    which: wording(),
    none: wording("telephone"),
    correct_contact: wording("number"),
    askReason: wording(),
  }),
  ownData: z.strictObject({
    head: wording(),
    nothing: wording(),
    messages: wording("count", "months"),
    request: wording("type", "number", "state"),
    application: wording("type", "number", "state", "lines"),
    how: wording("telephone"),
    askErase: wording(),
    erased: wording("erased", "kept"),
    keptSome: wording("kept"),
    erase: wording(),
  }),
  cancelled: wording(),
  cancelledSolved: wording(),
  nothingOpen: wording(),
  due: z.strictObject({
    workingDays: wording("date", "from", "count", "skipped", "basis"),
    skipped: wording("reasons"),
    calendarDays: wording("date", "from", "count", "basis"),
    hours: wording("time", "basis"),
    unknown: wording(),
  }),
  filed: wording("type", "number", "code", "due"),
  filedWithoutNumber: wording("due"),
  alreadyFiled: wording(),
  status: z.strictObject({
    one: wording("type", "number", "state", "filedOn", "due", "matter"),
    dueOn: wording("date"),
    dueAt: wording("time"),
    noDate: wording(),
    several: wording("count"),
    askCode: wording("telephone"),
    which: wording(),
    locked: wording("telephone"),
    notFound: wording("telephone"),
  }),
  choices: z.strictObject({
    follow: wording("number"),
    confirm: wording(),
    change: wording(),
    category: wording("category"),
    cancel: wording(),
    skip: wording(),
  }),
  understands: z.strictObject({
    disclosure: patterns,
    time: patterns,
    ownData: patterns,
    eraseData: patterns,
    stillBroken: patterns,
    withdraw: patterns,
    urge: patterns,
    addTo: patterns,
    correctPlace: patterns,
    confirm: patterns,
    courtesy: patterns,
    cancel: patterns,
    solved: patterns,
    notSolved: patterns,
    skip: patterns,
    placeRight: patterns,
    change: patterns,
    newMatter: patterns,
    question: patterns,
    bareMatter: patterns,
  }),
});

/** What the bot says about requests, and how it understands what residents answer. */
export type RequestWordings = z.infer<typeof schema>;

/** @throws ZhengwenError `knowledge_invalid` when a wording of `wordings/requests.yml` lacks a place to fill or has an unknown one. */
export function loadRequestWordings(folder: string): RequestWordings {
  return readKnowledge(folder, "wordings/requests.yml", schema);
}
