import { raw } from "hono/html";
import type { AnnualReportForm } from "../../knowledge/annual-report.js";
import type { AnnualReport } from "./annual-report.js";
import { disclosureGrid, type Grid, type GridCell, reviewGrid } from "./grid.js";

const style = `
@page { size: A4 portrait; margin: 10mm 12mm; }
:root { color: #111; background: #fff; }
body { max-width: 186mm; margin: 8mm auto; padding: 0 4mm; font: 9.5pt/1.35 SimSun, "Songti SC", "Noto Serif CJK SC", serif; }
h1 { margin: 0; font-size: 15pt; text-align: center; }
.period { margin: 1.5mm 0 5mm; text-align: center; }
section { margin: 0 0 6mm; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
caption { padding-bottom: 2mm; font-size: 12pt; font-weight: bold; text-align: left; }
th, td { padding: 0.7mm 1mm; border: 0.3mm solid #111; font-weight: normal; overflow-wrap: anywhere; }
thead th, td { text-align: center; }
thead th { text-wrap: balance; }
tbody th { text-align: left; }
td { font-variant-numeric: tabular-nums; }
.corner { text-align: left; }
.first { width: 8%; } .second { width: 11%; } .third { width: 32%; }
tr { break-inside: avoid; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 9pt; } section { overflow: visible; break-inside: avoid; } }
@media screen and (max-width: 760px) { table { min-width: 700px; } }
`;

/** The yearly tables as a page of HTML for print (A4), laid out as the official form is; each number names its headers to screen readers. */
export function annualReportPage(form: AnnualReportForm, report: AnnualReport): string {
  const title = `${report.office}${report.year}年${form.title}`;
  const page = (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{raw(style)}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p class="period">统计期间：{report.period}</p>
          <FormTable grid={disclosureGrid(form, report.disclosure)} labels={form.depth} />
          <FormTable grid={reviewGrid(form, report.reviews)} labels={0} />
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${page}\n`;
}

function FormTable({ grid: { title, head, body }, labels }: { readonly grid: Grid; readonly labels: number }) {
  const name = `t${labels}`;
  return (
    <section tabindex={0} aria-labelledby={name}>
      <table>
        <caption id={name}>{title}</caption>
        {labels > 0 && (
          <colgroup>
            {["first", "second", "third"].slice(0, labels).map((column) => (
              <col class={column} />
            ))}
          </colgroup>
        )}
        <thead>
          {head.map((cells) => (
            <tr>{cells.map(cellView)}</tr>
          ))}
        </thead>
        <tbody>
          {body.map((cells) => (
            <tr>{cells.map(cellView)}</tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function cellView({ content, rows, columns, kind, id, headers }: GridCell) {
  const spans = { ...(rows > 1 ? { rowspan: rows } : {}), ...(columns > 1 ? { colspan: columns } : {}) };
  if (kind === "value") return <td headers={headers.join(" ")}>{content}</td>;
  if (kind === "corner") {
    return (
      <td class="corner" {...spans}>
        {content}
      </td>
    );
  }
  return (
    <th id={id ?? undefined} {...spans}>
      {content}
    </th>
  );
}
