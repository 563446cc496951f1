import { answerabilityFeaturesOf } from "../src/answer/answerability.js";
import { composeExtractive } from "../src/answer/compose/extractive.js";
import type { Place } from "../src/domain/place.js";
import { dayInShanghai } from "../src/domain/plain-date.js";
import { answerabilityFeatures } from "../src/knowledge/answerability.js";
import { dataFolder, layQuestions, residentQuestions, unanswerableQuestions } from "./measure/data.js";
import { lawHome } from "./measure/home.js";
import { auroc, crossValidate, type Example, fitLogistic, reliability } from "./measure/logistic.js";

/**
 * Fits the coefficients of knowledge/answerability.yml on the development data and prints them, with figures from folds that the fitting
 * did not see. An example is right when the answer that would be composed cites a gold article; questions that nothing answers are wrong.
 *
 *   npm run fit-answerability
 */
const folder = dataFolder();
if (!folder) throw new Error("the development data is not here (../shared/data)");
const { services } = await lawHome(`${folder}/laws`, process.env["MEASURE_HOME"]);
const asOf = dayInShanghai(services.clock());
const examples: Example[] = [];

function collect(
  question: string,
  place: Place,
  gold: readonly { path: string; article?: string | null | undefined }[],
  weight: number,
): void {
  const { retrieval, knowledge } = services;
  const hits = retrieval.search(question, { place, asOf, top: 12, scope: "holding" });
  const features = answerabilityFeaturesOf(question, hits, knowledge.answerability);
  const composed = composeExtractive(hits, { question, place, asOf, knowledge, retrieval });
  const isRight =
    composed?.citations.some((citation) => gold.some((each) => each.path === citation.path && each.article === citation.article)) ?? false;
  examples.push({ features: answerabilityFeatures.map((name) => features[name]), label: isRight ? 1 : 0, weight });
}

for (const { question, gold } of layQuestions(folder)) collect(question, "全国" as Place, gold, 0.25);
for (const place of ["广东省" as Place, services.officePlace]) {
  for (const { question, gold } of residentQuestions(folder)) collect(question, place, gold, 2);
  for (const { text } of unanswerableQuestions(folder)) collect(text, place, [], 2);
}
services.close();

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
