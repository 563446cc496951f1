import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { progressBar } from "../src/cli/progress.js";
import { readConfig } from "../src/config.js";
import { importPath } from "../src/corpus/ingest.js";
import { systemClock } from "../src/domain/clock.js";
import { dayInShanghai, type PlainDate } from "../src/domain/plain-date.js";
import type { Meaning } from "../src/knowledge/ranking.js";
import { openTransformersEmbedder } from "../src/models/embedder/transformers.js";
import { sampleDocumentsFolder } from "../src/paths.js";
import { openArchive } from "../src/services.js";
import { fitAnswerability, heldOutPredictions, scoredAs, thresholdTable, writeAnswerability } from "./measure/answerability-fit.js";
import { type Asked, askAll, everythingToAsk } from "./measure/asked-rows.js";
import { developmentMessages, ownMessages } from "./measure/asks-for-rule.js";
import { dataFolder } from "./measure/data.js";
import { fails, type Measure, table } from "./measure/floors.js";
import { foldRetrievals } from "./measure/fold-retrievals.js";
import { cacheFolder, keeping } from "./measure/kept-vectors.js";
import { auroc, calibrationError, chanceError, reliability } from "./measure/logistic.js";
import { record } from "./measure/record.js";

/**
 * Fits the coefficients of knowledge/answerability.yml on the development data and our own messages, and prints figures from folds that the
 * fitting did not see, the reliability table, and what each threshold would mean; exit 1 below a floor.
 *
 *   npm run fit-answerability                          for the default; needs the folds' vectors (`npm run distill-embedder -- --folds FOLDER`)
 *   npm run fit-answerability -- --embedder FOLDER     for a model, say bge-small-zh-v1.5
 *   npm run fit-answerability -- --words               for words alone
 */
const options = new Command("fit-answerability")
  .option("--embedder <folder>", "a model's folder instead of the word vectors that come with the package")
  .option("--words", "no vectors")
  .option("--folds <folder>", "vectors that saw all but a fold", join(cacheFolder, "folds"))
  .option("--record", "write the figures into docs/benchmarks.md")
  .parse()
  .opts<{ embedder?: string; words?: boolean; folds: string; record?: boolean }>();
const folder = dataFolder();
if (!folder) throw new Error("the development data is not here (../shared/data)");
const kind: Meaning = options.words ? "words" : options.embedder ? "model" : "static";
const config = readConfig({ ...process.env, ZHENGWEN_HOME: process.env["MEASURE_HOME"] ?? mkdtempSync(join(tmpdir(), "zhengwen-fit-")) });
const { knowledge, store, officePlace } = openArchive(config);
const importing = { store, gazetteer: knowledge.places, guideElements: knowledge.guideElements, officePlace, clock: systemClock };
await importPath(importing, sampleDocumentsFolder, { dryRun: false, publishedBy: "sample", source: "sample" });
await importPath(importing, `${folder}/laws`, { dryRun: false, publishedBy: "measure" });
const asOf = dayInShanghai(systemClock()) as PlainDate;
const embedder = options.embedder
  ? await keeping(await openTransformersEmbedder({ model: options.embedder, cacheFolder: config.embedder.modelsFolder }))
  : null;
const messages = [...ownMessages(), ...developmentMessages(folder)];
const everything = everythingToAsk(folder, store, officePlace);
const rows: Asked[] = [];
const asking = progressBar("asking");
for await (const { sees, retrieval } of foldRetrievals(
  store,
  knowledge.repealed,
  knowledge,
  kind === "static" ? { folds: options.folds } : { embedder },
)) {
  const seen = everything.filter(({ fold }) => sees(fold));
  rows.push(
    ...(await askAll(seen, retrieval, store, knowledge, asOf, messages, (done) => asking.update(rows.length + done, everything.length))),
  );
}
asking.stop();
store.close();

const held = heldOutPredictions(rows);
const residents = held.filter(({ row }) => row.set === "resident" || row.set === "unanswerable");
const of = (...sets: readonly Asked["set"][]) => held.filter(({ row }) => sets.includes(row.set));
const floors = kind === "model" ? { auroc: 0.86, error: 0.08 } : { auroc: 0.82, error: 0.1 };
const more = (name: string, value: number, floor: number): Measure => ({ name, value, floor, more: true, digits: 3, unit: "" });
const less = (name: string, value: number, floor: number): Measure => ({ name, value, floor, more: false, digits: 3, unit: "" });
const whole = of("resident", "lay", "unanswerable");
const measures = [
  more("residents' answerable against unanswerable: AUROC", auroc(scoredAs(residents, "answerable")), floors.auroc),
  more("all answerable against unanswerable: AUROC", auroc(scoredAs(whole, "answerable")), floors.auroc),
  less("all: calibration error (10 bins)", calibrationError(scoredAs(whole, "right"), 10), floors.error),
  more("residents' against our own messages that nothing answers: AUROC", auroc(scoredAs(of("resident", "message"), "answerable")), 0.82),
  more("right against wrong, residents' and unanswerable: AUROC", auroc(scoredAs(residents, "right")), 0.75),
];
const few = scoredAs(residents, "right");
const ofFew = `Of the ${few.length} residents' and unanswerable ones alone the calibration error is ${calibrationError(few, 10).toFixed(3)}; on so few, perfectly calibrated ones would show ${chanceError(few, 10).toFixed(3)} by chance.`;
const bins = reliability(scoredAs(whole, "right"), 10).map(
  ({ from, to, count, right, said }) => `| ${from.toFixed(1)}–${to.toFixed(1)} | ${count} | ${said.toFixed(2)} | ${right.toFixed(2)} |`,
);
const text = [
  table(measures),
  ofFew,
  ["| said | n | mean said | right |", "| --- | --- | --- | --- |", ...bins].join("\n"),
  thresholdTable(held),
].join("\n\n");
process.stdout.write(`${kind}, ${rows.length} rows asked; cross-validated\n\n${text}\n`);
writeAnswerability(fitAnswerability(rows), kind);
if (options.record) record(`answerability-${kind}`, text);
if (measures.some(fails)) process.exitCode = 1;
