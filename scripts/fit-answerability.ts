import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerabilityFeaturesOf } from "../src/answer/answerability.js";
import { composeExtractive } from "../src/answer/compose/extractive.js";
import { readConfig } from "../src/config.js";
import type { Place } from "../src/domain/place.js";
import { dayInShanghai } from "../src/domain/plain-date.js";
import type { Citation } from "../src/domain/reply.js";
import { answerabilityFeatures } from "../src/knowledge/answerability.js";
import { openServices, type Services } from "../src/services.js";
import { publishedVersions } from "../src/store/documents.js";
import { titleKey } from "../src/text/title-key.js";
import { toSimplified } from "../src/text/traditional.js";
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
const { services: withLaws } = await lawHome(`${folder}/laws`, process.env["MEASURE_HOME"]);
const sampleOnly = await openServices(readConfig({ ZHENGWEN_HOME: mkdtempSync(join(tmpdir(), "zhengwen-fit-")) }));
const asOf = dayInShanghai(withLaws.clock());
const titles = new Map(publishedVersions(withLaws.store).map((version) => [version.path, version.title]));
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

async function collect(services: Services, question: string, place: Place, gold: Gold, weight: number): Promise<void> {
  const { retrieval, knowledge } = services;
  const hits = await retrieval.search(question, { place, asOf, top: 12, scope: "holding" });
  const features = answerabilityFeaturesOf(question, hits, knowledge.answerability);
  const composed = composeExtractive(hits, { question, place, asOf, knowledge, retrieval });
  const label = composed?.citations.some((citation) => isRight(citation, gold)) ? 1 : 0;
  examples.push({ features: answerabilityFeatures.map((name) => features[name]), label, weight });
}

for (const { question, gold } of layQuestions(folder)) await collect(withLaws, question, "全国" as Place, gold, 0.25);
for (const [services, place] of [
  [withLaws, "广东省" as Place],
  [withLaws, withLaws.officePlace],
  [sampleOnly, sampleOnly.officePlace],
] as const) {
  for (const { question, gold } of residentQuestions(folder)) await collect(services, toSimplified(question), place, gold, 2);
  for (const { text } of unanswerableQuestions(folder)) await collect(services, toSimplified(text), place, [], 2);
}
withLaws.close();
sampleOnly.close();

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
