import { mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../src/config.js";
import { importPath } from "../../src/corpus/ingest.js";
import { systemClock } from "../../src/domain/clock.js";
import type { Place } from "../../src/domain/place.js";
import { dayInShanghai, type PlainDate } from "../../src/domain/plain-date.js";
import { indexFolderOf, openRetrieval, reindex } from "../../src/retrieval/index.js";
import { openArchive } from "../../src/services.js";
import type { Report } from "../measure/in-child.js";
import type { SizeCost } from "./measured.js";
import { quantile, sampledQuestions } from "./sampled-questions.js";

/**
 * Run as a child process: indexes the texts of a home, or opens the index, asks, and changes a document.
 *
 *   measure-size.ts index|serve HOME QUESTIONS
 */
const [mode, home = "", count = ""] = process.argv.slice(2);
const { store, knowledge, embedder: openEmbedder, officePlace } = openArchive(readConfig({ ZHENGWEN_HOME: home }));
const embedder = await openEmbedder();
const report = (message: Report) => process.send?.(message);
const collectGarbage = (globalThis as { gc?: () => void }).gc ?? (() => {});
report({ kind: "result", result: mode === "index" ? await index() : await serve() });
store.close();
process.disconnect?.();

async function index(): Promise<number> {
  const begun = performance.now();
  await reindex(store, knowledge.repealed, systemClock, {
    embedder,
    full: true,
    progress: (done, total) => report({ kind: "progress", done, total }),
  });
  return (performance.now() - begun) / 1000;
}

async function serve(): Promise<Omit<SizeCost, "indexSeconds">> {
  const retrieval = await openRetrieval(store, { ...knowledge, embedderFor: async () => embedder });
  const asOf = dayInShanghai(systemClock()) as PlainDate;
  const questions = sampledQuestions(Number(count));
  const times: number[] = [];
  // the first pass warms up
  for (const timed of [false, true])
    for (const [done, text] of questions.entries()) {
      const begun = performance.now();
      await retrieval.search(text, { place: "广东省" as Place, asOf, top: 10, scope: "holding" });
      if (timed) times.push(performance.now() - begun);
      report({ kind: "progress", done: done + 1 + (timed ? questions.length : 0), total: 2 * questions.length });
    }
  collectGarbage();
  const memory = process.memoryUsage.rss() / 2 ** 20;
  const disk = sizeBelow(indexFolderOf(home)) / 2 ** 20;
  const chunks = (store.sqlite.prepare("SELECT count(*) AS n FROM chunks").get() as { n: number }).n;
  return {
    chunks,
    kind: "real",
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    memory,
    disk,
    changedSeconds: await changeDocument(retrieval),
  };
}

/** Publishes a document, changes a word in it, and waits until the change is served: seconds of the second time. */
async function changeDocument(retrieval: { refresh(): Promise<boolean> }): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "zhengwen-changed-"));
  const ingest = { store, gazetteer: knowledge.places, guideElements: knowledge.guideElements, officePlace, clock: systemClock };
  let seconds = 0;
  for (const size of ["四", "五"]) {
    const text = `第一条 周末集市的摊位不超过${size}平方米。`;
    writeFileSync(join(folder, "集市.md"), `---\ntitle: 周末集市摆摊办法\nkind: rule\nplace: ${officePlace}\n---\n${text}\n`);
    const begun = performance.now();
    await importPath(ingest, folder, { dryRun: false, publishedBy: "measure" });
    await reindex(store, knowledge.repealed, systemClock, { embedder });
    await retrieval.refresh();
    seconds = (performance.now() - begun) / 1000;
  }
  return seconds;
}

function sizeBelow(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, each) => {
    const path = join(folder, each.name);
    return sum + (each.isDirectory() ? sizeBelow(path) : statSync(path).size);
  }, 0);
}
