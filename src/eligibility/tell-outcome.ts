import type { FlowWordings } from "../knowledge/flow-wordings.js";
import { type CitedArticleName, type FlowResult, fillBraces } from "../knowledge/flows/index.js";
import { type DatedValue, evaluate, holds, type Situation } from "./evaluate.js";
import { explainValue, type Sum, valueText } from "./explain.js";

/** A value of a parameter that an outcome relies on. */
export type ReliedOn = { readonly parameter: string; readonly name: string; readonly fictional: boolean; readonly value: DatedValue };

/** An outcome in words, with what it was computed from. */
export type ToldOutcome = {
  readonly outcome: string;
  readonly result: FlowResult;
  readonly text: string;
  readonly sums: readonly Sum[];
  readonly next: readonly string[];
  readonly cites: readonly CitedArticleName[];
  /** What stands in the texts and sums. */
  readonly shown: readonly ReliedOn[];
  /** What decided the way to it, beside. */
  readonly decided: readonly ReliedOn[];
};

/**
 * Words an outcome for a resident's answers.
 * @param path the nodes that led to it
 * @throws ZhengwenError `flow_unsettled` when a value cannot be computed
 */
export function tellOutcome(name: string, path: readonly string[], situation: Situation, words: FlowWordings["sums"]): ToldOutcome {
  const outcome = situation.flow.outcomes[name];
  if (outcome === undefined) throw new Error(`${situation.flow.id} has no outcome ${name}`);
  const shown = reliances(situation);
  const text = fillText(outcome.text, shown.situation);
  const next = outcome.next.map((line) => fillText(line, shown.situation));
  const sums = outcome.sums.map((value) => explainValue(value, shown.situation, words));
  const decided = reliances(situation);
  for (const node of path) situation.flow.nodes[node]?.next.find(({ when }) => when === undefined || holds(when, decided.situation));
  const { result, cites } = outcome;
  return { outcome: name, result, text, sums, next, cites, shown: shown.all(), decided: decided.all() };
}

/** A text of a flow with its values, parameters and answers in their places. Throws as `evaluate` does. */
export function fillText(text: string, situation: Situation): string {
  const { values, parameters, nodes } = situation.flow;
  return fillBraces(text, (name) => {
    if (name in values) return valueText(evaluate({ value: name }, situation));
    if (name in parameters) return valueText(evaluate({ parameter: name }, situation));
    const node = nodes[name];
    const answer = situation.answers[name] ?? "";
    return node?.kind === "choice" ? fillText(node.options[answer] ?? "", situation) : valueText(evaluate({ answer: name }, situation));
  });
}

/** A situation that remembers which parameters it relied on, each value once. */
function reliances(situation: Situation) {
  const found = new Map<string, ReliedOn>();
  const relies = (parameter: string, value: DatedValue): void => {
    const { name = parameter, fictional = false } = situation.flow.parameters[parameter] ?? {};
    found.set(`${parameter} ${value.from}`, { parameter, name, fictional, value });
  };
  return { situation: { ...situation, relies }, all: () => [...found.values()] };
}
