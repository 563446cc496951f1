import { ZhengwenError } from "../../domain/errors.js";
import { type EventActor, type Lifecycle, phasesFrom, type Transition } from "../../knowledge/lifecycles.js";

/** An event as the machine looks at it: its name, and the fields that a transition's `when` may ask for. */
export type Happened = { readonly event: string; readonly detail: Readonly<Record<string, unknown>> };

/** Where a request stands by its events, and the phase that `back` would lead to. */
export type Standing = { readonly phase: string; readonly before: string | null };

/**
 * Follows the events from the start.
 * @throws ZhengwenError `event_not_allowed` for an event that its phase does not allow, naming what is allowed
 */
export function walk(lifecycle: Lifecycle, events: readonly Happened[]): Standing {
  const [first, ...rest] = events;
  const start = lifecycle.transitions.find(({ event, from, when }) => from === "start" && event === first?.event && holds(when, first));
  if (!start) {
    const starts = lifecycle.transitions.filter(({ from }) => from === "start").map(({ event }) => labelOf(lifecycle, event));
    throw new ZhengwenError("event_not_allowed", `开头应当是：${[...new Set(starts)].join("、")}`);
  }
  return rest.reduce<Standing>((standing, each) => step(lifecycle, standing, each), { phase: start.to, before: null });
}

/**
 * The standing after one more event.
 * @throws ZhengwenError `event_not_allowed` naming what is allowed instead
 */
export function step(lifecycle: Lifecycle, standing: Standing, happened: Happened): Standing {
  const fits = (transition: Transition) =>
    transition.event === happened.event && phasesFrom(lifecycle, transition).includes(standing.phase) && holds(transition.when, happened);
  const transition = lifecycle.transitions.find(fits);
  if (!transition) throw notAllowed(lifecycle, standing, happened.event);
  if (transition.to === "same" || transition.to === standing.phase) return standing;
  if (transition.to === "back") return { phase: standing.before ?? standing.phase, before: null };
  return { phase: transition.to, before: standing.phase };
}

/** The events that a phase allows to somebody, in the order of the lifecycle's file; without those that other acts write. */
export function allowedEvents(lifecycle: Lifecycle, phase: string, actor: EventActor): readonly string[] {
  const leaving = lifecycle.transitions.filter((transition) => phasesFrom(lifecycle, transition).includes(phase));
  return Object.keys(lifecycle.events).filter(
    (name) =>
      lifecycle.events[name]?.by.includes(actor) && !lifecycle.events[name]?.internal && leaving.some(({ event }) => event === name),
  );
}

function notAllowed(lifecycle: Lifecycle, { phase }: Standing, event: string): ZhengwenError {
  const where = lifecycle.phases[phase]?.label ?? phase;
  const allowed = allowedEvents(lifecycle, phase, "staff").map((name) => `${name}（${labelOf(lifecycle, name)}）`);
  return new ZhengwenError("event_not_allowed", `现在是“${where}”，不能${labelOf(lifecycle, event)}；可以：${allowed.join("、")}`);
}

function labelOf({ events }: Lifecycle, event: string): string {
  return events[event]?.label ?? event;
}

function holds(when: Transition["when"], { detail }: Happened): boolean {
  return Object.entries(when ?? {}).every(([field, values]) => values.includes(String(detail[field])));
}
