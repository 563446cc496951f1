import { publicNumbersOf } from "../../knowledge/office.js";
import { type Support, supportFeatures } from "../../knowledge/support.js";
import type { Retrieval } from "../../retrieval/index.js";
import type { Ports } from "../step.js";
import { checkFigures } from "./figures.js";
import type { Finding } from "./finding.js";
import { turnedClauses } from "./force.js";
import { checkNames } from "./names.js";
import { exchangedParties } from "./parties.js";
import type { Statement } from "./read-generated.js";
import { type Source, saidBy } from "./sources.js";
import { supportOf } from "./support.js";

export type CheckPorts = Pick<Ports, "retrieval"> & { readonly knowledge: Pick<Ports["knowledge"], "support" | "office"> };

/**
 * Holds one sentence of a generated answer against the sources that it names: figures, names, promises, force, and whether they say it at all.
 * @param place its place among the sentences, for the findings
 * @returns empty when it may be said
 */
export async function checkStatement(
  { text, sources: named }: Statement,
  place: number,
  sources: readonly Pick<Source, "n" | "citation">[],
  { knowledge, retrieval }: CheckPorts,
): Promise<readonly Finding[]> {
  const used = sources.filter(({ n }) => named.includes(n));
  if (used.length === 0) return [{ rule: "no_source", statement: place, detail: text }];
  const said = used.map(({ citation }) => saidBy(citation)).join("\n");
  const { support, office } = knowledge;
  const promises = [...text.matchAll(support.promises)].map(([words]) => words).filter((words) => !said.includes(words));
  const found: readonly Pick<Finding, "rule" | "detail">[] = [
    ...checkFigures(text, said),
    ...checkNames(text, said, publicNumbersOf(office)),
    ...promises.map((detail) => ({ rule: "promise" as const, detail })),
    ...turnedClauses(text, said, support.force).map((detail) => ({ rule: "force" as const, detail })),
    ...exchangedParties(text, said, support.parties).map((detail) => ({ rule: "party" as const, detail })),
  ];
  const isSupported =
    found.length > 0 || (await supportProbability(text, said, { knowledge, retrieval })) >= modelOf(retrieval, support).threshold;
  return [...found, ...(isSupported ? [] : [{ rule: "unsupported" as const, detail: text }])].map((finding) => ({
    ...finding,
    statement: place,
  }));
}

/** The probability that sources say what a sentence says. */
export async function supportProbability(text: string, said: string, { knowledge, retrieval }: CheckPorts): Promise<number> {
  const { intercept, weights } = modelOf(retrieval, knowledge.support);
  const features = await supportOf(text, said, retrieval.likeness);
  const logit = supportFeatures.reduce((sum, name) => sum + weights[name] * features[name], intercept);
  return 1 / (1 + Math.exp(-logit));
}

/** Cosines mean different things with different embedders; only the package's own was at hand when the weights were fitted. */
function modelOf(retrieval: Pick<Retrieval, "meaning">, support: Support): Support["words"] {
  const { kind, usable } = retrieval.meaning();
  return usable && kind === "static" ? support.static : support.words;
}
