import { numbersIn } from "../../text/numerals.js";
import { cellsOf, headerCells, headerLine, isTableRule } from "../../text/table-row.js";

/** Markdown marks that mean nothing in a chat are left out; the words stay verbatim. */
export function readable(lines: readonly string[], heading: string | null): string {
  const header = headerCells(heading);
  const cells = (line: string) => (header && cellsOf(line).length === header.length ? cellsOf(line) : null);
  const hasHeader = lines.some((line) => cells(line)?.join() === header?.join());
  return lines
    .filter((line) => !isTableRule(line))
    .map((line) => {
      const row = cells(line);
      if (row && header) return `· ${hasHeader ? headerLine(row) : labelled(row, header)}`;
      return (line === heading ? `【${line}】` : line)
        .replace(/^\s*[-*]\s+/, "· ")
        .replace(/\*\*/g, "")
        .trim();
    })
    .join("\n");
}

/** A row alone, each cell behind its header's; one whose header states a number goes without, since that number stands in no quote. */
function labelled(row: readonly string[], header: readonly string[]): string {
  return row
    .map((cell, index) => ({ cell, label: header[index] ?? "" }))
    .filter(({ cell }) => cell !== "")
    .map(({ cell, label }) => (label === "" || numbersIn(label).length > 0 ? cell : `${label}：${cell}`))
    .join("；");
}
