import { textTable } from "../reports/text-table.js";
import { fillIn } from "../text/fill.js";
import { isSignificant, type RowChange } from "./compare.js";
import { measureOf, shownFigure } from "./measures.js";
import {
  citationLine,
  comparisonHeading,
  type EvaluationReport,
  expectationLines,
  gotLine,
  type ReportWords,
  shortcomingLines,
  shownTime,
  traceLine,
} from "./report.js";
import type { WorstRow } from "./worst.js";

/** An evaluation for a terminal: figures, routes, worst rows, what changed. */
export function evaluationText(report: EvaluationReport, by: ReportWords): string {
  const { words } = by;
  const head = `${words.title}\n${words.file}：${report.file}\n${words.at}：${shownTime(report.at)}  ${words.rows}：${report.rows}`;
  return `${[head, figures(report, by), routes(report, by), worst(report, by), comparison(report, by)].join("\n\n")}\n`;
}

function figures({ figures: shown }: EvaluationReport, { words }: ReportWords): string {
  const known = shown.filter(({ of }) => of > 0);
  const isHeld = known.some(({ floor }) => floor !== null);
  const columns = [{ title: words.measure }, { title: words.figure, side: "right" as const }, { title: words.of, side: "right" as const }];
  const rows = known.map(({ name, value, of, floor, holds }) => {
    const { unit, better } = measureOf(name);
    const bound = floor === null ? ["", ""] : [`${better === "more" ? "≥" : "≤"} ${floor}`, holds ? words.holds : words.broken];
    return [words.measures[name], shownFigure(value, unit), String(of), ...(isHeld ? bound : [])];
  });
  return textTable([...columns, ...(isHeld ? [{ title: words.bound, side: "right" as const }, { title: "" }] : [])], rows).join("\n");
}

function routes({ routes: { names, matrix, scores } }: EvaluationReport, { words, lists }: ReportWords): string {
  if (scores.length === 0) return `${words.routes}\n${words.none_wanted}`;
  const right = { side: "right" as const };
  const shown = (value: number | null) => (value === null ? "–" : value.toFixed(3));
  const columns = [
    { title: words.route },
    ...names.map((name) => ({ title: lists.routes[name], ...right })),
    ...[words.precision, words.recall, words.f1].map((title) => ({ title, ...right })),
  ];
  const rows = names.map((name, index) => {
    const score = scores.find(({ route }) => route === name);
    return [
      lists.routes[name],
      ...(matrix[index] ?? []).map(String),
      ...(score ? [shown(score.precision), shown(score.recall), score.f1.toFixed(3)] : ["–", "–", "–"]),
    ];
  });
  return `${words.routes}\n${textTable(columns, rows).join("\n")}`;
}

function worst({ worst: rows }: EvaluationReport, by: ReportWords): string {
  const { words } = by;
  if (rows.length === 0) return words.noWorst;
  return [fillIn(words.worst, { n: String(rows.length) }), ...rows.map((row, index) => worstText(row, index + 1, by))].join("\n\n");
}

function worstText(row: WorstRow, place: number, by: ReportWords): string {
  const { words } = by;
  const lines: readonly (readonly [string, readonly string[]])[] = [
    [words.asked, row.turns],
    [words.wanted, expectationLines(row.expect, by)],
    [words.got, [gotLine(row, by)]],
    [words.citations, row.reply.citations.map((citation) => citationLine(citation, by))],
    [words.why, shortcomingLines(row, by)],
    [words.trace, [traceLine(row.trace, by)]],
  ];
  const shown = lines.flatMap(([name, values]) => values.map((value, index) => `   ${index === 0 ? `${name}：` : "　　　"}${value}`));
  return [`${place}. ${row.id}`, ...shown.map((line) => line.replaceAll("\n", " "))].join("\n");
}

function comparison({ comparison: known }: EvaluationReport, by: ReportWords): string {
  const { words } = by;
  if (known === null) return words.noComparison;
  const right = { side: "right" as const };
  const rows = known.measures.flatMap((change) => {
    const { name, before, after, interval } = change;
    if (before === null || after === null) return [];
    const { unit } = measureOf(name);
    const signed = (value: number) => `${value > 0 ? "+" : ""}${shownFigure(value, unit)}`;
    return [
      [
        words.measures[name],
        shownFigure(before, unit),
        shownFigure(after, unit),
        signed(after - before),
        interval === null ? "–" : `${signed(interval.low)} … ${signed(interval.high)}`,
        isSignificant(change) ? words.significant : "",
      ],
    ];
  });
  const columns = [
    { title: words.measure },
    { title: words.before, ...right },
    { title: words.after, ...right },
    { title: words.change, ...right },
    { title: words.interval, ...right },
    { title: "" },
  ];
  return [
    comparisonHeading(known, by),
    ...(known.added > 0 ? [fillIn(words.added, { n: String(known.added) })] : []),
    ...textTable(columns, rows),
    "",
    ...changed(words.worse, known.worse, by),
    ...changed(words.better, known.better, by),
  ].join("\n");
}

function changed(name: string, rows: readonly RowChange[], { words }: ReportWords): readonly string[] {
  const named = (list: RowChange["gone"]) => list.map((each) => words.shortcomings[each]).join("、");
  return [
    `${name}：${rows.length === 0 ? words.none : rows.length}`,
    ...rows.map(({ id, turns, gone, come }) => {
      const what = [gone.length > 0 ? `${words.gone}：${named(gone)}` : "", come.length > 0 ? `${words.come}：${named(come)}` : ""];
      return `   ${id}  ${turns.join(" / ").replaceAll("\n", " ")}  ${what.filter(Boolean).join("；")}`;
    }),
  ];
}
