import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";
import { outcomes, replyKinds, routes } from "../domain/reply.js";
import type { JudgedRow } from "./evaluate.js";
import { foldedRoutes } from "./folded-route.js";

/** An evaluation as it is kept: masked texts, no personal data. */
export type EvaluationRun = {
  /** The rows' file, absolute: runs of one file are compared. */
  readonly file: string;
  /** ISO time. */
  readonly at: string;
  readonly rows: readonly JudgedRow[];
};

const words = z.array(z.string());
const yesOrNo = z.boolean().nullable();
const row: z.ZodType<JudgedRow> = z.object({
  id: z.string(),
  turns: words,
  expect: z.object({
    route: z.enum(routes).nullable(),
    outcome: z.array(z.enum(outcomes)),
    kind: z.array(z.enum(replyKinds)),
    documents: z.array(z.object({ path: z.string().nullable(), document: z.string().nullable(), article: z.string().nullable() })),
    facts: words,
    must: words,
    mustNot: words,
    traps: words,
  }),
  reply: z.object({
    kind: z.enum(replyKinds),
    outcome: z.enum(outcomes),
    route: z.enum(routes),
    text: z.string(),
    confidence: z.number(),
    citations: z.array(
      z.object({
        document: z.string(),
        article: z.string().nullable(),
        path: z.string().nullable(),
        status: z.enum(["in_force", "repealed", "superseded", "not_yet"]),
      }),
    ),
  }),
  trace: z.array(z.object({ step: z.string(), ms: z.number(), status: z.string() })),
  judgement: z.object({
    wantedRoute: z.enum(foldedRoutes).nullable(),
    route: z.enum(foldedRoutes),
    outcomeRight: yesOrNo,
    kindRight: yesOrNo,
    withinLimits: z.boolean(),
    goldCited: yesOrNo,
    goldNamed: yesOrNo,
    factsMissing: words.nullable(),
    answered: z.boolean(),
    unanswerable: z.boolean(),
    trapped: yesOrNo,
    attackHeld: yesOrNo,
    falseAlarm: yesOrNo,
    stringsAsked: z.boolean(),
    mustMissing: words,
    mustNotFound: words,
    ms: z.array(z.number()),
  }),
});
const run = z.object({ file: z.string(), at: z.string(), rows: z.array(row) });

/** Where a home keeps its runs. */
export function runsFolder(home: string): string {
  return join(home, "evaluations");
}

/**
 * Keeps a run under its time, whole or not at all, readable by its owner alone.
 * @returns the path of its file
 * @throws ZhengwenError `home_unusable`
 */
export function keepRun(home: string, kept: EvaluationRun): string {
  const folder = runsFolder(home);
  const path = join(folder, `${kept.at.replace(/[:.+]/g, "-")}.json`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(`${path}.part`, JSON.stringify(kept), { mode: 0o600 });
    renameSync(`${path}.part`, path);
  } catch (cause) {
    throw new ZhengwenError("home_unusable", `cannot keep the evaluation in ${folder}: ${(cause as Error).message}`, { cause });
  }
  return path;
}

/**
 * The newest kept run of a file, or null. A run that cannot be read, from another version of the program, is passed over.
 * @param file absolute
 */
export function previousRun(home: string, file: string): EvaluationRun | null {
  const folder = runsFolder(home);
  if (!existsSync(folder)) return null;
  const newestFirst = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .reverse();
  for (const name of newestFirst) {
    const found = readRun(join(folder, name));
    if (found?.file === file) return found;
  }
  return null;
}

function readRun(path: string): EvaluationRun | null {
  try {
    return run.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}
