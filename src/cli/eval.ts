import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { Command } from "commander";
import { ZhengwenError } from "../domain/errors.js";
import { evaluate } from "../evaluation/evaluate.js";
import { readFloor } from "../evaluation/floors.js";
import { keepRun, previousRun } from "../evaluation/kept-runs.js";
import { measures } from "../evaluation/measures.js";
import { evaluationPage } from "../evaluation/page/page.js";
import { evaluationPorts } from "../evaluation/ports.js";
import { type EvaluationReport, evaluationReport } from "../evaluation/report.js";
import { readRows } from "../evaluation/row.js";
import { evaluationText } from "../evaluation/text.js";
import { loadEvaluationWordings } from "../evaluation/wordings.js";
import { knowledgeFolder } from "../paths.js";
import { countOption } from "./options.js";
import { progressBar } from "./progress.js";
import { writeOutput } from "./report/output.js";
import { withServices } from "./with-services.js";

type Options = { report?: string; json?: true; top: string; floor: readonly string[] };

const help = `
A line holds one question, or a conversation whose last reply is judged, with what is expected; whatever is left out is not judged:
  {"id": "a1", "text": "产假有几天？", "expect": {"route": "question", "outcome": "answered",
   "documents": [{"document": "女职工劳动保护特别规定", "article": "第七条"}], "facts": ["98天产假"]}}
  {"id": "a2", "turns": [{"user": "路灯坏了"}, {"user": "木棉街12号"}], "place": "广东", "asOf": "2026-01-05",
   "expect": {"kind": ["flow", "request"], "must": ["确认"], "mustNot": ["已修好"], "traps": ["旧版.md"]}}

Measures, for --floor:
${measures.map(({ name, meaning, better }) => `  ${name.padEnd(22)} ${meaning}${better === "less" ? " (at most)" : ""}`).join("\n")}

Examples:
  zhengwen eval 常见问题.jsonl
  zhengwen eval 常见问题.jsonl --report 评测.html --top 20
  zhengwen eval 常见问题.jsonl --floor gold_cited=0.6 --floor traps_cited=0`;

/** `zhengwen eval` */
export function evalCommand(): Command {
  return new Command("eval")
    .description("how well questions with known answers are answered now, and what changed since they were last asked; nobody is told")
    .argument("<file>", "rows {id, text or turns, place?, asOf?, expect} as JSON lines")
    .option("--report <file>", "also write a page of HTML")
    .option("--json", "print one JSON value")
    .option("--top <n>", "how many of the worst rows are shown, up to 1000", "10")
    .option("--floor <measure=value>", "exit 1 when the measure is below (repeatable)", (value, given: string[]) => [...given, value], [])
    .addHelpText("after", help)
    .action(async (file: string, options: Options) => {
      const top = countOption("--top", options.top, 0, 1000);
      const floors = options.floor.map(readFloor);
      const content = await readFile(file, "utf8").catch((cause: Error) => {
        throw new ZhengwenError("wrong_use", `cannot read ${file}: ${cause.message}`, { cause });
      });
      await withServices(async (services) => {
        const { config, clock, knowledge } = services;
        const rows = readRows(content, basename(file), knowledge.places.read);
        const previous = previousRun(config.home, resolve(file));
        const bar = progressBar("evaluating");
        const judged = await evaluate(rows, evaluationPorts(services), bar.update);
        bar.stop();
        const run = { file: resolve(file), at: clock().toISOString(), rows: judged };
        const report = evaluationReport(run, previous, floors, top);
        process.stderr.write(`kept: ${keepRun(config.home, run)}\n`);
        const by = { words: loadEvaluationWordings(knowledgeFolder), lists: knowledge.console };
        if (options.report !== undefined) await writeOutput(evaluationPage(report, by), options.report);
        process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : evaluationText(report, by));
        failBelow(report);
      });
    });
}

function failBelow({ figures }: EvaluationReport): void {
  const broken = figures.filter(({ holds }) => !holds);
  if (broken.length === 0) return;
  process.stderr.write(`below their floors: ${broken.map(({ name, value, floor }) => `${name} ${value ?? "–"} (${floor})`).join(", ")}\n`);
  process.exitCode = 1;
}
