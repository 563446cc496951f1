import type { JudgedRow } from "./evaluate.js";
import { badnessOf, type Shortcoming, shortcomingsOf } from "./shortcomings.js";

/** A row whose replies leave something to wish for, and what. */
export type WorstRow = JudgedRow & { readonly shortcomings: readonly Shortcoming[] };

/** The worst rows, worst first; of equally bad ones the surer reply comes first, since a sure mistake is the worse one. None that is right. */
export function worstRows(rows: readonly JudgedRow[], top: number): readonly WorstRow[] {
  return rows
    .map((row) => ({ ...row, shortcomings: shortcomingsOf(row.judgement), badness: badnessOf(row.judgement) }))
    .filter(({ badness }) => badness > 0)
    .sort((a, b) => b.badness - a.badness || b.reply.confidence - a.reply.confidence)
    .slice(0, top)
    .map(({ badness: _, ...row }) => row);
}
