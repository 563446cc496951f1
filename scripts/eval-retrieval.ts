import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { progressBar } from "../src/cli/progress.js";
import { readConfig } from "../src/config.js";
import { importPath } from "../src/corpus/ingest.js";
import { systemClock } from "../src/domain/clock.js";
import type { Place } from "../src/domain/place.js";
import { dayInShanghai, type PlainDate } from "../src/domain/plain-date.js";
import type { Meaning } from "../src/knowledge/ranking.js";
import { openEmbedder } from "../src/models/embedder/choose.js";
import { openTransformersEmbedder } from "../src/models/embedder/transformers.js";
import { openArchive } from "../src/services.js";
import { publishedVersions } from "../src/store/documents.js";
import { shippedAnswerability } from "./measure/answerability-shipped.js";
import { type Collected, collect } from "./measure/collect.js";
import { dataFolder } from "./measure/data.js";
import { fails, floorsOf, type Measure, table } from "./measure/floors.js";
import { foldRetrievals } from "./measure/fold-retrievals.js";
import { cacheFolder, keeping } from "./measure/kept-vectors.js";
import { developmentQuestions, ownQuestions } from "./measure/questions.js";
import { coefficientsOf, qualityUnder, refitRanking, writeRanking } from "./measure/ranking-fit.js";
import { record } from "./measure/record.js";
import { measureSpeed } from "./measure/speed.js";

/**
 * Prints how well and how fast retrieval finds the articles of the development questions, beside the floors; exit 1 below one.
 *
 *   npm run eval:retrieval                              the default, as it ships (its word vectors have seen these questions)
 *   npm run eval:retrieval -- --embedder FOLDER         with a model, say bge-small-zh-v1.5; its vectors are kept in ~/.cache/zhengwen
 *   npm run eval:retrieval -- --words                   words alone
 *   npm run eval:retrieval -- --refit [--folds FOLDER]  cross-validates, and writes knowledge/ranking/*.yml; for the default the folder of
 *                                                       the folds' vectors, made by `npm run distill-embedder -- --folds FOLDER`
 *
 * MEASURE_HOME=FOLDER keeps the home between runs.
 */
const options = new Command("eval:retrieval")
  .option("--embedder <folder>", "a model's folder instead of the word vectors that come with the package")
  .option("--words", "no vectors")
  .option("--refit", "cross-validate, and fit the ranking anew")
  .option("--folds <folder>", "vectors that saw all but a fold", join(cacheFolder, "folds"))
  .option("--record", "write the figures into docs/benchmarks.md")
  .parse()
  .opts<{ embedder?: string; words?: boolean; refit?: boolean; folds: string; record?: boolean }>();

const data = dataFolder();
if (!data) {
  process.stdout.write("the development data is not here (../shared/data): nothing measured\n");
  process.exit(0);
}
const kind: Meaning = options.words ? "words" : options.embedder ? "model" : "static";
const config = readConfig({ ...process.env, ZHENGWEN_HOME: process.env["MEASURE_HOME"] ?? mkdtempSync(join(tmpdir(), "zhengwen-eval-")) });
const { knowledge, store, officePlace } = openArchive(config);
const importing = progressBar("reading laws");
await importPath(
  { store, gazetteer: knowledge.places, guideElements: knowledge.guideElements, officePlace, clock: systemClock },
  `${data}/laws`,
  {
    dryRun: false,
    publishedBy: "measure",
    progress: importing.update,
  },
);
importing.stop();
const asOf = dayInShanghai(systemClock()) as PlainDate;
const embedder = await openedEmbedder();
const make = options.refit && kind === "static" ? { folds: options.folds } : { embedder };
if ("folds" in make && !existsSync(make.folds)) {
  process.stderr.write(`${make.folds} is not there: npm run distill-embedder -- --teacher FOLDER --data ${data} --folds ${make.folds}\n`);
  process.exit(2);
}
const questions = [...developmentQuestions(data), ...(options.refit ? ownQuestions(publishedVersions(store)) : [])];
const ranking = knowledge.rankings[kind];
const collected: Collected[] = [];
const asking = progressBar("asking");
for await (const { sees, retrieval } of foldRetrievals(store, knowledge.repealed, knowledge, make)) {
  const seen = questions.filter(({ fold }) => sees(fold));
  collected.push(
    ...(await collect(retrieval, seen, asOf, ranking.candidates, (done) => asking.update(collected.length + done, questions.length))),
  );
}
asking.stop();

const refit = options.refit ? refitRanking(collected) : null;
if (refit) writeRanking(kind, ranking, refit);
const lay = refit?.lay ?? qualityUnder(collected, "lay", coefficientsOf(ranking));
const resident = refit?.resident ?? qualityUnder(collected, "resident", coefficientsOf(ranking));
const trapped = collected.reduce((sum, { question, hits }) => sum + hits.filter(({ path }) => question.traps.includes(path)).length, 0);
const floors = floorsOf(kind, options.refit === true);
const quality = (name: string, value: number, floor: number): Measure => ({ name, value, floor, more: true, digits: 3, unit: "" });
const measures: Measure[] = [
  quality("STARD, national articles: nDCG@10", lay.ndcgAt10, floors.ndcg),
  quality("STARD, national articles: R@10", lay.recallAt10, floors.ten),
  quality("STARD, national articles: R@100", lay.recallAt100, floors.hundred),
  quality("residents, national and Guangdong: R@10", resident.recallAt10, floors.resident),
  quality("residents, national and Guangdong: nDCG@10", resident.ndcgAt10, floors.residentNdcg),
  { name: "superseded or another province's texts found at all", value: trapped, floor: 0, more: false, digits: 0, unit: "" },
];
if (!options.refit) {
  const measured = { store, knowledge, embedder, questions, place: "广东省" as Place, asOf, kind, data };
  measures.push(...(await shippedAnswerability(measured)), ...(await measureSpeed(measured)));
}
const how = options.refit
  ? "cross-validated: no row was seen by what ranked it"
  : "as shipped: the ranking, and the default's vectors, were fitted to these rows";
process.stdout.write(`\n${kind} (${how})\n\n${table(measures)}\n`);
if (options.record) record(`eval-${kind}-${options.refit ? "cross-validated" : "shipped"}`, table(measures));
store.close();
if (kind !== "words" && measures.some(fails)) process.exitCode = 1;

async function openedEmbedder() {
  if (kind === "words") return null;
  if (options.embedder)
    return keeping(await openTransformersEmbedder({ model: options.embedder, cacheFolder: config.embedder.modelsFolder }));
  return openEmbedder("static", config.embedder);
}
