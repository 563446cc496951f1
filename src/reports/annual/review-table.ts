import { type ReviewCase, type ReviewKind, type ReviewResult, reviewKinds, reviewResults } from "../../store/review-cases.js";
import { boundsOf } from "./register-entry.js";

/** How the cases of one kind stand at the end of the year. */
export type ReviewCounts = Readonly<Record<ReviewResult | "pending" | "total", number>>;

/** 政府信息公开行政复议、行政诉讼情况. */
export type ReviewTable = Readonly<Record<ReviewKind, ReviewCounts>>;

/**
 * Counts the cases of a year (Art. 50(1)4): those that ended in it by their result, and those filed by its end and not ended by then as
 * pending, so that a case that lasts over the turn of the year is pending in one report and has its result in the next.
 */
export function reviewTable(cases: readonly ReviewCase[], year: number): ReviewTable {
  return Object.fromEntries(
    reviewKinds.map((kind) => {
      const ofKind = cases.filter((each) => each.kind === kind);
      return [kind, countsOf(ofKind, year)];
    }),
  ) as ReviewTable;
}

function countsOf(cases: readonly ReviewCase[], year: number): ReviewCounts {
  const { first, last } = boundsOf(year);
  const ended = cases.filter(({ endedOn }) => endedOn !== null && first <= endedOn && endedOn <= last);
  const pending = cases.filter(({ filedOn, endedOn }) => filedOn <= last && (endedOn === null || endedOn > last)).length;
  const byResult = Object.fromEntries(
    reviewResults.map((result) => [result, ended.filter((each) => each.result === result).length]),
  ) as Record<ReviewResult, number>;
  return { ...byResult, pending, total: ended.length + pending };
}
