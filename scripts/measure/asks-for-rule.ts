import { readFileSync } from "node:fs";
import { characterRuns } from "../../src/text/character-runs.js";
import { normaliseText } from "../../src/text/normalise.js";
import { toSimplified } from "../../src/text/traditional.js";
import { layQuestions, residentQuestions, unanswerableQuestions } from "./data.js";
import { foldOf, folds, ownQuestionTexts } from "./questions.js";

/** A message with whether it asks for a rule. */
export type Message = {
  readonly text: string;
  readonly runs: ReadonlySet<string>;
  readonly kind: string;
  readonly isRule: boolean;
  readonly weight: number;
  /** The fold of a cross-validation that it belongs to. */
  readonly fold: number;
};

/** Weights of runs of characters: above zero where a rule is asked for. */
export type RunModel = { readonly weights: Map<string, number>; intercept: number };

const rounds = 12;
const leastMessages = 3;

/** Our own messages (training/answerability) and, as questions for a rule, our own questions (training/questions). */
export function ownMessages(): readonly Message[] {
  const messages = readFileSync("training/answerability/messages.tsv", "utf8")
    .split("\n")
    .flatMap((line): Message[] => {
      const [text, kind] = line.split("\t");
      return text && kind ? [messageOf(text, kind.trim(), 1)] : [];
    });
  const facts = messages.filter(({ isRule }) => !isRule).length;
  const questions = ownQuestionTexts();
  // our questions outnumber the messages: together they weigh what the facts weigh
  const share = Math.max(0, 2 * facts - messages.length) / questions.length;
  return [...messages, ...questions.map((text) => messageOf(text, "rule", share))];
}

/** The development questions, which ask for rules, and the messages that nothing answers: what residents really write weighs more. */
export function developmentMessages(folder: string): readonly Message[] {
  return [
    ...residentQuestions(folder).map(({ question }) => messageOf(question, "rule", 3)),
    ...layQuestions(folder).map(({ question }) => messageOf(question, "rule", 0.1)),
    ...unanswerableQuestions(folder).map(({ text }) => messageOf(text, "unanswerable", 3)),
  ];
}

function messageOf(said: string, kind: string, weight: number): Message {
  const text = toSimplified(said);
  return { text, runs: characterRuns(text), kind, isRule: kind === "rule", weight, fold: foldOf(normaliseText(text)) };
}

/** Log-odds that a rule is asked for. */
export function ruleScore({ weights, intercept }: RunModel, runs: ReadonlySet<string>): number {
  let sum = 0;
  for (const run of runs) sum += weights.get(run) ?? 0;
  return intercept + sum / Math.sqrt(runs.size);
}

/** Logistic regression by Adagrad (Duchi, Hazan and Singer 2011) with a ridge, over runs that several messages hold. */
export function learnAsksForRule(examples: readonly Message[]): RunModel {
  const held = new Map<string, number>();
  for (const { runs } of examples) for (const run of runs) held.set(run, (held.get(run) ?? 0) + 1);
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  for (const [run, count] of held) if (count >= leastMessages) weights.set(run, 0);
  const model: RunModel = { weights, intercept: 0 };
  let interceptSquares = 1;
  for (let round = 0; round < rounds; round++) {
    for (let step = 0; step < examples.length; step++) {
      const { runs, isRule, weight } = examples[(step * 7919 + round * 31) % examples.length] as Message;
      const error = weight * (sigmoid(ruleScore(model, runs)) - (isRule ? 1 : 0));
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

/** For each fold a model that has not seen its messages. */
export function heldOutModels(messages: readonly Message[]): readonly RunModel[] {
  return Array.from({ length: folds }, (_, fold) => learnAsksForRule(messages.filter((each) => each.fold !== fold)));
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
