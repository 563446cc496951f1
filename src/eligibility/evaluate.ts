import { ZhengwenError } from "../domain/errors.js";
import { holdsIn, type Place } from "../domain/place.js";
import { addDays, type PlainDate } from "../domain/plain-date.js";
import { type Condition, type Expression, type Flow, type FlowParameter, partsOf, type Test } from "../knowledge/flows/index.js";
import { addMonths, completeMonths, daysBetween } from "./calendar.js";
import { add, compare, divide, type Fraction, fraction, multiply, roundTo, subtract, wholeOf } from "./fraction.js";

/** A resident's answers by node: an option's name, a number in decimals, a date, a place; null for 不知道. */
export type Answers = Readonly<Record<string, string | null>>;

export type Value =
  | { readonly kind: "number"; readonly number: Fraction }
  | { readonly kind: "date"; readonly date: PlainDate }
  | { readonly kind: "text"; readonly text: string };

/** A value of a parameter with where it comes from. */
export type DatedValue = FlowParameter["values"][number];

/** What a flow is computed from. */
export type Situation = {
  readonly flow: Flow;
  readonly answers: Answers;
  /** The day that is asked about: `today` in a flow. */
  readonly asOf: PlainDate;
  /** Reads the name of a place in a rule. */
  readonly place: (name: string) => Place;
  /** Told of each parameter that was relied on. */
  readonly relies?: ((name: string, value: DatedValue) => void) | undefined;
};

/**
 * Computes an expression of a proved flow.
 * @throws ZhengwenError `flow_unsettled` when an answer is not known, a parameter has no value on the day, or something is divided by nothing
 */
export function evaluate(expression: Expression, situation: Situation): Value {
  if (typeof expression === "number") return number(fraction(expression));
  if (typeof expression === "string") return { kind: "date", date: expression === "today" ? situation.asOf : (expression as PlainDate) };
  if ("parameter" in expression) return number(fraction(parameterOn(expression, situation).value));
  if ("answer" in expression) return answerOf(expression.answer, situation);
  if ("value" in expression) return evaluate(valueNamed(expression.value, situation), situation);
  if ("steps" in expression) return evaluate(rowOf(expression, situation), situation);
  if ("after" in expression) return { kind: "date", date: dateAfter(expression, situation) };
  if ("least" in expression) return extreme(expression.least, -1, situation);
  if ("greatest" in expression) return extreme(expression.greatest, 1, situation);
  return number(arithmetic(expression, situation));
}

/** The row of `steps` that applies. */
export function rowOf({ steps: { by, rows } }: Extract<Expression, { readonly steps: unknown }>, situation: Situation): Expression {
  const value = evaluate(by, situation);
  const row = rows.find(({ below }) => below === undefined || order(value, evaluate(below, situation)) < 0);
  return row?.is ?? 0;
}

/** The value of a parameter on the day that it is asked for. */
export function parameterOn({ parameter, on }: Extract<Expression, { readonly parameter: string }>, situation: Situation): DatedValue {
  const day = on === undefined ? situation.asOf : dateOf(on, situation);
  const value = situation.flow.parameters[parameter]?.values.findLast(({ from }) => from <= day);
  if (value === undefined) throw new ZhengwenError("flow_unsettled", `${parameter} has no value on ${day}`);
  situation.relies?.(parameter, value);
  return value;
}

/** Whether a condition of a proved flow holds. Throws as `evaluate` does. */
export function holds(condition: Condition, situation: Situation): boolean {
  if ("all" in condition) return condition.all.every((each) => holds(each, situation));
  if ("any" in condition) return condition.any.some((each) => holds(each, situation));
  if ("not" in condition) return !holds(condition.not, situation);
  return passes(condition, situation);
}

function passes(test: Test, situation: Situation): boolean {
  const { subject, comparison } = partsOf(test);
  const value = evaluate(subject, situation);
  switch (comparison) {
    case "is":
      return equals(value, test.is ?? "");
    case "in":
      return (test.in ?? []).some((each) => equals(value, each));
    case "within":
      return value.kind === "text" && holdsIn(situation.place(test.within ?? ""), value.text as Place);
    case "atLeast":
    case "onOrAfter":
      return order(value, evaluate(test[comparison] ?? 0, situation)) >= 0;
    case "atMost":
      return order(value, evaluate(test.atMost ?? 0, situation)) <= 0;
    case "moreThan":
      return order(value, evaluate(test.moreThan ?? 0, situation)) > 0;
    case "lessThan":
    case "before":
      return order(value, evaluate(test[comparison] ?? 0, situation)) < 0;
  }
}

function equals(value: Value, wanted: string | number): boolean {
  if (value.kind === "number") return compare(value.number, fraction(wanted)) === 0;
  return value.kind === "text" && value.text === String(wanted);
}

function answerOf(name: string, { flow, answers }: Situation): Value {
  const answer = answers[name];
  if (answer == null) throw new ZhengwenError("flow_unsettled", `${name} is not known`);
  const kind = flow.nodes[name]?.kind;
  if (kind === "number") return number(fraction(answer));
  return kind === "date" ? { kind: "date", date: answer as PlainDate } : { kind: "text", text: answer };
}

function valueNamed(name: string, { flow }: Situation): Expression {
  return flow.values[name]?.is ?? 0;
}

type Arithmetic = Exclude<
  Expression,
  number | string | { readonly parameter: string } | { readonly answer: string } | { readonly value: string }
>;

function arithmetic(expression: Arithmetic, situation: Situation): Fraction {
  const of = (each: Expression) => numberOf(each, situation);
  if ("sum" in expression) return expression.sum.map(of).reduce(add);
  if ("product" in expression) return expression.product.map(of).reduce(multiply);
  if ("difference" in expression) return subtract(of(expression.difference[0]), of(expression.difference[1]));
  if ("quotient" in expression) {
    const quotient = divide(of(expression.quotient[0]), of(expression.quotient[1]));
    if (quotient === null) throw new ZhengwenError("flow_unsettled", "divided by nothing");
    return quotient;
  }
  if ("rounded" in expression) return roundTo(of(expression.rounded), expression.to, fraction(expression.step ?? 1));
  if ("years" in expression) return whole(Math.trunc(completeMonths(...datesOf(expression.years, situation)) / 12));
  if ("months" in expression) return whole(completeMonths(...datesOf(expression.months, situation)));
  if ("days" in expression) return whole(daysBetween(...datesOf(expression.days, situation)));
  return fraction(0);
}

function datesOf([from, to]: readonly [Expression, Expression], situation: Situation): readonly [PlainDate, PlainDate] {
  return [dateOf(from, situation), dateOf(to, situation)];
}

function dateAfter(
  { after: { date, years = 0, months = 0, days = 0 } }: Extract<Expression, { readonly after: unknown }>,
  situation: Situation,
) {
  const of = (each: Expression) => wholeOf(numberOf(each, situation));
  return addDays(addMonths(dateOf(date, situation), of(years) * 12 + of(months)), of(days));
}

function extreme(expressions: readonly Expression[], sign: 1 | -1, situation: Situation): Value {
  return expressions.map((each) => evaluate(each, situation)).reduce((best, each) => (sign * order(each, best) > 0 ? each : best));
}

function order(a: Value, b: Value): number {
  if (a.kind === "number" && b.kind === "number") return compare(a.number, b.number);
  return a.kind === "date" && b.kind === "date" ? (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) : Number.NaN;
}

function numberOf(expression: Expression, situation: Situation): Fraction {
  const value = evaluate(expression, situation);
  return value.kind === "number" ? value.number : fraction(0);
}

function dateOf(expression: Expression, situation: Situation): PlainDate {
  const value = evaluate(expression, situation);
  return value.kind === "date" ? value.date : situation.asOf;
}

function number(given: Fraction): Value {
  return { kind: "number", number: given };
}

function whole(count: number): Fraction {
  return { of: BigInt(count), over: 1n };
}
