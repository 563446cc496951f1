import { isPlainDate } from "../domain/plain-date.js";
import type { Flow, FlowCase } from "../knowledge/flows/index.js";
import type { Gazetteer } from "../knowledge/places.js";
import { advance, isUnsettled, type Standing } from "./advance.js";
import { type Answers, evaluate, type Situation, type Value } from "./evaluate.js";
import { valueText } from "./explain.js";
import { compare, fraction } from "./fraction.js";

/** A case of a flow's table, gone through. `wrong`: what came out instead of what the table says, or null. */
export type RanCase = { readonly situation: Situation; readonly standing: Standing; readonly wrong: string | null };

/** Goes through a flow by the answers of a case, and compares outcome and values with what the table says. */
export function runCase(flow: Flow, expected: FlowCase, places: Gazetteer): RanCase {
  const answers: Answers = Object.fromEntries(
    Object.entries(expected.answers).map(([node, answer]) => [
      node,
      flow.nodes[node]?.kind === "place" ? places.read(String(answer)) : String(answer),
    ]),
  );
  const situation: Situation = { flow, answers, asOf: expected.asOf, place: (name) => places.read(name) };
  const standing = advance(situation);
  return { situation, standing, wrong: wrongOutcome(standing, expected) ?? wrongValue(situation, expected) };
}

function wrongOutcome(standing: Standing, { outcome }: FlowCase): string | null {
  if (standing.kind === "ask") return `the case does not answer ${standing.node}`;
  if (standing.kind === "unsettled") return `nothing can be said after ${standing.node}`;
  return standing.outcome === outcome ? null : `it comes to ${standing.outcome}, not ${outcome}`;
}

function wrongValue(situation: Situation, { values }: FlowCase): string | null {
  for (const [name, wanted] of Object.entries(values)) {
    try {
      const value = evaluate({ value: name }, situation);
      if (!isAs(value, wanted)) return `${name} is ${valueText(value)}, not ${wanted}`;
    } catch (cause) {
      if (!isUnsettled(cause)) throw cause;
      return `${name} cannot be computed`;
    }
  }
  return null;
}

function isAs(value: Value, wanted: string | number): boolean {
  if (value.kind === "number") return typeof wanted === "number" && compare(value.number, fraction(wanted)) === 0;
  return value.kind === "date" ? isPlainDate(String(wanted)) && value.date === wanted : value.text === wanted;
}
