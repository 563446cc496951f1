import { z } from "zod";
import { isPlainDate, type PlainDate } from "../../domain/plain-date.js";
import { conditionSchema, expressionSchema, nameSchema } from "./expression.js";

const text = z.string().min(1);
const date = z
  .string()
  .refine(isPlainDate, "no date of the form YYYY-MM-DD")
  .transform((day) => day as PlainDate);
const pattern = z.string().transform((source, context) => {
  try {
    return new RegExp(source, "u");
  } catch (cause) {
    context.addIssue({ code: "custom", message: cause instanceof Error ? cause.message : String(cause) });
    return z.NEVER;
  }
});
const article = z
  .string({ error: "needs an article, as 第七条" })
  .regex(/^第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十])?$/, "no article, as 第七条");
const cited = z.strictObject({ document: text, article });

const parameter = z.strictObject({
  name: text,
  unit: text,
  fictional: z.boolean().default(false),
  values: z
    .array(z.strictObject({ from: date, value: z.number(), document: text, article }), { error: "needs its dated values" })
    .min(1, "needs at least one dated value"),
});

const branch = z.strictObject({ when: conditionSchema.optional(), go: nameSchema });
const asked = { ask: text, why: text, next: z.array(branch).min(1) };
const node = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("choice"),
    ...asked,
    options: z.record(nameSchema, text).refine((options) => Object.keys(options).length > 1, "a choice needs two options"),
  }),
  z.strictObject({
    kind: z.literal("number"),
    ...asked,
    unit: text,
    min: z.number(),
    max: z.number(),
    decimals: z.number().int().min(0).max(4),
  }),
  z.strictObject({ kind: z.literal("date"), ...asked, earliest: date, latest: z.union([z.enum(["today", "none"]), date]) }),
  z.strictObject({ kind: z.literal("place"), ...asked }),
]);

/** What an outcome says of the resident's case. */
export const flowResults = ["eligible", "not_eligible", "depends"] as const;
const outcome = z.strictObject({
  result: z.enum(flowResults),
  text,
  sums: z.array(nameSchema).default([]),
  next: z.array(text).min(1),
  cites: z.array(cited, { error: "needs the articles that it rests on" }).min(1, "needs at least one article that it rests on"),
});

/** A questionnaire as a file writes it. */
export const flowSchema = z.strictObject({
  id: nameSchema,
  title: text,
  for: text,
  offer: z.strictObject({
    cues: z.array(pattern).min(1),
    unless: z.array(pattern).default([]),
    examples: z.array(text).min(8, "needs eight examples of how residents ask"),
  }),
  guide: z.string().nullable().default(null),
  parameters: z.record(nameSchema, parameter).default({}),
  nodes: z.record(nameSchema, node).refine((nodes) => Object.keys(nodes).length > 0, "asks nothing"),
  values: z.record(nameSchema, z.strictObject({ unit: text, is: expressionSchema })).default({}),
  outcomes: z.record(nameSchema, outcome).refine((outcomes) => Object.keys(outcomes).length > 0, "has no outcome"),
});

const scalar = z.union([z.string(), z.number()]);
/** The table of cases beside a flow. */
export const casesSchema = z
  .array(
    z.strictObject({
      why: text,
      asOf: date,
      answers: z.record(nameSchema, scalar),
      outcome: nameSchema,
      values: z.record(nameSchema, scalar).default({}),
    }),
  )
  .min(1);

export type FlowDefinition = z.infer<typeof flowSchema>;
export type FlowNode = FlowDefinition["nodes"][string];
export type Branch = z.infer<typeof branch>;
export type FlowParameter = z.infer<typeof parameter>;
export type FlowOutcome = z.infer<typeof outcome>;
export type FlowResult = (typeof flowResults)[number];
/** An article that a rule or an outcome rests on. */
export type CitedArticleName = z.infer<typeof cited>;
export type FlowCase = z.infer<typeof casesSchema>[number];

/** Where something stands in a file: the keys from the outside in. */
export type YamlPath = readonly (string | number)[];

/** A flow that was proved: it ends, and all that it names is there. */
export type Flow = FlowDefinition & {
  readonly file: string;
  readonly cases: readonly FlowCase[];
  /** The line of the file on which something stands, from 1. */
  readonly lineOf: (path: YamlPath) => number;
  /** The line on which one of its cases begins in the table. */
  readonly lineOfCase: (each: FlowCase) => number;
};

/** What is wrong with a flow, and where. */
export type RefusedFlow = { readonly file: string; readonly line: number; readonly what: string };

export type Flows = { readonly flows: readonly Flow[]; readonly refused: readonly RefusedFlow[] };
