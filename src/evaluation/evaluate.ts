import { type DialogState, emptyDialog } from "../answer/dialog.js";
import type { Reply, TraceEntry } from "../domain/reply.js";
import { withoutLookupCode } from "../text/lookup-code-mark.js";
import { maskPersonalData } from "../text/mask.js";
import { type Judgement, judge } from "./judge.js";
import type { EvaluationPorts } from "./ports.js";
import type { EvaluationRow, Expectation } from "./row.js";

/** A row with its last reply and the judgement; personal data masked. */
export type JudgedRow = {
  readonly id: string;
  readonly turns: readonly string[];
  readonly expect: Expectation;
  readonly reply: Pick<Reply, "kind" | "outcome" | "route" | "text" | "confidence"> & { readonly citations: readonly CitedSource[] };
  /** Of the last reply. */
  readonly trace: readonly TraceEntry[];
  readonly judgement: Judgement;
};

/** A citation without its quote. */
export type CitedSource = Pick<Reply["citations"][number], "document" | "article" | "path" | "status">;

/** Asked once before anything is measured: what is loaded at first use would be counted as slow replies. */
const warmingRows = 20;

/** Asks every row in a conversation of its own, without a trace in the store, and judges the replies. */
export async function evaluate(
  rows: readonly EvaluationRow[],
  ports: EvaluationPorts,
  progress: (done: number, total: number) => void = () => {},
): Promise<readonly JudgedRow[]> {
  for (const row of rows.slice(0, warmingRows)) await converse(row, ports);
  const judged: JudgedRow[] = [];
  for (const row of rows) {
    const { replies, ms } = await converse(row, ports);
    judged.push(judgedRow(row, replies, ms, ports));
    progress(judged.length, rows.length);
  }
  return judged;
}

type Conversation = { readonly replies: readonly [Reply, ...Reply[]]; readonly ms: readonly number[] };

async function converse(row: EvaluationRow, { consultation, now }: EvaluationPorts): Promise<Conversation> {
  const replies: Reply[] = [];
  const ms: number[] = [];
  let dialog: DialogState = emptyDialog;
  for (const [index, text] of row.turns.entries()) {
    const message = { channel: "cli", updateId: String(index), conversation: row.id, text, choice: null, place: row.place } as const;
    const begun = now();
    const rehearsed = await consultation.rehearse(message, row.asOf, dialog);
    ms.push(now() - begun);
    replies.push(rehearsed.reply);
    dialog = rehearsed.dialog;
  }
  return { replies: replies as [Reply, ...Reply[]], ms };
}

function judgedRow(row: EvaluationRow, replies: Conversation["replies"], ms: readonly number[], ports: EvaluationPorts): JudgedRow {
  const mask = (text: string) => maskPersonalData(text, ports.publicNumbers).text;
  const { kind, outcome, route, text, confidence, citations, trace } = replies[replies.length - 1] ?? replies[0];
  const judgement = judge(row, replies, ms, ports.titleOf);
  const { expect } = row;
  return {
    id: row.id,
    turns: row.turns.map(mask),
    expect: { ...expect, facts: expect.facts.map(mask), must: expect.must.map(mask), mustNot: expect.mustNot.map(mask) },
    reply: {
      kind,
      outcome,
      route,
      confidence,
      text: mask(withoutLookupCode(text)),
      citations: citations.map(({ document, article, path, status }) => ({ document, article, path, status })),
    },
    trace,
    judgement: {
      ...judgement,
      factsMissing: judgement.factsMissing === null ? null : judgement.factsMissing.map(mask),
      mustMissing: judgement.mustMissing.map(mask),
      mustNotFound: judgement.mustNotFound.map(mask),
    },
  };
}
