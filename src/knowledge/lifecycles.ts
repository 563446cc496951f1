import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";
import { type RequestType, requestStates, requestTypes } from "../domain/request.js";
import { readKnowledge } from "./read.js";

export const eventActors = ["resident", "staff", "system"] as const;
export type EventActor = (typeof eventActors)[number];

const name = z.string().regex(/^[a-z_]+$/);
const phase = z.strictObject({ state: z.enum(requestStates), label: z.string().min(1), ended: z.literal(true).optional() });
const event = z.strictObject({
  label: z.string().min(1),
  by: z.array(z.enum(eventActors)).min(1),
  rule: z.string().min(1).optional(),
  secondPerson: z.literal(true).optional(),
  internal: z.literal(true).optional(),
  letter: name.optional(),
  news: name.optional(),
});
const transition = z.strictObject({
  event: name,
  from: z.union([z.enum(["start", "open", "any"]), z.array(name).min(1)]),
  to: name,
  when: z.record(z.string(), z.array(z.string()).min(1)).optional(),
});
const schema = z.strictObject({
  types: z.array(z.enum(requestTypes)).min(1),
  phases: z.record(name, phase),
  events: z.record(name, event),
  transitions: z.array(transition).min(1),
});

/** What may happen to a request: who may do it, and what goes out with it. */
export type LifecycleEvent = z.infer<typeof event>;
export type Transition = z.infer<typeof transition>;
/** The state machine of some types of requests; `to` may be `same` or `back` (where it was before). */
export type Lifecycle = z.infer<typeof schema> & { readonly name: string };
export type Lifecycles = { readonly all: readonly Lifecycle[]; of(type: RequestType): Lifecycle };

/**
 * Reads `lifecycles/*.yml`, one file a state machine.
 * @throws ZhengwenError `knowledge_invalid` for a transition of an unknown event or phase, an event without a transition, a phase from which
 * no way ends, a type with no lifecycle or with two.
 */
export function loadLifecycles(folder: string): Lifecycles {
  const files = readdirSync(join(folder, "lifecycles")).filter((file) => file.endsWith(".yml"));
  const all = files.sort().map((file) => {
    const lifecycle = { ...readKnowledge(folder, join("lifecycles", file), schema), name: file.replace(/\.yml$/, "") };
    const wrong = problemOf(lifecycle);
    if (wrong !== null) throw new ZhengwenError("knowledge_invalid", `${join(folder, "lifecycles", file)}: ${wrong}`);
    return lifecycle;
  });
  const byType = new Map<RequestType, Lifecycle>();
  for (const lifecycle of all) {
    for (const type of lifecycle.types) {
      if (byType.has(type)) throw new ZhengwenError("knowledge_invalid", `${folder}/lifecycles: ${type} has two lifecycles`);
      byType.set(type, lifecycle);
    }
  }
  const of = (type: RequestType): Lifecycle => {
    const lifecycle = byType.get(type);
    if (!lifecycle) throw new ZhengwenError("knowledge_invalid", `${folder}/lifecycles: ${type} has no lifecycle`);
    return lifecycle;
  };
  for (const type of requestTypes) of(type);
  return { all, of };
}

/** The phases that a transition leaves. */
export function phasesFrom({ phases }: Lifecycle, { from }: Transition): readonly string[] {
  if (from === "start") return [];
  if (from === "any") return Object.keys(phases);
  if (from === "open") return Object.keys(phases).filter((each) => !phases[each]?.ended);
  return from;
}

/** Where a transition may lead from a phase: `back` to each phase from which one comes. */
export function phasesTo(lifecycle: Lifecycle, { to }: Transition, phase: string): readonly string[] {
  if (to === "same") return [phase];
  if (to !== "back") return [to];
  const before = lifecycle.transitions.filter((each) => each.to === phase).flatMap((each) => phasesFrom(lifecycle, each));
  return [...new Set(before)].filter((each) => each !== phase);
}

function problemOf(lifecycle: Lifecycle): string | null {
  const { phases, events, transitions } = lifecycle;
  for (const { event, from, to } of transitions) {
    if (!events[event]) return `a transition names the unknown event ${event}`;
    if (to !== "same" && to !== "back" && !phases[to]) return `${event} leads to the unknown phase ${to}`;
    if (Array.isArray(from)) for (const each of from) if (!phases[each]) return `${event} leaves the unknown phase ${each}`;
    if (from === "start" && (to === "same" || to === "back")) return `${event} starts nowhere`;
  }
  for (const each of Object.keys(events))
    if (!transitions.some(({ event }) => event === each)) return `the event ${each} has no transition`;
  if (!transitions.some(({ from }) => from === "start")) return "nothing starts it";
  for (const each of Object.keys(phases)) if (!canEnd(lifecycle, each)) return `no way ends from the phase ${each}`;
  return null;
}

function canEnd(lifecycle: Lifecycle, from: string): boolean {
  const seen = new Set([from]);
  for (const each of seen) {
    if (lifecycle.phases[each]?.ended) return true;
    for (const transition of lifecycle.transitions)
      if (phasesFrom(lifecycle, transition).includes(each)) for (const next of phasesTo(lifecycle, transition, each)) seen.add(next);
  }
  return false;
}
