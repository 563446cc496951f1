import { readFileSync } from "node:fs";
import { warmSegmenter } from "../../src/text/segment.js";
import { dataFolder } from "../measure/data.js";
import type { Report } from "../measure/in-child.js";
import { meanQuality, type Quality, qualityOf } from "../measure/metrics.js";
import { peakMemory } from "../measure/peak-memory.js";
import { developmentQuestions } from "../measure/questions.js";
import { peers } from "./all.js";
import type { Entry, Peer } from "./peer.js";
import type { Built, Served } from "./report.js";

/**
 * Run as a child process: builds the index of a peer, or opens and asks it. A process each, so that memory is its own.
 *
 *   measure-peer.ts build|serve PEER FOLDER ENTRIES QUESTIONS
 */
const [mode, key = "", folder = "", entriesFile = "", most = ""] = process.argv.slice(2);
const peer = peers[key] as Peer;
const mostTimed = 600;
const report = (message: Report) => process.send?.(message);
const collectGarbage = (globalThis as { gc?: () => void }).gc ?? (() => {});
const memory = () => {
  for (let time = 0; time < 3; time++) collectGarbage();
  return process.memoryUsage.rss() / 2 ** 20;
};
const entries = readFileSync(entriesFile, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Entry);
warmSegmenter();
report({ kind: "result", result: mode === "build" ? await build() : await serve() });
process.disconnect?.();

/** So many of a list, as far apart as can be. */
function evenly<T>(list: readonly T[], count: number): readonly T[] {
  return list.filter((_, index) => Math.floor((index * count) / list.length) !== Math.floor(((index - 1) * count) / list.length));
}

async function build(): Promise<Built> {
  const begun = performance.now();
  await peer.build(entries, folder);
  return { indexSeconds: (performance.now() - begun) / 1000, peakMegabytes: peakMemory() };
}

async function serve(): Promise<Served> {
  const names = entries.splice(0).map(({ path, article, national }) => ({ path, article, national }));
  const all = developmentQuestions(dataFolder() ?? "");
  const questions = evenly(all, Number(most || all.length));
  const timed = evenly(questions, mostTimed);
  const before = memory();
  const begun = performance.now();
  const index = await peer.open(folder, names);
  const openSeconds = (performance.now() - begun) / 1000;
  const qualities = new Map<string, Quality[]>([
    ["lay", []],
    ["resident", []],
  ]);
  // this pass warms up what the next one times
  for (const [done, { source, text, place, golds }] of questions.entries()) {
    qualities.get(source)?.push(qualityOf(await index.search(text, place, 100), golds));
    report({ kind: "progress", done: done + 1, total: questions.length + timed.length });
  }
  const times: number[] = [];
  for (const [done, { text, place }] of timed.entries()) {
    const asked = performance.now();
    await index.search(text, place, 10);
    times.push(performance.now() - asked);
    report({ kind: "progress", done: questions.length + done + 1, total: questions.length + timed.length });
  }
  times.sort((a, b) => a - b);
  return {
    lay: meanQuality(qualities.get("lay") ?? []),
    resident: meanQuality(qualities.get("resident") ?? []),
    questions: questions.length,
    p50: times[Math.floor(times.length * 0.5)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    openSeconds,
    megabytes: memory() - before,
  };
}
