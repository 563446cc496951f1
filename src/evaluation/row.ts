import { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";
import type { Place } from "../domain/place.js";
import { isPlainDate, type PlainDate } from "../domain/plain-date.js";
import { outcomes, replyKinds, routes } from "../domain/reply.js";

/** One member of a list, or several any of which is right. */
const anyOf = <T extends string>(members: readonly [T, ...T[]]) => {
  const member = z.enum(members);
  return z
    .union([member, z.array(member)])
    .transform((given): readonly T[] => (Array.isArray(given) ? (given as T[]) : [given as T]))
    .default([]);
};
const texts = z.array(z.string().trim().min(1)).default([]);

const source = z
  .strictObject({ path: z.string().min(1).nullish(), document: z.string().min(1).nullish(), article: z.string().min(1).nullish() })
  .refine(({ path, document }) => Boolean(path ?? document), "names neither path nor document")
  .transform(({ path, document, article }) => ({ path: path ?? null, document: document ?? null, article: article ?? null }));

const expectation = z.strictObject({
  route: z
    .enum(routes)
    .nullish()
    .transform((route) => route ?? null),
  outcome: anyOf(outcomes),
  kind: anyOf(replyKinds),
  documents: z.array(source).default([]),
  facts: texts,
  must: texts,
  mustNot: texts,
  traps: texts,
});

const line = z
  .strictObject({
    id: z.union([z.string().min(1), z.number()]).transform(String),
    text: z.string().min(1).nullish(),
    turns: z
      .array(z.strictObject({ user: z.string().min(1) }))
      .min(1)
      .nullish(),
    place: z.string().nullish(),
    asOf: z.string().refine(isPlainDate, "not a date YYYY-MM-DD").nullish(),
    expect: expectation,
  })
  .refine(({ text, turns }) => (text == null) !== (turns == null), "takes either text or turns");

/** A text, or an article of it, that answers: named by the path of its file, by its title, or both. */
export type ExpectedSource = z.infer<typeof source>;

/** What a reply must be. An empty list and null ask for nothing. */
export type Expectation = z.infer<typeof expectation>;

/** A question, or a conversation whose last reply is judged, with what is expected. */
export type EvaluationRow = {
  readonly id: string;
  /** What the resident says, turn by turn. */
  readonly turns: readonly string[];
  /** Null for the office's. */
  readonly place: Place | null;
  /** Null for today. */
  readonly asOf: PlainDate | null;
  readonly expect: Expectation;
};

/** How many bad lines one refusal names. */
const named = 10;

/**
 * Reads rows from JSON lines. Figures over a part of the rows would mislead, so one bad line refuses the file.
 * @param name what the lines are called in a refusal: the file's name
 * @param readPlace reads a place as people write it; throws when there is none
 * @throws ZhengwenError `wrong_use` naming each bad line by its number and each field that is not known
 */
export function readRows(content: string, name: string, readPlace: (text: string) => Place): readonly EvaluationRow[] {
  const rows: EvaluationRow[] = [];
  const wrong: string[] = [];
  const lineOf = new Map<string, number>();
  for (const [index, text] of content
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .entries()) {
    if (text.trim() === "") continue;
    try {
      const row = evaluationRow(JSON.parse(text), readPlace);
      const earlier = lineOf.get(row.id);
      if (earlier !== undefined) throw new Error(`id: ${row.id} stands in line ${earlier} already`);
      lineOf.set(row.id, index + 1);
      rows.push(row);
    } catch (cause) {
      wrong.push(`${name}:${index + 1}: ${cause instanceof SyntaxError ? "not JSON" : (cause as Error).message}`);
    }
  }
  if (wrong.length > 0) {
    const more = wrong.length > named ? [`… and ${wrong.length - named} more`] : [];
    throw new ZhengwenError("wrong_use", ["lines that cannot be read", ...wrong.slice(0, named), ...more].join("\n  "));
  }
  if (rows.length === 0) throw new ZhengwenError("wrong_use", `${name}: no rows`);
  return rows;
}

/**
 * One row from its JSON value.
 * @throws Error naming the fields that are wrong or not known
 */
export function evaluationRow(value: unknown, readPlace: (text: string) => Place): EvaluationRow {
  const parsed = line.safeParse(value);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": ")).join("; "));
  }
  const { id, text, turns, place, asOf, expect } = parsed.data;
  return {
    id,
    turns: turns?.map(({ user }) => user) ?? [text ?? ""],
    place: place ? readPlace(place) : null,
    asOf: (asOf as PlainDate | null | undefined) ?? null,
    expect,
  };
}
