import { citationLine, expectationLines, gotLine, type ReportWords, shortcomingLines, traceLine } from "../report.js";
import type { WorstRow } from "../worst.js";

/** The worst rows: what was asked, wanted and said, what is wrong, and under a fold the reply and its trace. */
export function WorstList({ rows, by }: { readonly rows: readonly WorstRow[]; readonly by: ReportWords }) {
  return (
    <ol class="worst">
      {rows.map((row, index) => (
        <Worst row={row} place={index + 1} by={by} />
      ))}
    </ol>
  );
}

function Worst({ row, place, by }: { readonly row: WorstRow; readonly place: number; readonly by: ReportWords }) {
  const { words } = by;
  return (
    <li>
      <h3>{`${place}. ${row.id}`}</h3>
      <dl>
        <Entry name={words.asked} lines={row.turns} />
        <Entry name={words.why} lines={shortcomingLines(row, by)} tone="bad" />
        <Entry name={words.wanted} lines={expectationLines(row.expect, by)} />
        <Entry name={words.got} lines={[gotLine(row, by)]} />
        <Entry name={words.citations} lines={row.reply.citations.map((citation) => citationLine(citation, by))} />
      </dl>
      <details>
        <summary>{`${words.reply}、${words.trace}`}</summary>
        <dl>
          <Entry name={words.reply} lines={[row.reply.text]} tone="reply" />
          <Entry name={words.trace} lines={[traceLine(row.trace, by)]} />
        </dl>
      </details>
    </li>
  );
}

function Entry({ name, lines, tone = "" }: { readonly name: string; readonly lines: readonly string[]; readonly tone?: string }) {
  if (lines.length === 0) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd class={tone}>{lines.join("\n")}</dd>
    </>
  );
}
