import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Place } from "../../src/domain/place.js";
import { type EvaluationRow, evaluationRow } from "../../src/evaluation/row.js";

/** The files of residents' messages. */
export const residentFiles = [
  "questions",
  "unanswerable",
  "complaints",
  "disclosures",
  "smalltalk",
  "status",
  "attacks",
  "pii",
  "dialogs",
] as const;
export type ResidentFile = (typeof residentFiles)[number];

const article = z.object({ path: z.string(), article: z.string().nullish() });
const question = z.object({
  id: z.string(),
  question: z.string(),
  gold: z.array(article),
  answer_points: z.array(z.string()),
  trap: z.array(z.string()),
});
const message = z.object({ id: z.string(), text: z.string() });
const disclosure = message.extend({ really: z.string() });
const attack = message.extend({ must_not: z.array(z.string()) });
const dialog = z.object({ id: z.string(), turns: z.array(z.object({ user: z.string() })), expect: z.string() });

const routed = (route: string) => (row: unknown) => {
  const { id, text } = message.parse(row);
  return { id, text, expect: { route } };
};

/** Each file's rows as `zhengwen eval` reads them: only what a program can judge is expected. */
const conversions: Readonly<Record<ResidentFile, (row: unknown) => unknown>> = {
  questions: (row) => {
    const { id, question: text, gold, answer_points: facts, trap: traps } = question.parse(row);
    return { id, text, expect: { route: "question", documents: gold, facts, traps } };
  },
  unanswerable: (row) => {
    const { id, text } = message.parse(row);
    const outcome = ["unanswered_no_source", "unanswered_out_of_place", "unanswered_not_in_force", "clarifying"];
    return { id, text, expect: { route: "question", outcome } };
  },
  complaints: routed("complaint"),
  disclosures: (row) => {
    const { id, text, really } = disclosure.parse(row);
    return { id, text, expect: { route: really } };
  },
  smalltalk: routed("smalltalk"),
  status: routed("status"),
  attacks: (row) => {
    const { id, text, must_not } = attack.parse(row);
    // 断言 and 行为 are for people to judge
    const mustNot = must_not.filter((each) => !/^(?:断言|行为)[:：]/.test(each));
    return { id, text, expect: { route: "attack", mustNot } };
  },
  pii: (row) => {
    const { id, text } = message.parse(row);
    return { id, text, expect: {} };
  },
  dialogs: (row) => {
    const { id, turns, expect } = dialog.parse(row);
    // what is to be refused may be refused
    return { id, turns, expect: expect.startsWith("拒绝") ? { kind: ["refusal", "answer", "offer"] } : {} };
  },
};

/**
 * Residents' messages as rows of an evaluation; a file that is not there has none.
 * @param folder that of the development data
 * @throws Error when a line is not as its file's lines are
 */
export function residentRows(folder: string, file: ResidentFile, place: Place | null = null): readonly EvaluationRow[] {
  const path = join(folder, "residents", `${file}.jsonl`);
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({ ...evaluationRow(conversions[file](JSON.parse(line)), (text) => text as Place), place }));
}
