import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { progressBar } from "../src/cli/progress.js";
import { readConfig } from "../src/config.js";
import { importPath } from "../src/corpus/ingest.js";
import { systemClock } from "../src/domain/clock.js";
import { openArchive } from "../src/services.js";
import { dataFolder } from "./measure/data.js";
import { inChild } from "./measure/in-child.js";
import { machine } from "./measure/machine.js";
import { record } from "./measure/record.js";
import { copySubset } from "./measure/subset.js";
import type { GraphCost, SizeCost } from "./scale/measured.js";
import { growthPlot } from "./scale/plot.js";
import { graphTable, growthPanels, sizeTable } from "./scale/report.js";

/**
 * How costs grow with the collection: at 10, 60 and 140 thousand chunks of the law collection, and at a million that repeat them with noise.
 * Writes docs/benchmarks.md and docs/benchmarks/growth.svg.
 *
 *   npm run bench:scale                     sizes and graphs; about twenty minutes, half of them for the graph of a million
 *   npm run bench:scale -- --graph 60000    only graphs of these many vectors; nothing is written
 *   npm run bench:scale -- --questions 50   ask fewer; nothing is written
 *
 * MEASURE_HOME=FOLDER keeps the home with all laws between runs.
 */
const realSizes = [10_000, 60_000, 140_000];
const simulatedSize = 1_000_000;
const options = new Command("bench:scale")
  .option("--questions <number>", "how many are asked", "400")
  .option("--graph <sizes...>", "only graphs of these sizes")
  .parse()
  .opts<{ questions: string; graph?: string[] }>();

const data = dataFolder();
if (!data) {
  process.stdout.write("the law collection is not here (../shared/data/laws): nothing measured\n");
  process.exit(0);
}
const laws = join(data, "laws");
const work = mkdtempSync(join(tmpdir(), "zhengwen-scale-"));
const whole = process.env["MEASURE_HOME"] ?? join(work, "whole");
await importInto(whole, laws);
await index(whole);

const sizes: SizeCost[] = [];
if (!options.graph) {
  for (const size of realSizes) {
    const [home, folder] = [join(work, `${size}`), join(work, `${size}-laws`)];
    mkdirSync(folder);
    const { store } = openArchive(readConfig({ ZHENGWEN_HOME: whole }));
    copySubset(store, laws, size, folder);
    store.close();
    await importInto(home, folder);
    const indexSeconds = await index(home);
    const served = await asking<Omit<SizeCost, "indexSeconds">>(`${size}`, "scale/measure-size.ts", ["serve", home, options.questions]);
    show({ ...served, indexSeconds });
    rmSync(home, { recursive: true });
    rmSync(folder, { recursive: true });
  }
}
const graphs: GraphCost[] = [];
const graphFile = join(work, "graph.hnsw");
const times = Math.ceil(simulatedSize / chunksOf(whole));
// the last one stays in the file, and is the one of the simulated collection
for (const size of options.graph?.map(Number) ?? [...realSizes.slice(1), times * chunksOf(whole)]) {
  graphs.push(await inChild<GraphCost>("scale/measure-graph.ts", [whole, `${size}`, options.questions, graphFile]));
  process.stdout.write(`${graphTable(graphs)}\n\n`);
}
if (!options.graph)
  for (const graph of [[], [graphFile]])
    show(await asking<SizeCost>("simulated", "scale/measure-simulated.ts", [whole, `${times}`, options.questions, ...graph]));
rmSync(work, { recursive: true });
if (!options.graph && options.questions === "400") write();

async function importInto(home: string, folder: string): Promise<void> {
  const { store, knowledge, officePlace } = openArchive(readConfig({ ZHENGWEN_HOME: home }));
  const bar = progressBar("reading laws");
  const ingest = { store, gazetteer: knowledge.places, guideElements: knowledge.guideElements, officePlace, clock: systemClock };
  await importPath(ingest, folder, { dryRun: false, publishedBy: "measure", progress: bar.update });
  bar.stop();
  store.close();
}

function index(home: string): Promise<number> {
  return asking<number>("indexing", "scale/measure-size.ts", ["index", home]);
}

async function asking<T>(what: string, script: string, argument: readonly string[]): Promise<T> {
  const bar = progressBar(what);
  const result = await inChild<T>(script, argument, bar.update);
  bar.stop();
  return result;
}

function chunksOf(home: string): number {
  const { store } = openArchive(readConfig({ ZHENGWEN_HOME: home }));
  const { n } = store.sqlite.prepare("SELECT count(*) AS n FROM chunks").get() as { n: number };
  store.close();
  return n;
}

function show(cost: SizeCost): void {
  sizes.push(cost);
  process.stdout.write(`${sizeTable([cost])}\n\n`);
}

function write(): void {
  mkdirSync("docs/benchmarks", { recursive: true });
  writeFileSync(
    "docs/benchmarks/growth.svg",
    growthPlot("What growth costs", `${machine()}; empty dots are simulated`, growthPanels(sizes)),
  );
  record(
    "scale",
    [
      "## Growth (`npm run bench:scale`)",
      `${options.questions} questions for 广东省 asked of subsets of the law collection, each in a process of its own; the simulated million repeats all laws in memory, with noise in vectors and weights, and leaves out reading the texts of what was found.`,
      "![Costs by the number of chunks](benchmarks/growth.svg)",
      sizeTable(sizes),
      "The graph of neighbours (hnswlib) beside the exact scan, both giving the ranker as many as it looks at:",
      graphTable(graphs),
      machine(),
    ].join("\n\n"),
  );
  process.stdout.write("written: docs/benchmarks.md, docs/benchmarks/growth.svg\n");
}
