import { Command } from "commander";
import type { Flow } from "../../knowledge/flows/index.js";
import { flowNamed } from "./flow-named.js";

/** `zhengwen flows show ID` */
export function showCommand(): Command {
  return new Command("show")
    .description("a flow's questions, outcomes, and the dated values with the articles that they come from")
    .argument("<id>", "as `zhengwen flows list` names it")
    .option("--json", "print one JSON value")
    .addHelpText("after", "\nExample:\n  zhengwen flows show annual_leave")
    .action((id: string, options: { json?: boolean }) => {
      const flow = flowNamed(id);
      process.stdout.write(options.json ? `${JSON.stringify(plain(flow))}\n` : `${linesOf(flow).join("\n")}\n`);
    });
}

/** Patterns as they are written. */
function plain({ offer, lineOf, lineOfCase, ...flow }: Flow) {
  return { ...flow, offer: { ...offer, cues: offer.cues.map(({ source }) => source), unless: offer.unless.map(({ source }) => source) } };
}

function linesOf({ id, title, for: whom, file, nodes, parameters, outcomes, cases }: Flow): readonly string[] {
  const asked = Object.entries(nodes).flatMap(([name, node]) => [
    `${name}（${node.kind}）${node.ask}`,
    ...(node.kind === "choice" ? Object.entries(node.options).map(([option, label]) => `    ${option}  ${label}`) : []),
    ...node.next.map(({ when, go }) => `    → ${go}${when === undefined ? "" : `  ${JSON.stringify(when)}`}`),
  ]);
  const dated = Object.entries(parameters).flatMap(([name, { name: called, unit, fictional, values }]) =>
    values.map(
      ({ from, value, document, article }) =>
        `${name}  ${called}  ${from} 起 ${value}${unit}  《${document}》${article}${fictional ? "（本街道虚构）" : ""}`,
    ),
  );
  const ends = Object.entries(outcomes).flatMap(([name, { result, text, cites }]) => [
    `${name}（${result}）${text}`,
    `    ${cites.map(({ document, article }) => `《${document}》${article}`).join("；")}`,
  ]);
  return [
    `${id}  ${title}`,
    whom,
    `${file}，${cases.length} cases`,
    "",
    ...asked,
    "",
    ...dated,
    ...(dated.length > 0 ? [""] : []),
    ...ends,
  ];
}
