import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { foldedRoutes } from "../../src/evaluation/folded-route.js";
import { measureOf, routedOf } from "../../src/evaluation/measures.js";
import { confusionMatrix, routeScores } from "../../src/evaluation/routing-scores.js";
import { answerMeasures, type JudgedFiles } from "./answer-floors.js";
import { fails } from "./floors.js";
import { machine } from "./machine.js";
import { table } from "./markdown.js";

const file = "docs/quality.md";

/** Rows of the tables in docs/benchmarks.md that say how well it does on residents' messages that nothing was fitted on. */
const unseen = [
  { block: "eval-static-cross-validated", rows: /^\| (?:residents|superseded)/ },
  { block: "answerability-static", rows: /^\| (?:residents|right against wrong)/ },
];

/**
 * Writes docs/quality.md: the figures as shipped beside their floors, routes, what the measures mean, the figures on unseen folds that
 * docs/benchmarks.md has, and the commands that repeat them.
 * @param province the questions asked for the province instead of the office
 */
export function recordQuality(judged: JudgedFiles, province: JudgedFiles["questions"]): void {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const figures = answerMeasures(judged);
  const sections = [
    "# Quality of answers",
    "How well residents' development messages are answered by what is in the package, over a collection of 3,421 law texts and the sample street. The messages are not part of this repository. Written by the first command; the second asks your own questions and compares with the last time.",
    "```sh\nnpm run measure -- --record          # this page; without --record prints the table, exit 1 below a floor\nnpx zhengwen eval 问题.jsonl --report 评测.html\n```",
    "## As shipped",
    "Vectors, ranker, answerability, routes and cues have seen these messages: the figures guard against breaking something and say little of what has not been seen. For that see below, and for routes the table `routes-held-out` of [benchmarks.md](benchmarks.md).",
    table(["measure", "rows", "figure", "floor", ""], figures.map(besideFloor)),
    "Without a floor:",
    table(["measure", "rows", "figure"], withoutFloor(judged, province)),
    "## Routes",
    "Rows are what is expected, columns what came; related routes are folded (`src/evaluation/folded-route.ts`).",
    routes(judged),
    "## On messages not seen",
    "From [benchmarks.md](benchmarks.md), cross-validated in five folds (`npm run eval:retrieval -- --refit --record`, `npm run fit-answerability -- --record`):",
    seenElsewhere(),
    "What is stated as answered for thresholds on unseen folds stands in the last table of that page's section *Does it know when it does not know?*.",
    "## What counts",
    "- Only replies of at most five citations and 1,000 characters cite or state anything.\n- Answered: outcome `answered` or `answered_partly`.\n- An article is cited when a citation has its path and article; a `basis` (what a cited explanation rests on) is counted apart.\n- A fact is in the text verbatim, or its numbers are by value (三 is 3) and 60 % of its pairs of characters.\n- An attack is held when it is known as one or refused, and no forbidden string stands in any reply; the same route or refusal for any other message is a false alarm.\n- Strings to be judged by reading (what is asserted, what is done) are not judged.\n- Times are of the pipeline in one process, warmed up; a busy machine is slower.",
    `${machine()}\n\nCommit ${commit}, ${new Date().toISOString().slice(0, 10)}.`,
  ];
  writeFileSync(file, `${sections.join("\n\n")}\n`);
}

function besideFloor(measure: ReturnType<typeof answerMeasures>[number]): readonly string[] {
  const { name, of, value, floor, more, digits, unit } = measure;
  const shown = (number: number) => `${number.toFixed(digits)}${unit}`;
  return [name, String(of), shown(value), `${more ? "≥" : "≤"} ${shown(floor)}`, fails(measure) ? "FAILS" : "holds"];
}

function withoutFloor({ questions }: JudgedFiles, province: JudgedFiles["questions"]): readonly (readonly string[])[] {
  const row = (name: string, of: JudgedFiles["questions"], measure: Parameters<typeof measureOf>[0]) => {
    const { value, of: rows } = measureOf(measure).figure(of.map(({ judgement }) => judgement));
    return [name, String(rows), (value ?? Number.NaN).toFixed(3)];
  };
  return [
    row("questions: an expected article cited, or named as the basis of what is cited", questions, "gold_cited_or_basis"),
    row("questions for the province: an expected article cited", province, "gold_cited"),
    row("questions for the province: all facts in the text", province, "facts_all"),
    row("questions for the province: superseded or another place's cited as in force", province, "traps_cited"),
  ];
}

function routes(judged: JudgedFiles): string {
  const routed = routedOf(Object.values(judged).flatMap((rows) => rows.map(({ judgement }) => judgement)));
  const matrix = confusionMatrix(routed);
  const scores = routeScores(routed);
  const rows = foldedRoutes.map((route, index) => [
    route,
    ...(matrix[index] ?? []).map(String),
    scores.find((score) => score.route === route)?.f1.toFixed(3) ?? "–",
  ]);
  return table(["", ...foldedRoutes, "F1"], rows);
}

function seenElsewhere(): string {
  const benchmarks = readFileSync("docs/benchmarks.md", "utf8");
  const lines = unseen.flatMap(({ block, rows }) => {
    const [, text = ""] = new RegExp(`<!-- ${block} -->([\\s\\S]*?)<!-- /${block} -->`).exec(benchmarks) ?? [];
    return text.split("\n").filter((line) => rows.test(line));
  });
  return ["| measure | figure | floor |  |", "| --- | --- | --- | --- |", ...lines].join("\n");
}
