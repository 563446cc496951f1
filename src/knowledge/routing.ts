import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";
import { type Route, routes } from "../domain/reply.js";
import { readKnowledge } from "./read.js";

const pattern = z.string().transform((text, context) => {
  try {
    return new RegExp(text, "u");
  } catch (cause) {
    context.addIssue({ code: "custom", message: cause instanceof Error ? cause.message : String(cause) });
    return z.NEVER;
  }
});

const cue = z.strictObject({
  why: z.string(),
  kind: z.string().nullish(),
  weight: z.number(),
  pattern,
  /** What else in the message makes the cue not count. */
  unless: pattern.nullish(),
});

const file = z.strictObject({
  route: z.enum(routes),
  /** What the kind has before any cue counts. */
  base: z.number(),
  cues: z.array(cue).min(1),
  examples: z.array(z.string()).min(25),
});

/** What tells one kind of message from the others. */
export type RouteRules = {
  readonly route: Route;
  readonly base: number;
  readonly cues: readonly Cue[];
  readonly examples: readonly string[];
};
export type Cue = z.infer<typeof cue>;
export type Routing = readonly RouteRules[];

/**
 * Reads every file of `routing/`; one for each kind.
 * @throws ZhengwenError `knowledge_invalid` naming the file and the pattern that cannot be read, or the kind that has none.
 */
export function loadRouting(folder: string): Routing {
  const rules = readdirSync(join(folder, "routing"))
    .filter((name) => name.endsWith(".yml"))
    .sort()
    .map((name) => readKnowledge(folder, `routing/${name}`, file));
  const missing = routes.find((route) => rules.filter((each) => each.route === route).length !== 1);
  if (missing) throw new ZhengwenError("knowledge_invalid", `${join(folder, "routing")}: one file must have route: ${missing}`);
  return rules;
}
