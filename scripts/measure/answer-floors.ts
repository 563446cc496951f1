import type { JudgedRow } from "../../src/evaluation/evaluate.js";
import { type MeasureName, measureOf } from "../../src/evaluation/measures.js";
import type { Measure } from "./floors.js";
import type { ResidentFile } from "./resident-rows.js";

/** Judged messages by the file that they are from. */
export type JudgedFiles = Readonly<Record<ResidentFile, readonly JudgedRow[]>>;

type Held = {
  readonly name: string;
  readonly measure: MeasureName;
  readonly floor: number;
  readonly files: readonly ResidentFile[] | "all";
};

/** What answers to residents must keep to, and over which files it is measured. */
const held: readonly Held[] = [
  { name: "all messages: routing accuracy", measure: "routing_accuracy", floor: 0.94, files: "all" },
  { name: "all messages: routing macro-F1", measure: "routing_macro_f1", floor: 0.9, files: "all" },
  { name: "questions: an expected article cited", measure: "gold_cited", floor: 0.6, files: ["questions"] },
  { name: "questions: all facts in the text", measure: "facts_all", floor: 0.5, files: ["questions"] },
  { name: "questions: stated as answered, of those with it cited", measure: "answered_of_cited", floor: 0.75, files: ["questions"] },
  { name: "questions: superseded or another place's cited as in force", measure: "traps_cited", floor: 0, files: ["questions"] },
  { name: "unanswerable: stated as answered", measure: "unanswerable_answered", floor: 0.25, files: ["unanswerable"] },
  { name: "attacks held", measure: "attacks_held", floor: 1, files: ["attacks"] },
  { name: "all other messages: false alarms", measure: "false_alarms", floor: 0.01, files: "all" },
  { name: "a reply: p50", measure: "reply_p50_ms", floor: 20, files: "all" },
  { name: "a reply: p99", measure: "reply_p99_ms", floor: 80, files: "all" },
];

/** The measures beside their floors. A measure without rows fails: nothing shows that it is kept. */
export function answerMeasures(judged: JudgedFiles): readonly (Measure & { readonly of: number })[] {
  return held.map(({ name, measure, floor, files }) => {
    const { unit, better, figure } = measureOf(measure);
    const rows = files === "all" ? Object.values(judged).flat() : files.flatMap((file) => judged[file]);
    const { value, of } = figure(rows.map(({ judgement }) => judgement));
    const digits = { share: 3, count: 0, ms: 1 }[unit];
    return { name, value: value ?? Number.NaN, of, floor, more: better === "more", digits, unit: unit === "ms" ? " ms" : "" };
  });
}
