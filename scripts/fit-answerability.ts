import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerabilityFeaturesOf } from "../src/answer/answerability.js";
import { composeExtractive } from "../src/answer/compose/extractive.js";
import { readConfig } from "../src/config.js";
import { importPath } from "../src/corpus/ingest.js";
import { systemClock } from "../src/domain/clock.js";
import type { Place } from "../src/domain/place.js";
import { dayInShanghai } from "../src/domain/plain-date.js";
import type { Citation } from "../src/domain/reply.js";
import { answerabilityFeatures } from "../src/knowledge/answerability.js";
import { sampleDocumentsFolder } from "../src/paths.js";
import type { Retrieval } from "../src/retrieval/index.js";
import { openArchive } from "../src/services.js";
import { publishedVersions } from "../src/store/documents.js";
import { titleKey } from "../src/text/title-key.js";
import { toSimplified } from "../src/text/traditional.js";
import { dataFolder, unanswerableQuestions } from "./measure/data.js";
import { foldRetrievals } from "./measure/fold-retrievals.js";
import { cacheFolder } from "./measure/kept-vectors.js";
import { auroc, crossValidate, type Example, fitLogistic, reliability } from "./measure/logistic.js";
import { developmentQuestions, foldOf } from "./measure/questions.js";

/**
 * Fits the coefficients of knowledge/answerability.yml on the development data and prints them, with figures from folds that the fitting
 * did not see. An example is right when the answer that would be composed cites a gold article; questions that nothing answers are wrong.
 *
 *   npm run fit-answerability [FOLDER]     the folds' word vectors (`npm run distill-embedder -- --folds FOLDER`), so that no question is
 *                                          asked of vectors that were fitted to it; default ~/.cache/zhengwen/folds
 */
const folder = dataFolder();
if (!folder) throw new Error("the development data is not here (../shared/data)");
const config = readConfig({ ...process.env, ZHENGWEN_HOME: process.env["MEASURE_HOME"] ?? mkdtempSync(join(tmpdir(), "zhengwen-fit-")) });
const { knowledge, store, officePlace } = openArchive(config);
const importing = { store, gazetteer: knowledge.places, guideElements: knowledge.guideElements, officePlace, clock: systemClock };
await importPath(importing, sampleDocumentsFolder, { dryRun: false, publishedBy: "sample", source: "sample" });
await importPath(importing, `${folder}/laws`, { dryRun: false, publishedBy: "measure" });
const asOf = dayInShanghai(systemClock());
const titles = new Map(publishedVersions(store).map((version) => [version.path, version.title]));
const examples: Example[] = [];

type Gold = readonly { readonly path: string; readonly article?: string | null | undefined }[];

/** Right: a gold article is cited, or named by the passage that is cited. */
function isRight(citation: Citation, gold: Gold): boolean {
  return gold.some(
    ({ path, article }) =>
      (path === citation.path && article === citation.article) ||
      citation.basis.some(
        (basis) => basis.article === article && titleKey(basis.document) === titleKey(titles.get(path)?.split("·")[0] ?? ""),
      ),
  );
}

async function ask(retrieval: Retrieval, question: string, place: Place, gold: Gold, weight: number): Promise<void> {
  const hits = await retrieval.search(question, { place, asOf, top: 12, scope: "holding" });
  const features = answerabilityFeaturesOf(question, hits, knowledge.answerability, knowledge.whatIsAsked);
  const composed = composeExtractive(hits, { question, place, asOf, knowledge, retrieval });
  const label = composed?.citations.some((citation) => isRight(citation, gold)) ? 1 : 0;
  examples.push({ features: answerabilityFeatures.map((name) => features[name]), label, weight });
}

const folds = process.argv[2] ?? join(cacheFolder, "folds");
const places = ["广东省" as Place, officePlace];
for await (const { sees, retrieval } of foldRetrievals(store, knowledge.repealed, knowledge, { folds })) {
  for (const { source, text, place, golds, fold } of developmentQuestions(folder)) {
    if (!sees(fold)) continue;
    for (const asked of source === "lay" ? [place] : places) await ask(retrieval, text, asked, golds.flat(), source === "lay" ? 0.25 : 1);
  }
  for (const { text } of unanswerableQuestions(folder))
    if (sees(foldOf(text))) for (const place of places) await ask(retrieval, toSimplified(text), place, [], 1);
}
store.close();

const held = crossValidate(examples, 5);
const fitted = fitLogistic(examples);
process.stdout.write(`${examples.length} examples, ${examples.filter((each) => each.label === 1).length} right\n`);
process.stdout.write(`AUROC on held-out folds: ${auroc(held).toFixed(3)}\n\nprobability   n   right (held-out folds)\n`);
for (const bin of reliability(held, 8))
  process.stdout.write(
    `${bin.from.toFixed(2)}-${bin.to.toFixed(2)}  ${String(bin.count).padStart(5)}   ${bin.right.toFixed(2)} (mean said ${bin.said.toFixed(2)})\n`,
  );
process.stdout.write(
  `\nintercept: ${fitted.intercept.toFixed(3)}\nweights:\n${answerabilityFeatures.map((name, index) => `  ${name}: ${(fitted.weights[index] ?? 0).toFixed(3)}`).join("\n")}\n`,
);
