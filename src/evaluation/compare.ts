import { differenceInterval, type Interval } from "./bootstrap.js";
import type { JudgedRow } from "./evaluate.js";
import { type MeasureName, measureOf, measures } from "./measures.js";
import { badnessOf, type ShortcomingName, shortcomingsOf } from "./shortcomings.js";

/** How a measure changed over the rows that both runs asked. */
export type MeasureChange = {
  readonly name: MeasureName;
  readonly before: number | null;
  readonly after: number | null;
  /** Of the difference; null where there is none. */
  readonly interval: Interval | null;
};

/** A row that became better or worse, with what went and what came. */
export type RowChange = {
  readonly id: string;
  readonly turns: readonly string[];
  /** Below 0 it became better. */
  readonly by: number;
  readonly gone: readonly ShortcomingName[];
  readonly come: readonly ShortcomingName[];
};

/** Two runs beside each other. */
export type Comparison = {
  /** Rows that both asked, in the same words and with the same expectation. */
  readonly compared: number;
  /** Rows of the later run that the earlier did not ask so. */
  readonly added: number;
  readonly measures: readonly MeasureChange[];
  /** The most changed first. */
  readonly better: readonly RowChange[];
  readonly worse: readonly RowChange[];
};

/** What became of an earlier run's rows. */
export function compareRuns(before: readonly JudgedRow[], after: readonly JudgedRow[]): Comparison {
  const earlier = new Map(before.map((row) => [row.id, row]));
  const pairs = after.flatMap((row) => {
    const known = earlier.get(row.id);
    return known && asksTheSame(known, row) ? [[known, row] as const] : [];
  });
  const judged = pairs.map(([was, is]) => [was.judgement, is.judgement] as const);
  const changes = pairs.map(([was, is]) => rowChange(was, is));
  return {
    compared: pairs.length,
    added: after.length - pairs.length,
    measures: measures.map(({ name, figure }) => ({
      name,
      before: figure(judged.map(([was]) => was)).value,
      after: figure(judged.map(([, is]) => is)).value,
      interval: differenceInterval(judged, (rows) => figure(rows).value),
    })),
    better: changes.filter(({ by }) => by < 0).sort((a, b) => a.by - b.by),
    worse: changes.filter(({ by }) => by > 0).sort((a, b) => b.by - a.by),
  };
}

/**
 * True when the interval leaves 0 out: then chance alone hardly explains the change. Never of times, which move with what else the
 * machine does, and rows drawn anew do not show that.
 */
export function isSignificant({ name, interval }: MeasureChange): boolean {
  return measureOf(name).unit !== "ms" && interval !== null && (interval.low > 0 || interval.high < 0);
}

function asksTheSame(one: JudgedRow, other: JudgedRow): boolean {
  const asked = ({ turns, expect }: JudgedRow) => JSON.stringify([turns, expect]);
  return asked(one) === asked(other);
}

function rowChange(before: JudgedRow, after: JudgedRow): RowChange {
  const names = ({ judgement }: JudgedRow) => [...new Set(shortcomingsOf(judgement).map(({ name }) => name))];
  const [was, is] = [names(before), names(after)];
  return {
    id: after.id,
    turns: after.turns,
    by: badnessOf(after.judgement) - badnessOf(before.judgement),
    gone: was.filter((name) => !is.includes(name)),
    come: is.filter((name) => !was.includes(name)),
  };
}
