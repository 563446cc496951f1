import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ZhengwenError } from "../../domain/errors.js";
import type { Gazetteer } from "../places.js";
import { casesSchema, type Flow, type Flows, flowSchema, type RefusedFlow } from "./flow.js";
import { complaintsOf, complaintsOfCases } from "./prove.js";
import { readYaml } from "./read-yaml.js";

const casesEnding = ".cases.yml";

/**
 * Reads `flows/*.yml` with the tables of cases beside them. A flow with anything wrong is refused, with file and line; the others are there.
 */
export function loadFlows(folder: string, places: Gazetteer): Flows {
  const below = join(folder, "flows");
  const files = existsSync(below) ? readdirSync(below).sort() : [];
  const flows: Flow[] = [];
  const refused: RefusedFlow[] = [];
  for (const file of files.filter((each) => each.endsWith(".yml") && !each.endsWith(casesEnding))) {
    const loaded = loadFlow(below, file, (name) => isPlace(places, name));
    if ("refused" in loaded) refused.push(...loaded.refused);
    else flows.push(loaded);
  }
  return { flows, refused };
}

function loadFlow(
  folder: string,
  file: string,
  isKnownPlace: (name: string) => boolean,
): Flow | { readonly refused: readonly RefusedFlow[] } {
  const path = join(folder, file);
  const read = readYaml(path, path, flowSchema);
  if (read.kind === "refused") return read;
  const { data: flow, lineOf } = read;
  const named = file.replace(/\.yml$/, "").replaceAll("-", "_");
  const refused: RefusedFlow[] = [
    ...(flow.id === named ? [] : [{ file: path, line: lineOf(["id"]), what: `the id is ${flow.id}, but the file is named for ${named}` }]),
    ...complaintsOf(flow, isKnownPlace).map((complaint) => ({ file: path, line: lineOf(complaint.path), what: complaint.what })),
  ];
  const casesPath = path.replace(/\.yml$/, casesEnding);
  if (!existsSync(casesPath)) return { refused: [...refused, { file: casesPath, line: 1, what: "the table of cases is missing" }] };
  const cases = readYaml(casesPath, casesPath, casesSchema);
  if (cases.kind === "refused") return { refused: [...refused, ...cases.refused] };
  for (const { path: at, what } of complaintsOfCases(cases.data, flow)) refused.push({ file: casesPath, line: cases.lineOf(at), what });
  return refused.length > 0
    ? { refused }
    : { ...flow, file: path, cases: cases.data, lineOf, lineOfCase: (each) => cases.lineOf([cases.data.indexOf(each)]) };
}

function isPlace(places: Gazetteer, name: string): boolean {
  try {
    places.read(name);
    return true;
  } catch (cause) {
    if (cause instanceof ZhengwenError && cause.code === "unknown_place") return false;
    throw cause;
  }
}
