import { readFileSync, writeFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { foundFeatures } from "../../src/knowledge/answerability.js";
import type { Meaning } from "../../src/knowledge/ranking.js";
import type { Asked } from "./asked-rows.js";
import { type Example, fitLogistic, type Logistic, predict, type Scored } from "./logistic.js";
import { folds } from "./questions.js";

/** That a rule is asked for, and that the right one was found where one is: their product says that the right article is cited. */
export type AnswerabilityFit = { readonly asksForRule: Logistic; readonly found: Logistic };

/** What comes from residents weighs most; laypeople's questions are longer, our own are many, and neither is what a street office is asked. */
const weights: Readonly<Record<Asked["set"], number>> = { resident: 1, unanswerable: 1, lay: 0.2, own: 0.01, message: 0.05 };
const isAnswerable = ({ golds }: Asked) => golds.length > 0;

/** Fits both models on rows. */
export function fitAnswerability(rows: readonly Asked[]): AnswerabilityFit {
  const weight = ({ set }: Asked) => weights[set];
  return {
    asksForRule: fitLogistic(rows.map((row): Example => ({ features: [row.rule], label: isAnswerable(row) ? 1 : 0, weight: weight(row) }))),
    found: fitLogistic(
      rows.filter(isAnswerable).map((row): Example => ({ features: row.found, label: row.isRight ? 1 : 0, weight: weight(row) })),
    ),
  };
}

/** A row with the probability that models gave which were fitted without its fold. */
export type Predicted = { readonly row: Asked; readonly probability: number };

/** Every row as said by models that were fitted on the other folds. */
export function heldOutPredictions(rows: readonly Asked[]): readonly Predicted[] {
  return Array.from({ length: folds }, (_, fold) => {
    const { asksForRule, found } = fitAnswerability(rows.filter((row) => row.fold !== fold));
    return rows
      .filter((row) => row.fold === fold)
      .map((row) => ({ row, probability: predict(asksForRule, [row.rule]) * predict(found, row.found) }));
  }).flat();
}

/** Rows as examples of whether an answer would be right, or of whether there is one. */
export function scoredAs(predicted: readonly Predicted[], label: "right" | "answerable"): readonly Scored[] {
  return predicted.map(({ row, probability }) => ({
    probability,
    label: (label === "right" ? row.isRight : isAnswerable(row)) ? 1 : 0,
    weight: 1,
  }));
}

/** For thresholds: which share of right answers would be given, and of those given how many are right; and what nothing answers. */
export function thresholdTable(predicted: readonly Predicted[]): string {
  const residents = predicted.filter(({ row }) => row.set === "resident");
  const silent = predicted.filter(({ row }) => row.set === "unanswerable");
  const share = (part: readonly unknown[], whole: readonly unknown[]) => (part.length / Math.max(1, whole.length)).toFixed(2);
  const lines = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6].map((threshold) => {
    const given = residents.filter(({ probability }) => probability >= threshold);
    const right = given.filter(({ row }) => row.isRight);
    const wrongly = silent.filter(({ probability }) => probability >= threshold);
    const could = residents.filter(({ row }) => row.isRight);
    return `| ${threshold} | ${share(right, could)} | ${share(right, given)} | ${share(wrongly, silent)} |`;
  });
  return [
    "| answered from | of the right ones | right, of those answered | of what nothing answers |",
    "| --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}

/** Puts the coefficients into knowledge/answerability.yml and keeps all else of it. */
export function writeAnswerability({ asksForRule, found }: AnswerabilityFit, kind: Meaning): void {
  const file = "knowledge/answerability.yml";
  const document = parseDocument(readFileSync(file, "utf8"));
  const short = (value: number | undefined) => Number((value ?? 0).toFixed(3));
  // what is asked does not depend on what finds: the default's fit decides
  if (kind === "static") {
    document.setIn(["asksForRule", "intercept"], short(asksForRule.intercept));
    document.setIn(["asksForRule", "weight"], short(asksForRule.weights[0]));
  }
  document.setIn(["found", kind, "intercept"], short(found.intercept));
  for (const [index, name] of foundFeatures.entries()) document.setIn(["found", kind, "weights", name], short(found.weights[index]));
  writeFileSync(file, document.toString({ lineWidth: 150 }));
}
