import { writeFileSync } from "node:fs";
import { developmentMessages, heldOutModels, learnAsksForRule, type Message, ownMessages, ruleScore } from "./measure/asks-for-rule.js";
import { dataFolder } from "./measure/data.js";
import { auroc } from "./measure/logistic.js";

/**
 * Fits knowledge/asks-for-rule.tsv on our own messages (training/answerability), our own questions (training/questions) and the development data:
 * whether a rule is asked for, or a local and current fact. Prints how well folds that the fitting did not see are told apart.
 *
 *   npx tsx scripts/fit-asks-for-rule.ts
 */
const smallest = 0.12;
const folder = dataFolder();
if (!folder) throw new Error("the development data is not here (../shared/data)");
const own = ownMessages();
const development = developmentMessages(folder);
const messages = [...own, ...development];
const models = heldOutModels(messages);
const apart = (tested: readonly Message[]) =>
  auroc(
    tested.map(({ runs, fold, isRule, weight }) => ({
      probability: 1 / (1 + Math.exp(-ruleScore(models[fold] ?? model, runs))),
      label: isRule ? 1 : 0,
      weight,
    })),
  ).toFixed(3);
const model = learnAsksForRule(messages);
process.stdout.write(`${messages.length} messages and questions, ${messages.filter(({ isRule }) => !isRule).length} ask for a fact\n`);
process.stdout.write(`AUROC on held-out folds: our own ${apart(own)}, the development rows ${apart(development)}\n`);
const lines = [...model.weights]
  .filter(([, weight]) => Math.abs(weight) >= smallest)
  .sort(([, a], [, b]) => b - a)
  .map(([run, weight]) => `${run}\t${weight.toFixed(3)}`);
const header =
  "# Runs of characters with their weights: above zero where a rule is asked for, below where a local or current fact is.\n# Fitted by scripts/fit-asks-for-rule.ts; the line without characters is the intercept.\n";
writeFileSync("knowledge/asks-for-rule.tsv", `${header}\t${model.intercept.toFixed(3)}\n${lines.join("\n")}\n`);
process.stdout.write(`${lines.length} runs written to knowledge/asks-for-rule.tsv\n`);
