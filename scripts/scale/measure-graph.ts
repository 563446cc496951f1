import { statSync } from "node:fs";
import { readConfig } from "../../src/config.js";
import { bestChunks } from "../../src/retrieval/best.js";
import { graphSurplus } from "../../src/retrieval/candidates.js";
import { loadCurrent } from "../../src/retrieval/generations/read.js";
import { indexFolderOf } from "../../src/retrieval/index.js";
import { neighbourWriter, openNeighbours } from "../../src/retrieval/vectors/neighbours.js";
import type { VectorTable } from "../../src/retrieval/vectors/quantise.js";
import { vectorScanner } from "../../src/retrieval/vectors/scan.js";
import { openArchive } from "../../src/services.js";
import type { Report } from "../measure/in-child.js";
import type { GraphCost } from "./measured.js";
import { repeatedVectors } from "./repeat.js";
import { quantile, sampledQuestions } from "./sampled-questions.js";

/**
 * Run as a child process: builds a graph over so many of a home's vectors, repeated where they are too few, and compares it with the scan.
 *
 *   measure-graph.ts HOME CHUNKS QUESTIONS FILE      the graph is left in FILE
 */
const [home = "", chunks = "", count = "", file = ""] = process.argv.slice(2);
const { store, knowledge, embedder: openEmbedder } = openArchive(readConfig({ ZHENGWEN_HOME: home }));
const embedder = await openEmbedder();
const report = (message: Report) => process.send?.(message);
const table = await tableOf(Number(chunks));
const size = table.scales.length;
const building = performance.now();
const write = await neighbourWriter(table, 0);
if (!write) throw new Error("hnswlib-node could not be loaded");
await write(file);
const buildSeconds = (performance.now() - building) / 1000;
const disk = statSync(file).size / 2 ** 20;
const graph = await openNeighbours(file, table.dimension);
const scanner = vectorScanner(table);
/** Both round their vectors, each in its own way. */
const rounding = 5e-4;
const wanted = knowledge.rankings.static.candidates;
const exactTimes: number[] = [];
const graphTimes: number[] = [];
let same = 0;
let asked = 0;
for (const text of sampledQuestions(Number(count))) {
  const query = await embedder.embedQuery(text);
  if (!query.some((number) => number !== 0)) continue;
  const scanning = performance.now();
  const cosines = scanner.scan(query, [{ start: 0, end: size }]);
  const best = bestChunks(wanted);
  for (let chunk = 0, threshold = best.threshold(); chunk < size; chunk++)
    if ((cosines[chunk] as number) > threshold) {
      best.offer(chunk, cosines[chunk] as number);
      threshold = best.threshold();
    }
  const exact = best.take();
  exactTimes.push(performance.now() - scanning);
  const walking = performance.now();
  const near = graph?.nearest(query, wanted * graphSurplus) ?? [];
  graphTimes.push(performance.now() - walking);
  // a copy as near as the tenth is as good
  const tenth = cosines[exact[9] as number] as number;
  same += near.slice(0, 10).filter((chunk) => (cosines[chunk] as number) >= tenth - rounding).length;
  asked++;
}
const cost: GraphCost = {
  chunks: size,
  buildSeconds,
  exactP50: quantile(exactTimes, 0.5),
  graphP50: quantile(graphTimes, 0.5),
  recallAt10: same / (10 * asked),
  disk,
};
report({ kind: "result", result: cost });
store.close();
process.disconnect?.();

async function tableOf(wantedRows: number): Promise<VectorTable> {
  const { base } = await loadCurrent(indexFolderOf(home));
  if (!base.vectors) throw new Error(`${home}: the index has no vectors`);
  const { dimension, rows, scales } = repeatedVectors(base.vectors, Math.ceil(wantedRows / base.vectors.scales.length));
  return { dimension, rows: rows.slice(0, wantedRows * dimension), scales: scales.slice(0, wantedRows) };
}
