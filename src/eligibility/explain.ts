import { chineseDate } from "../domain/plain-date.js";
import type { FlowWordings } from "../knowledge/flow-wordings.js";
import { closureOf, type Expression, usesOfExpression } from "../knowledge/flows/index.js";
import { fillIn } from "../text/fill.js";
import { evaluate, rowOf, type Situation, type Value } from "./evaluate.js";
import { fraction, fractionText } from "./fraction.js";

/** A value with the way in which it was computed, for a resident to check. */
export type Sum = {
  readonly value: string;
  /** 98 + 80 + 15 × 1 = 193（天） */
  readonly text: string;
};

/** How a value was computed, in numbers. Throws as `evaluate` does. */
export function explainValue(name: string, situation: Situation, words: FlowWordings["sums"]): Sum {
  const { is = 0, unit = "" } = situation.flow.values[name] ?? {};
  const result = valueText(evaluate(is, situation));
  const { text } = explain(is, situation, words);
  const isSaid = text === result || text.endsWith(` ${result}`);
  return { value: name, text: `${isSaid ? text : `${text} = ${result}`}（${unit}）` };
}

/** A number or a date as residents read it; a choice by its name. */
export function valueText(value: Value): string {
  if (value.kind === "number") return fractionText(value.number);
  return value.kind === "date" ? chineseDate(value.date) : value.text;
}

/** How firmly an explanation holds together: what is looser than its place asks for stands in brackets. */
const bindings = { phrase: 0, sum: 1, product: 2, atom: 3 } as const;
type Explained = { readonly text: string; readonly binding: keyof typeof bindings };

function explain(expression: Expression, situation: Situation, words: FlowWordings["sums"]): Explained {
  const result = (): Explained => ({ text: valueText(evaluate(expression, situation)), binding: "atom" });
  if (typeof expression !== "object" || "answer" in expression || "parameter" in expression) return result();
  if ("value" in expression) return explain(situation.flow.values[expression.value]?.is ?? 0, situation, words);
  const part = (each: Expression, least: keyof typeof bindings) => {
    const { text, binding } = explain(each, situation, words);
    return bindings[binding] < bindings[least] ? `（${text}）` : text;
  };
  // 15 × 1, not 15 × (2 − 1): the resident's own numbers need no proof
  if (isPlain(expression, situation) && ("sum" in expression || "difference" in expression || "product" in expression)) return result();
  if ("sum" in expression) return { text: expression.sum.map((each) => part(each, "sum")).join(" + "), binding: "sum" };
  if ("difference" in expression) {
    const [from, less] = expression.difference;
    return { text: `${part(from, "sum")} − ${part(less, "product")}`, binding: "sum" };
  }
  if ("product" in expression) return { text: expression.product.map((each) => part(each, "product")).join(" × "), binding: "product" };
  if ("quotient" in expression) {
    const [from, by] = expression.quotient;
    return { text: `${part(from, "product")} ÷ ${part(by, "atom")}`, binding: "product" };
  }
  return { text: phrase(expression, situation, words), binding: "phrase" };
}

type Phrase = Extract<
  Expression,
  | { readonly least: unknown }
  | { readonly greatest: unknown }
  | { readonly rounded: unknown }
  | { readonly years: unknown }
  | { readonly months: unknown }
  | { readonly days: unknown }
  | { readonly after: unknown }
  | { readonly steps: unknown }
>;

function phrase(expression: Phrase, situation: Situation, words: FlowWordings["sums"]): string {
  const said = (each: Expression) => explain(each, situation, words).text;
  if ("least" in expression) return fillIn(words.least, { parts: expression.least.map(said).join("、") });
  if ("greatest" in expression) return fillIn(words.greatest, { parts: expression.greatest.map(said).join("、") });
  if ("rounded" in expression) {
    const step = fractionText(fraction(expression.step ?? 1));
    return fillIn(words[expression.to], { of: said(expression.rounded), step });
  }
  if ("steps" in expression) {
    const { by } = expression.steps;
    const read = said(by);
    const result = valueText(evaluate(by, situation));
    const row = said(rowOf(expression, situation));
    return fillIn(words.steps, { by: read === result ? read : `${read} = ${result}`, is: row });
  }
  if ("after" in expression) {
    const { date, years, months, days } = expression.after;
    const spans = Object.entries({ years, months, days }).flatMap(([unit, count]) =>
      count === undefined ? [] : [fillIn(words.after[unit as "years" | "months" | "days"], { count: said(count) })],
    );
    return [said(date), ...spans].join(" + ");
  }
  const [unit, [from, to]] = Object.entries(expression)[0] as ["years" | "months" | "days", readonly [Expression, Expression]];
  return fillIn(words[unit], { from: said(from), to: said(to) });
}

/** True for what holds no parameter: it is the resident's own numbers alone. */
function isPlain(expression: Expression, { flow }: Situation): boolean {
  return closureOf(usesOfExpression(expression, []), flow.values).every(({ kind }) => kind === "answer");
}
