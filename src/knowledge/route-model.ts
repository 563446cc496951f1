import { join } from "node:path";
import { ZhengwenError } from "../domain/errors.js";
import { type Route, routes } from "../domain/reply.js";
import { formatWeightFile, readWeightFile } from "./weight-file.js";
import type { WeightRow } from "./weight-row.js";

/** What a message can be: a route, an attack of a kind (`attack/prompt`), or too little to tell. */
export type RouteClass = { readonly route: Route | null; readonly kind: string | null };

/** A softmax regression over a message's runs of characters, its meaning and its cues; `scripts/fit-routing.ts` fits it. */
export type RouteModel = {
  readonly classes: readonly RouteClass[];
  readonly intercept: WeightRow;
  /** What each run of one to three characters says for and against every class. */
  readonly runs: ReadonlyMap<string, WeightRow>;
  /** What each number of the static embedder's vector says. */
  readonly meaning: readonly WeightRow[];
  /** What each sum of cues and each trait of the message's shape says. */
  readonly traits: readonly WeightRow[];
  /** The word vectors that it was fitted with: with others its weights mean nothing. */
  readonly embedder: string;
  /** The logits are divided by it, so that probabilities are as often right as they say (Guo et al. 2017, On Calibration). */
  readonly temperature: number;
};

export const routeModelFile = "routing-model.tsv";
/** The class of a message that says too little. */
export const unclear = "unclear";

const lines = { classes: "classes", fields: ["classes", "embedder", "temperature"], rows: ["intercept", "meaning", "trait", "run"] };

/**
 * Reads the model.
 * @throws ZhengwenError `knowledge_invalid` naming what is missing, cannot be read or is no route
 */
export function loadRouteModel(folder: string): RouteModel {
  const path = join(folder, routeModelFile);
  const { fields, rows } = readWeightFile(path, lines);
  const [names, [embedder = ""], [written]] = lines.fields.map((field) => fields.get(field) ?? []) as [string[], string[], string[]];
  const temperature = Number(written);
  if (embedder === "" || !(temperature > 0)) throw new ZhengwenError("knowledge_invalid", `${path}: embedder or temperature`);
  const [intercept, meaning, traits, runs] = lines.rows.map((kind) => rows.get(kind) ?? new Map()) as Map<string, WeightRow>[];
  return {
    classes: names.map((name) => classOf(name, path)),
    intercept: intercept?.values().next().value as WeightRow,
    meaning: [...(meaning?.values() ?? [])],
    traits: [...(traits?.values() ?? [])],
    runs: runs ?? new Map(),
    embedder,
    temperature,
  };
}

/** A model as `loadRouteModel` reads it, under a first line that says where it comes from. */
export function formatRouteModel(model: RouteModel, comment: string): string {
  const numbered = (rows: readonly WeightRow[]) => new Map(rows.map((row, index) => [String(index), row]));
  const fields = new Map([
    ["classes", model.classes.map(className)],
    ["embedder", [model.embedder]],
    ["temperature", [model.temperature.toFixed(3)]],
  ]);
  const rows = new Map<string, ReadonlyMap<string, WeightRow>>([
    ["intercept", new Map([["", model.intercept]])],
    ["meaning", numbered(model.meaning)],
    ["trait", numbered(model.traits)],
    ["run", model.runs],
  ]);
  return formatWeightFile({ fields, rows }, comment);
}

/** `attack/prompt`, `question`, `unclear`. */
export function className({ route, kind }: RouteClass): string {
  return route === null ? unclear : kind === null ? route : `${route}/${kind}`;
}

function classOf(name: string, path: string): RouteClass {
  if (name === unclear) return { route: null, kind: null };
  const [written, kind = null] = name.split("/");
  const route = routes.find((each) => each === written);
  if (route === undefined) throw new ZhengwenError("knowledge_invalid", `${path}: ${name} is no route`);
  return { route, kind };
}
