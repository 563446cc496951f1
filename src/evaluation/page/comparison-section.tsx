import { fillIn } from "../../text/fill.js";
import { isSignificant, type MeasureChange, type RowChange } from "../compare.js";
import { measureOf, shownFigure } from "../measures.js";
import { comparisonHeading, type EvaluationReport, type ReportWords } from "../report.js";
import { IntervalBar } from "./charts.js";

type Known = NonNullable<EvaluationReport["comparison"]>;

/** What changed since the previous run: each measure with its interval, and the rows that became worse and better. */
export function ComparisonSection({ comparison, by }: { readonly comparison: EvaluationReport["comparison"]; readonly by: ReportWords }) {
  const { words } = by;
  if (comparison === null) return <p>{words.noComparison}</p>;
  return (
    <section>
      <h2>{comparisonHeading(comparison, by)}</h2>
      {comparison.added > 0 && <p>{fillIn(words.added, { n: String(comparison.added) })}</p>}
      <Changes comparison={comparison} by={by} />
      <Rows name={words.worse} rows={comparison.worse} by={by} />
      <Rows name={words.better} rows={comparison.better} by={by} />
    </section>
  );
}

function Changes({ comparison, by: { words } }: { readonly comparison: Known; readonly by: ReportWords }) {
  return (
    <table class="narrow">
      <thead>
        <tr>
          {[words.measure, `${words.before} → ${words.after}`, `${words.change}（${words.interval}）`].map((title) => (
            <th scope="col">{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {comparison.measures.map((change) => (
          <Change change={change} comparison={comparison} words={words} />
        ))}
      </tbody>
    </table>
  );
}

type ChangeGiven = { readonly change: MeasureChange; readonly comparison: Known; readonly words: ReportWords["words"] };

function Change({ change, comparison, words }: ChangeGiven) {
  const { name, before, after, interval } = change;
  if (before === null || after === null) return null;
  const { unit, better } = measureOf(name);
  const signed = (value: number) => `${value > 0 ? "+" : ""}${shownFigure(value, unit)}`;
  const isBetter = (after - before) * (better === "more" ? 1 : -1) > 0;
  const tone = isSignificant(change) ? (isBetter ? "good" : "bad") : "";
  return (
    <tr>
      <th scope="row">
        {words.measures[name]}
        {unit === "share" && interval && <IntervalBar change={after - before} interval={interval} span={spanOf(comparison)} />}
      </th>
      <td>{`${shownFigure(before, unit)} → ${shownFigure(after, unit)}`}</td>
      <td class={tone}>
        {signed(after - before)}
        {tone !== "" && `（${words.significant}）`}
        {interval && <small>{`${signed(interval.low)} … ${signed(interval.high)}`}</small>}
      </td>
    </tr>
  );
}

/** Shares are drawn on one scale: as far as the widest interval reaches. */
function spanOf({ measures }: Known): number {
  const ends = measures.flatMap(({ name, interval }) =>
    interval && measureOf(name).unit === "share" ? [interval.low, interval.high] : [],
  );
  return Math.max(0.05, ...ends.map(Math.abs));
}

function Rows({ name, rows, by: { words } }: { readonly name: string; readonly rows: readonly RowChange[]; readonly by: ReportWords }) {
  const named = (list: RowChange["gone"]) => list.map((each) => words.shortcomings[each]).join("、");
  return (
    <>
      <h3>{`${name}：${rows.length === 0 ? words.none : rows.length}`}</h3>
      {rows.length > 0 && (
        <ul class="changes">
          {rows.map(({ id, turns, gone, come }) => (
            <li>
              {`${id}　${turns.join(" / ")}`}
              {gone.length > 0 && <div class="good">{`${words.gone}：${named(gone)}`}</div>}
              {come.length > 0 && <div class="bad">{`${words.come}：${named(come)}`}</div>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
