import { shanghaiTime } from "../domain/plain-date.js";
import type { TraceEntry } from "../domain/reply.js";
import type { ConsoleWords } from "../knowledge/index.js";
import { fillIn } from "../text/fill.js";
import { type Comparison, compareRuns } from "./compare.js";
import type { CitedSource } from "./evaluate.js";
import { brokenFloors, type Floor } from "./floors.js";
import { type FoldedRoute, foldedRoutes } from "./folded-route.js";
import type { EvaluationRun } from "./kept-runs.js";
import { type Figure, type MeasureName, measures, routedOf } from "./measures.js";
import { type ConfusionMatrix, confusionMatrix, type RouteScore, routeScores } from "./routing-scores.js";
import type { Expectation, ExpectedSource } from "./row.js";
import type { ShortcomingName } from "./shortcomings.js";
import type { EvaluationWordings } from "./wordings.js";
import { type WorstRow, worstRows } from "./worst.js";

/** A measure's figure with the floor that it is held to, if any. */
export type ReportedFigure = Figure & { readonly name: MeasureName; readonly floor: number | null; readonly holds: boolean };

/** All that an evaluation shows, for a terminal, a page and programs alike. */
export type EvaluationReport = {
  readonly file: string;
  /** ISO time. */
  readonly at: string;
  readonly rows: number;
  readonly figures: readonly ReportedFigure[];
  readonly routes: { readonly names: readonly FoldedRoute[]; readonly matrix: ConfusionMatrix; readonly scores: readonly RouteScore[] };
  /** What each reply took, ms. */
  readonly times: readonly number[];
  readonly worst: readonly WorstRow[];
  /** With the previous run of the same file; null when there is none. */
  readonly comparison: (Comparison & { readonly at: string }) | null;
};

/** What a run shows, beside the previous one of its file. */
export function evaluationReport(
  run: EvaluationRun,
  previous: EvaluationRun | null,
  floors: readonly Floor[],
  top: number,
): EvaluationReport {
  const judgements = run.rows.map(({ judgement }) => judgement);
  const routed = routedOf(judgements);
  const broken = new Set(brokenFloors(floors, judgements).map(({ measure }) => measure));
  return {
    file: run.file,
    at: run.at,
    rows: run.rows.length,
    figures: measures.map(({ name, figure }) => ({
      name,
      ...figure(judgements),
      floor: floors.findLast(({ measure }) => measure === name)?.value ?? null,
      holds: !broken.has(name),
    })),
    routes: { names: foldedRoutes, matrix: confusionMatrix(routed), scores: routeScores(routed) },
    times: judgements.flatMap(({ ms }) => ms),
    worst: worstRows(run.rows, top),
    comparison: previous && { at: previous.at, ...compareRuns(previous.rows, run.rows) },
  };
}

/** The words that a report is written with. */
export type ReportWords = { readonly words: EvaluationWordings; readonly lists: ConsoleWords };

/** What was expected of a row, one line each; empty when nothing was. */
export function expectationLines(expect: Expectation, { words, lists }: ReportWords): readonly string[] {
  const { expectations } = words;
  const line = (name: string, values: readonly string[]) => (values.length === 0 ? [] : [`${name}：${values.join("；")}`]);
  return [
    ...line(expectations.route, expect.route === null ? [] : [lists.routes[expect.route]]),
    ...line(
      expectations.kind,
      expect.kind.map((kind) => lists.replyKinds[kind]),
    ),
    ...line(
      expectations.outcome,
      expect.outcome.map((outcome) => lists.outcomes[outcome]),
    ),
    ...line(expectations.documents, expect.documents.map(expectedSource)),
    ...line(expectations.facts, expect.facts),
    ...line(expectations.must, expect.must),
    ...line(expectations.mustNot, expect.mustNot),
    ...line(expectations.traps, expect.traps),
  ];
}

/** What came instead: route, kind, outcome, how sure. */
export function gotLine({ reply }: WorstRow, { lists }: ReportWords): string {
  const { route, kind, outcome, confidence } = reply;
  return `${lists.routes[route]} · ${lists.replyKinds[kind]} · ${lists.outcomes[outcome]} · ${confidence.toFixed(2)}`;
}

/** What is wrong with a row, in a sentence each. */
export function shortcomingLines({ shortcomings, judgement, reply }: WorstRow, { words, lists }: ReportWords): readonly string[] {
  const said: Partial<Record<ShortcomingName, string>> = {
    wrong_route: judgement.wantedRoute === null ? "" : `${lists.routes[judgement.wantedRoute]} → ${lists.routes[judgement.route]}`,
    wrong_outcome: lists.outcomes[reply.outcome],
    wrong_kind: lists.replyKinds[reply.kind],
  };
  return shortcomings.map(({ name, detail }) => {
    const particular = name === "gold_not_cited" && detail !== "" ? words.basisNamed : detail || said[name] || "";
    return particular === "" ? words.shortcomings[name] : `${words.shortcomings[name]}：${particular}`;
  });
}

/** A citation as people read it. */
export function citationLine({ document, article, status }: CitedSource, { lists }: ReportWords): string {
  return `《${document}》${article ?? ""}（${lists.forceStatuses[status]}）`;
}

/** The steps that a message went through, with what each found and how long it took. */
export function traceLine(trace: readonly TraceEntry[], { lists }: ReportWords): string {
  return trace.map(({ step, status, ms }) => `${lists.steps[step] ?? step}=${status} ${ms.toFixed(1)}ms`).join(" → ");
}

/** The heading of the comparison. */
export function comparisonHeading({ at, compared }: NonNullable<EvaluationReport["comparison"]>, { words }: ReportWords): string {
  return fillIn(words.comparison, { at: shownTime(at), n: String(compared) });
}

/** An ISO time to the minute, as people in China read it. */
export function shownTime(at: string): string {
  return shanghaiTime(new Date(at)).slice(0, 16).replace("T", " ");
}

function expectedSource({ path, document, article }: ExpectedSource): string {
  return `${document === null ? "" : `《${document}》`}${path ?? ""}${article === null ? "" : ` ${article}`}`.trim();
}
