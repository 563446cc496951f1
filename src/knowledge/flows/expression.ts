import { z } from "zod";
import { isPlainDate } from "../../domain/plain-date.js";

/** Something that a rule computes: a number, a date, or what was answered. A text is `today` or a date. */
export type Expression =
  | number
  | string
  | { readonly parameter: string; readonly on?: Expression | undefined }
  | { readonly answer: string }
  | { readonly value: string }
  | { readonly sum: readonly Expression[] }
  | { readonly difference: readonly [Expression, Expression] }
  | { readonly product: readonly Expression[] }
  | { readonly quotient: readonly [Expression, Expression] }
  | { readonly least: readonly Expression[] }
  | { readonly greatest: readonly Expression[] }
  | { readonly rounded: Expression; readonly to: "up" | "down" | "nearest"; readonly step?: number | undefined }
  | { readonly years: readonly [Expression, Expression] }
  | { readonly months: readonly [Expression, Expression] }
  | { readonly days: readonly [Expression, Expression] }
  | { readonly after: After }
  | { readonly steps: Steps };

/** A date so much later than another; negative for earlier. */
export type After = {
  readonly date: Expression;
  readonly years?: Expression | undefined;
  readonly months?: Expression | undefined;
  readonly days?: Expression | undefined;
};
/** The first row whose `below` lies above `by`; the last row has none. */
export type Steps = {
  readonly by: Expression;
  readonly rows: readonly { readonly below?: Expression | undefined; readonly is: Expression }[];
};

/** What a condition looks at: an answer or a computed value. */
export type Subject = { readonly answer: string } | { readonly value: string };
type Tested = { readonly answer?: string | undefined; readonly value?: string | undefined };
/** How an answer or a value must be; exactly one of the comparisons is there. */
export type Test = Tested & {
  readonly is?: string | number | undefined;
  readonly in?: readonly (string | number)[] | undefined;
  readonly atLeast?: Expression | undefined;
  readonly atMost?: Expression | undefined;
  readonly moreThan?: Expression | undefined;
  readonly lessThan?: Expression | undefined;
  readonly before?: Expression | undefined;
  readonly onOrAfter?: Expression | undefined;
  readonly within?: string | undefined;
};
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Test;

/** How a condition may compare. */
export const numberComparisons = ["atLeast", "atMost", "moreThan", "lessThan"] as const;
export const dateComparisons = ["before", "onOrAfter"] as const;
export const comparisons = ["is", "in", ...numberComparisons, ...dateComparisons, "within"] as const;
export type Comparison = (typeof comparisons)[number];

/** The names of nodes, outcomes, parameters and values. */
export const nameSchema = z.string().regex(/^[a-z][a-z0-9_]*$/, "a name has small letters, digits and _, and begins with a letter");

const dateText = z.string().refine((text) => text === "today" || isPlainDate(text), "no date: today, or YYYY-MM-DD");
const inner: z.ZodType<Expression> = z.lazy(() => expressionSchema);
const two = z.tuple([inner, inner]);
const several = z.array(inner).min(2);

export const expressionSchema: z.ZodType<Expression> = z.union(
  [
    z.number(),
    dateText,
    z.strictObject({ parameter: nameSchema, on: inner.optional() }),
    z.strictObject({ answer: nameSchema }),
    z.strictObject({ value: nameSchema }),
    z.strictObject({ sum: several }),
    z.strictObject({ difference: two }),
    z.strictObject({ product: several }),
    z.strictObject({ quotient: two }),
    z.strictObject({ least: several }),
    z.strictObject({ greatest: several }),
    z.strictObject({ rounded: inner, to: z.enum(["up", "down", "nearest"]), step: z.number().positive().optional() }),
    z.strictObject({ years: two }),
    z.strictObject({ months: two }),
    z.strictObject({ days: two }),
    z.strictObject({
      after: z.strictObject({ date: inner, years: inner.optional(), months: inner.optional(), days: inner.optional() }),
    }),
    z.strictObject({
      steps: z.strictObject({ by: inner, rows: z.array(z.strictObject({ below: inner.optional(), is: inner })).min(1) }),
    }),
  ],
  { error: "no expression: a number, a date, today, or one of parameter, answer, value, sum, difference, product … (docs/flow-format.md)" },
);

const scalar = z.union([z.string(), z.number()]);
const test = z
  .strictObject({
    answer: nameSchema.optional(),
    value: nameSchema.optional(),
    is: scalar.optional(),
    in: z.array(scalar).min(1).optional(),
    atLeast: expressionSchema.optional(),
    atMost: expressionSchema.optional(),
    moreThan: expressionSchema.optional(),
    lessThan: expressionSchema.optional(),
    before: expressionSchema.optional(),
    onOrAfter: expressionSchema.optional(),
    within: z.string().optional(),
  })
  .refine(({ answer, value }) => (answer === undefined) !== (value === undefined), "a condition looks at one answer or one value")
  .refine((given) => comparisons.filter((each) => given[each] !== undefined).length === 1, "a condition compares in one way");

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ all: z.array(conditionSchema).min(1) }),
      z.strictObject({ any: z.array(conditionSchema).min(1) }),
      z.strictObject({ not: conditionSchema }),
      test,
    ],
    { error: "no condition: an answer or a value with one comparison, or all, any, not" },
  ),
);

/** What a test looks at and how it compares. */
export function partsOf(given: Test): { readonly subject: Subject; readonly comparison: Comparison } {
  const comparison = comparisons.find((each) => given[each] !== undefined) ?? "is";
  return { subject: given.answer === undefined ? { value: given.value ?? "" } : { answer: given.answer }, comparison };
}
