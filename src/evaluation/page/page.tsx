import { basename } from "node:path";
import { raw } from "hono/html";
import { fillIn } from "../../text/fill.js";
import { measureOf, shownFigure } from "../measures.js";
import { type EvaluationReport, type ReportWords, shownTime } from "../report.js";
import { doublingBins, Histogram, ShareBar } from "./charts.js";
import { ComparisonSection } from "./comparison-section.js";
import { style } from "./style.js";
import { WorstList } from "./worst-list.js";

/** An evaluation as one page of HTML that needs nothing beside itself: on a phone, on a desk, on paper. */
export function evaluationPage(report: EvaluationReport, by: ReportWords): string {
  const { words } = by;
  const name = basename(report.file);
  const page = (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${words.title}：${name}`}</title>
        <style>{raw(style)}</style>
      </head>
      <body>
        <main>
          <h1>{words.title}</h1>
          <dl class="about">
            <dt>{words.file}</dt>
            <dd>{name}</dd>
            <dt>{words.at}</dt>
            <dd>{shownTime(report.at)}</dd>
            <dt>{words.rows}</dt>
            <dd>{report.rows}</dd>
          </dl>
          <Figures report={report} by={by} />
          <h2>{words.times}</h2>
          <Histogram bins={doublingBins(report.times)} unit={words.milliseconds} title={timesTitle(report, by)} />
          <Routes report={report} by={by} />
          <ComparisonSection comparison={report.comparison} by={by} />
          <h2>{report.worst.length === 0 ? words.noWorst : fillIn(words.worst, { n: String(report.worst.length) })}</h2>
          <WorstList rows={report.worst} by={by} />
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${page}\n`;
}

type Part = { readonly report: EvaluationReport; readonly by: ReportWords };

/** What a screen reader says of the histogram. */
function timesTitle({ times }: EvaluationReport, { words }: ReportWords): string {
  const bins = doublingBins(times).filter(({ count }) => count > 0);
  return `${words.times}：${bins.map(({ from, to, count }) => `${from}–${to}：${count}`).join("，")}`;
}

function Figures({ report: { figures }, by: { words } }: Part) {
  const known = figures.filter(({ of }) => of > 0);
  return (
    <section>
      <h2>{words.figures}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.measure}</th>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.of}</th>
          </tr>
        </thead>
        <tbody>
          {known.map(({ name, value, of, floor, holds }) => {
            const { unit, better } = measureOf(name);
            return (
              <tr>
                <th scope="row">
                  {words.measures[name]}
                  {unit === "share" && value !== null && <ShareBar value={value} floor={floor} />}
                </th>
                <td>
                  {shownFigure(value, unit)}
                  {floor !== null && (
                    <small class={holds ? "good" : "bad"}>
                      {`${better === "more" ? "≥" : "≤"} ${floor} ${holds ? words.holds : words.broken}`}
                    </small>
                  )}
                </td>
                <td>{of}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Routes({ report: { routes }, by: { words, lists } }: Part) {
  const { names, matrix, scores } = routes;
  const most = Math.max(1, ...matrix.flat());
  const shown = (value: number | null | undefined) => (value == null ? "–" : value.toFixed(3));
  return (
    <section>
      <h2 id="routes">{words.routes}</h2>
      {scores.length === 0 ? (
        <p>{words.none_wanted}</p>
      ) : (
        // wider than a phone: to be scrolled with the keyboard too (WCAG 2.1.1)
        <section class="scroll" tabindex={0} aria-labelledby="routes">
          <table class="matrix">
            <thead>
              <tr>
                <th scope="col">{words.route}</th>
                {names.map((name) => (
                  <th scope="col">{lists.routes[name]}</th>
                ))}
                <th scope="col">{words.precision}</th>
                <th scope="col">{words.recall}</th>
                <th scope="col">{words.f1}</th>
              </tr>
            </thead>
            <tbody>
              {names.map((name, row) => {
                const score = scores.find(({ route }) => route === name);
                return (
                  <tr>
                    <th scope="row">{lists.routes[name]}</th>
                    {(matrix[row] ?? []).map((count, column) => (
                      <td class={row === column ? "right" : ""} style={heat(count, most)}>
                        {count}
                      </td>
                    ))}
                    <td>{shown(score?.precision)}</td>
                    <td>{shown(score?.recall)}</td>
                    <td>{shown(score?.f1)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

/** A tint that leaves the number readable: by the root of the share, so that single mistakes are seen too. */
function heat(count: number, most: number): string {
  return count === 0 ? "" : `background: rgb(var(--heat) / ${(0.1 + 0.3 * Math.sqrt(count / most)).toFixed(2)})`;
}
