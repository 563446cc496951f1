import { readFileSync, writeFileSync } from "node:fs";
import { characterRuns } from "../src/text/character-runs.js";
import { toSimplified } from "../src/text/traditional.js";
import { dataFolder, residentQuestions, unanswerableQuestions } from "./measure/data.js";
import { auroc, type Scored } from "./measure/logistic.js";
import { ownQuestionTexts } from "./measure/questions.js";

/**
 * Fits knowledge/what-is-asked.tsv on our own messages (training/answerability) and our own questions (training/questions): whether a rule is
 * asked for, or a local and current fact. Prints how well folds that the fitting did not see are told apart, and the development rows.
 *
 *   npx tsx scripts/fit-what-is-asked.ts
 */
type Message = { readonly runs: ReadonlySet<string>; readonly isRule: boolean; readonly weight: number };
type Model = { readonly weights: Map<string, number>; intercept: number };

const folds = 5;
const rounds = 12;
const leastMessages = 3;
const smallest = 0.12;

const messages = readFileSync("training/answerability/messages.tsv", "utf8")
  .split("\n")
  .flatMap((line): Message[] => {
    const [text, kind] = line.split("\t");
    return text && kind ? [messageOf(text, kind.trim() === "rule", 1)] : [];
  });
const facts = messages.filter(({ isRule }) => !isRule).length;
const rules = messages.filter(({ isRule }) => isRule).length;
const questions = ownQuestionTexts();
// our questions outnumber the messages: together they weigh what the facts weigh
const share = Math.max(0, facts - rules) / questions.length;
const all = [...messages, ...questions.map((text) => messageOf(text, true, share))];

const held: Scored[] = [];
for (let fold = 0; fold < folds; fold++) {
  const model = learn(all.filter((_, index) => index % folds !== fold));
  for (const [index, message] of all.entries())
    if (index % folds === fold)
      held.push({ probability: sigmoid(score(model, message.runs)), label: message.isRule ? 1 : 0, weight: message.weight });
}
const model = learn(all);
process.stdout.write(`${messages.length} messages (${rules} ask for a rule), ${questions.length} questions\n`);
process.stdout.write(`AUROC on held-out folds: ${auroc(held).toFixed(3)}\n`);
const folder = dataFolder();
if (folder) {
  const development: Scored[] = [
    ...residentQuestions(folder).map(({ question }) => rated(question, 1)),
    ...unanswerableQuestions(folder).map(({ text }) => rated(text, 0)),
  ];
  process.stdout.write(`AUROC on the development rows, which nothing was fitted on: ${auroc(development).toFixed(3)}\n`);
}
const lines = [...model.weights]
  .filter(([, weight]) => Math.abs(weight) >= smallest)
  .sort(([, a], [, b]) => b - a)
  .map(([run, weight]) => `${run}\t${weight.toFixed(3)}`);
const header =
  "# Runs of characters with their weights: above zero where a rule is asked for, below where a local or current fact is.\n# Fitted by scripts/fit-what-is-asked.ts; the line without characters is the intercept.\n";
writeFileSync("knowledge/what-is-asked.tsv", `${header}\t${model.intercept.toFixed(3)}\n${lines.join("\n")}\n`);
process.stdout.write(`${lines.length} runs written to knowledge/what-is-asked.tsv\n`);

function messageOf(text: string, isRule: boolean, weight: number): Message {
  return { runs: characterRuns(toSimplified(text)), isRule, weight };
}

function rated(text: string, label: 0 | 1): Scored {
  return { probability: sigmoid(score(model, characterRuns(toSimplified(text)))), label, weight: 1 };
}

function score({ weights, intercept }: Model, runs: ReadonlySet<string>): number {
  let sum = 0;
  for (const run of runs) sum += weights.get(run) ?? 0;
  return intercept + sum / Math.sqrt(runs.size);
}

/** Logistic regression by Adagrad (Duchi, Hazan and Singer 2011) with a ridge, over runs that several messages hold. */
function learn(examples: readonly Message[]): Model {
  const held = new Map<string, number>();
  for (const { runs } of examples) for (const run of runs) held.set(run, (held.get(run) ?? 0) + 1);
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  for (const [run, count] of held) if (count >= leastMessages) weights.set(run, 0);
  const model: Model = { weights, intercept: 0 };
  let interceptSquares = 1;
  for (let round = 0; round < rounds; round++) {
    for (let step = 0; step < examples.length; step++) {
      const { runs, isRule, weight } = examples[(step * 7919 + round * 31) % examples.length] as Message;
      const error = weight * (sigmoid(score(model, runs)) - (isRule ? 1 : 0));
      const scale = 1 / Math.sqrt(runs.size);
      for (const run of runs) {
        const known = weights.get(run);
        if (known === undefined) continue;
        const slope = error * scale + 2e-5 * known;
        const square = (squares.get(run) ?? 0.01) + slope * slope;
        squares.set(run, square);
        weights.set(run, known - (0.3 * slope) / Math.sqrt(square));
      }
      interceptSquares += error * error;
      model.intercept -= (0.3 * error) / Math.sqrt(interceptSquares);
    }
  }
  return model;
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
