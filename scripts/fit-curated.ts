import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sameQuestionFeatures } from "../src/knowledge/curated.js";
import { loadKnowledge } from "../src/knowledge/index.js";
import { openStaticEmbedder } from "../src/models/embedder/static/open.js";
import { knowledgeFolder } from "../src/paths.js";
import { comparePairs, fitSameQuestion, heldOut, readTopics, thresholdAt } from "./measure/curated-pairs.js";
import { auroc, calibrationError, reliability } from "./measure/logistic.js";

/**
 * Fits `static` and `words` of knowledge/curated.yml on training/curated/pairs.tsv: whether a resident asks a question that staff reviewed.
 * Prints how the thresholds do on topics that the fitting did not see, and the reliability; exit 1 where no threshold is precise enough.
 *
 *   npm run fit-curated
 */
const wantedPrecision = 0.98;
const file = join(knowledgeFolder, "curated.yml");
const { curated, places } = loadKnowledge(knowledgeFolder);
const { topics, pairs } = readTopics();
process.stdout.write(`${pairs} pairs of ${topics.length} topics\n`);
const blocks: string[] = [];
for (const [kind, embedder] of [
  ["static", await openStaticEmbedder(join(knowledgeFolder, "embedder"))],
  ["words", null],
] as const) {
  const compared = await comparePairs(topics, { curated, places }, embedder);
  const scored = heldOut(compared, embedder !== null);
  const at = thresholdAt(scored, wantedPrecision);
  const model = fitSameQuestion(compared, embedder !== null);
  process.stdout.write(`\n${kind}: ${compared.length} comparisons, AUROC ${auroc(scored).toFixed(3)}, `);
  process.stdout.write(`calibration error ${calibrationError(scored, 10).toFixed(3)}, held out by topic\n`);
  process.stdout.write(
    `threshold ${at.threshold.toFixed(3)}: ${at.said} said, ${at.precision.toFixed(3)} right, ${at.coverage.toFixed(3)} of the same questions\n`,
  );
  for (const { from, to, count, said, right } of reliability(scored, 10))
    process.stdout.write(
      `  ${from.toFixed(1)}–${to.toFixed(1)}  n ${String(count).padStart(4)}  said ${said.toFixed(2)}  right ${right.toFixed(2)}\n`,
    );
  if (at.coverage === 0) process.exitCode = 1;
  const weights = sameQuestionFeatures.map((name, index) => `${name}: ${(model.weights[index] as number).toFixed(3)}`).join(", ");
  // rounded up: what was not measured as precise enough is not said
  const threshold = (Math.ceil(at.threshold * 1000) / 1000).toFixed(3);
  blocks.push(`${kind}:\n  intercept: ${model.intercept.toFixed(3)}\n  weights: { ${weights} }\n  threshold: ${threshold}\n`);
}
const [written = ""] = readFileSync(file, "utf8").split(/^static:/m);
writeFileSync(file, `${written}${blocks.join("")}`);
