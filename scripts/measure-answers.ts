import type { Place } from "../src/domain/place.js";
import { evaluate, type JudgedRow } from "../src/evaluation/evaluate.js";
import { evaluationPorts } from "../src/evaluation/ports.js";
import type { EvaluationRow } from "../src/evaluation/row.js";
import { worstRows } from "../src/evaluation/worst.js";
import { answerMeasures, type JudgedFiles } from "./measure/answer-floors.js";
import { dataFolder } from "./measure/data.js";
import { fails, table } from "./measure/floors.js";
import { lawHome } from "./measure/home.js";
import { recordQuality } from "./measure/quality.js";
import { type ResidentFile, residentFiles, residentRows } from "./measure/resident-rows.js";

/**
 * Prints how well residents' development messages are answered, beside the floors; exit 1 below one.
 *
 *   npm run measure [-- --worst] [--record]
 *
 * MEASURE_HOME=folder keeps the index between runs; `--worst` names every message that leaves something to wish for; `--record` writes
 * docs/quality.md.
 */
const folder = dataFolder();
if (!folder) {
  process.stdout.write("the development data is not here (../shared/data): nothing measured\n");
  process.exit(0);
}
const { services } = await lawHome(`${folder}/laws`, process.env["MEASURE_HOME"]);
const ports = evaluationPorts(services);
const ask = (rows: readonly EvaluationRow[]) => evaluate(rows, ports);

// a pass that warms up: what the program reads at first use is no resident's waiting time
for (const file of residentFiles) await ask(residentRows(folder, file));
const files: Partial<Record<ResidentFile, readonly JudgedRow[]>> = {};
for (const file of residentFiles) files[file] = await ask(residentRows(folder, file));
const judged = files as JudgedFiles;
const province = await ask(residentRows(folder, "questions", "广东省" as Place));
services.close();

const figures = answerMeasures(judged);
if (process.argv.includes("--worst")) {
  for (const { id, turns, reply, shortcomings } of worstRows(Object.values(judged).flat(), Number.POSITIVE_INFINITY)) {
    const wrong = shortcomings.map(({ name, detail }) => (detail === "" ? name : `${name} ${detail}`)).join("; ");
    const cited = reply.citations.map(({ document, article }) => document + (article ?? "")).join("；");
    process.stdout.write(
      `${id} ${reply.route} ${reply.outcome} ${reply.confidence.toFixed(2)} ${turns.join(" / ")} → ${cited}: ${wrong}\n`,
    );
  }
}
process.stdout.write(`${table(figures)}\n`);
if (process.argv.includes("--record")) recordQuality(judged, province);
const broken = figures.filter(fails);
process.stdout.write(broken.length === 0 ? "all floors kept\n" : `below their floors: ${broken.map(({ name }) => name).join("; ")}\n`);
process.exitCode = broken.length === 0 ? 0 : 1;
