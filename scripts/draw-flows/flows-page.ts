import type { Flow, FlowResult } from "../../src/knowledge/flows/index.js";
import { conditionText, expressionText } from "./condition-text.js";

const results: Readonly<Record<FlowResult, string>> = { eligible: "可以", not_eligible: "不可以", depends: "看情况" };

/** docs/flows.md: a diagram for each flow, its values, and the dated parameters with their articles. */
export function flowsPage(flows: readonly Flow[]): string {
  return `${[
    "# Flows",
    "",
    "Drawn from `knowledge/flows/*.yml` by `npm run draw-flows`; do not edit by hand. How a flow is written: [flow-format.md](flow-format.md).",
    "",
    "An arrow without words is taken when no other of its question is.",
    ...flows.flatMap((flow) => ["", ...section(flow)]),
  ].join("\n")}\n`;
}

function section(flow: Flow): readonly string[] {
  const values = Object.entries(flow.values);
  const parameters = Object.entries(flow.parameters);
  return [
    `## ${flow.title}`,
    "",
    `\`${flow.id}\`，${flow.for}。${flow.cases.length} cases.`,
    "",
    "```mermaid",
    ...diagram(flow),
    "```",
    ...(values.length > 0 ? ["", "| value | unit | computed as |", "| --- | --- | --- |"] : []),
    ...values.map(([name, { unit, is }]) => row([`\`${name}\``, unit, expressionText(is)])),
    ...(parameters.length > 0 ? ["", "| parameter | | from | value | rests on |", "| --- | --- | --- | --- | --- |"] : []),
    ...parameters.flatMap(([name, { name: called, unit, fictional, values: dated }]) =>
      dated.map(({ from, value, document, article }) =>
        row([
          `\`${name}\``,
          `${called}${fictional ? " (this street's own, fictional)" : ""}`,
          from,
          `${value} ${unit}`,
          `《${document}》${article}`,
        ]),
      ),
    ),
    "",
    "| outcome | | rests on |",
    "| --- | --- | --- |",
    ...Object.entries(flow.outcomes).map(([name, { result, cites }]) =>
      row([`\`${name}\``, results[result], cites.map(({ document, article }) => `《${document}》${article}`).join("；")]),
    ),
  ];
}

function diagram(flow: Flow): readonly string[] {
  return [
    "flowchart TD",
    ...Object.entries(flow.nodes).map(([name, { ask }]) => `  ${name}["${quoted(ask)}"]`),
    ...Object.entries(flow.outcomes).map(([name, { result, text }]) => `  ${name}(["${results[result]}：${quoted(text)}"])`),
    ...Object.entries(flow.nodes).flatMap(([name, { next }]) =>
      next.map(({ when, go }) => `  ${name} -->${when === undefined ? "" : `|"${quoted(conditionText(when, flow))}"|`} ${go}`),
    ),
  ];
}

/** What would end a label, or be read as markup, in other words. */
function quoted(text: string): string {
  return text.replaceAll('"', "'").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
