import { readConfig } from "../../src/config.js";
import { systemClock } from "../../src/domain/clock.js";
import type { Place } from "../../src/domain/place.js";
import { dateNumber, dayInShanghai, type PlainDate } from "../../src/domain/plain-date.js";
import { candidatesFor } from "../../src/retrieval/candidates.js";
import { type Collection, openCollection, versionsIn } from "../../src/retrieval/collection.js";
import { loadCurrent } from "../../src/retrieval/generations/read.js";
import { indexFolderOf } from "../../src/retrieval/index.js";
import { queryOf } from "../../src/retrieval/query.js";
import { featuresOf } from "../../src/retrieval/ranking/features.js";
import { rank } from "../../src/retrieval/ranking/rank.js";
import { pairMatcher } from "../../src/retrieval/sketches/match.js";
import { openArchive } from "../../src/services.js";
import type { Report } from "../measure/in-child.js";
import type { SizeCost } from "./measured.js";
import { repeated } from "./repeat.js";
import { quantile, sampledQuestions } from "./sampled-questions.js";

/**
 * Run as a child process: searches a collection that repeats a home's in memory, all but reading the texts of what was found.
 *
 *   measure-simulated.ts HOME TIMES QUESTIONS [FILE]      with the graph that measure-graph.ts left in FILE
 */
const [home = "", times = "", count = "", graph = null] = process.argv.slice(2);
const { store, knowledge, embedder: openEmbedder } = openArchive(readConfig({ ZHENGWEN_HOME: home }));
const embedder = await openEmbedder();
const report = (message: Report) => process.send?.(message);
const collection = await simulated();
const day = dateNumber(dayInShanghai(systemClock()) as PlainDate);
const ranking = knowledge.rankings.static;
const pairs = pairMatcher();
const questions = sampledQuestions(Number(count));
const searches: number[] = [];
for (const timed of [false, true])
  for (const [done, text] of questions.entries()) {
    const begun = performance.now();
    const query = queryOf(text, await embedder.embedQuery(text), knowledge.vocabulary, ranking.vocabulary, collection.idf);
    const passes = versionsIn(collection, "广东省" as Place, day, "holding");
    const candidates = candidatesFor(query, collection, passes, ranking.candidates);
    rank(featuresOf(query, candidates, collection, pairs, day, ranking.fusion), ranking);
    if (timed) searches.push(performance.now() - begun);
    report({ kind: "progress", done: done + 1 + (timed ? questions.length : 0), total: 2 * questions.length });
  }
(globalThis as { gc?: () => void }).gc?.();
const [segment] = collection.segments;
const cost: SizeCost = {
  chunks: segment?.chunks.chunkIds.length ?? 0,
  kind: graph === null ? "simulated" : "simulated, with a graph",
  indexSeconds: null,
  p50: quantile(searches, 0.5),
  p99: quantile(searches, 0.99),
  memory: process.memoryUsage.rss() / 2 ** 20,
  disk: diskOf(collection),
  changedSeconds: null,
};
report({ kind: "result", result: cost });
store.close();
process.disconnect?.();

async function simulated(): Promise<Collection> {
  const { base, versions, name, manifest } = await loadCurrent(indexFolderOf(home));
  const larger = repeated(base, versions, Number(times));
  return openCollection({ name, manifest, versions: larger.versions, base: { ...larger.segment, neighbours: graph }, recent: null });
}

/** What the arrays would take on disk, in megabytes. */
function diskOf({ segments }: Collection): number {
  const bytes = segments.reduce((sum, { lexical, sketches, chunks, scanner }) => {
    const count = chunks.chunkIds.length;
    const vectors = scanner ? count * (scanner.dimension + 4) : 0;
    return sum + 24 * count + lexical.chunks.byteLength + lexical.impacts.byteLength + sketches.pairs.byteLength + 4 * count + vectors;
  }, 0);
  return bytes / 2 ** 20;
}
