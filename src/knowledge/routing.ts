import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";
import { type Route, routes } from "../domain/reply.js";
import { pattern } from "./pattern.js";
import { readKnowledge } from "./read.js";
import { loadRouteModel, type RouteModel } from "./route-model.js";

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
  examples: z.array(z.string()).min(40),
});

/** What tells one kind of message from the others. */
export type RouteRules = {
  readonly route: Route;
  readonly base: number;
  readonly cues: readonly Cue[];
  readonly examples: readonly string[];
};
export type Cue = z.infer<typeof cue>;

const thresholdsFile = "thresholds.yml";
const twoIntentsFile = "two-intents.yml";
const noRules: ReadonlySet<string> = new Set([thresholdsFile, twoIntentsFile]);
const probability = z.number().min(0).max(1);
const thresholds = z.strictObject({
  /** From this probability on, a second kind of message is asked about. */
  rival: probability,
  /** From this probability on, a message says too little to be taken for anything. */
  unclear: probability,
  /** From this probability on, a message is none of the office's business. */
  outOfScope: probability,
  /** From this probability on, somebody is in danger now. */
  emergency: probability,
  /** From this probability on, words in the middle of a questionnaire or a form are about something else. */
  aside: probability,
  /** Below this, what is left beside markup is no message of its own. */
  besideMarkup: z.strictObject({ attack: probability, other: probability }),
});
const twoIntents = z.strictObject({
  /** The probability that each half must have of being of its kind. */
  sure: probability,
  wantsSomethingDone: pattern,
  asks: pattern,
  /** What leads over from one half to the other, and is no part of either. */
  leadsOver: pattern,
});
export type RouteThresholds = z.infer<typeof thresholds>;

/** The rules of every kind, the model that weighs them, and from when on it is trusted. */
export type Routing = {
  readonly rules: readonly RouteRules[];
  readonly model: RouteModel;
  readonly thresholds: RouteThresholds;
  readonly twoIntents: z.infer<typeof twoIntents>;
};

/**
 * Reads the rules, the thresholds and the model.
 * @throws ZhengwenError `knowledge_invalid` naming the file and what is wrong with it
 */
export function loadRouting(folder: string): Routing {
  return {
    rules: loadRouteRules(folder),
    thresholds: loadRouteThresholds(folder),
    twoIntents: readKnowledge(folder, `routing/${twoIntentsFile}`, twoIntents),
    model: loadRouteModel(folder),
  };
}

/**
 * Reads from when on the model is trusted.
 * @throws ZhengwenError `knowledge_invalid`
 */
export function loadRouteThresholds(folder: string): RouteThresholds {
  return readKnowledge(folder, `routing/${thresholdsFile}`, thresholds);
}

/**
 * Reads every file of `routing/` that has rules; one for each kind.
 * @throws ZhengwenError `knowledge_invalid` naming the file and the pattern that cannot be read, or the kind that has none.
 */
export function loadRouteRules(folder: string): readonly RouteRules[] {
  const rules = readdirSync(join(folder, "routing"))
    .filter((name) => name.endsWith(".yml") && !noRules.has(name))
    .sort()
    .map((name) => readKnowledge(folder, `routing/${name}`, file));
  const missing = routes.find((route) => rules.filter((each) => each.route === route).length !== 1);
  if (missing) throw new ZhengwenError("knowledge_invalid", `${join(folder, "routing")}: one file must have route: ${missing}`);
  return rules;
}
