import type { Place } from "../../domain/place.js";
import { advance, fillText, type Situation, type Standing } from "../../eligibility/index.js";
import type { Flow } from "../../knowledge/flows/index.js";
import type { Ports, Turn } from "../step.js";
import type { OpenFlow } from "./open-flow.js";

/** A flow as a resident stands in it. */
export type Going = { readonly flow: Flow; readonly open: OpenFlow; readonly situation: Situation; readonly standing: Standing };

/** Where an open flow stands; null when it is no longer offered. */
export function goingThrough(open: OpenFlow, turn: Turn, { eligibility, knowledge }: Ports): Going | null {
  const flow = eligibility.offered(turn).find(({ id }) => id === open.id);
  if (!flow) return null;
  const situation: Situation = { flow, answers: open.answers, asOf: turn.asOf, place: (name): Place => knowledge.places.read(name) };
  return { flow, open, situation, standing: advance(situation) };
}

/** The labels of a choice's options, filled. */
export function labelsOf(node: string, { flow, situation }: Going): Readonly<Record<string, string>> {
  const asked = flow.nodes[node];
  if (asked?.kind !== "choice") return {};
  return Object.fromEntries(Object.entries(asked.options).map(([name, label]) => [name, fillText(label, situation)]));
}
