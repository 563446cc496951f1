import {
  type EventActor,
  type Lifecycle,
  type LifecycleEvent,
  phasesFrom,
  phasesTo,
  type Transition,
} from "../../src/knowledge/lifecycles.js";

const actors: Readonly<Record<EventActor, string>> = { resident: "居民", staff: "工作人员", system: "系统" };

/** docs/lifecycles.md: a diagram and a table of events for each lifecycle. */
export function lifecyclesPage(lifecycles: readonly Lifecycle[]): string {
  return `${[
    "# Lifecycles",
    "",
    "Drawn from `knowledge/lifecycles/*.yml` by `npm run draw-lifecycles`; do not edit by hand.",
    "",
    "An arrow names the event, who may do it, and what it rests on; ⚖ marks what a second person must approve. Events that change no phase stand",
    "in the table alone. A phase is followed by the state that the resident is told.",
    ...lifecycles.flatMap((lifecycle) => ["", ...section(lifecycle)]),
  ].join("\n")}\n`;
}

function section(lifecycle: Lifecycle): readonly string[] {
  return [
    `## ${lifecycle.name}`,
    "",
    `Types: ${lifecycle.types.map((type) => `\`${type}\``).join(", ")}.`,
    "",
    "```mermaid",
    ...diagram(lifecycle),
    "```",
    "",
    "| event | label | by | rests on | leads | letter | news |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...Object.entries(lifecycle.events).map(([name, event]) => row(lifecycle, name, event)),
  ];
}

function diagram(lifecycle: Lifecycle): readonly string[] {
  const arrows = new Map<string, string[]>();
  for (const transition of lifecycle.transitions)
    for (const [from, to] of arrowsOf(lifecycle, transition)) {
      const arrow = `${from} --> ${to}`;
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), arrowLabel(lifecycle, transition)]);
    }
  const ends = Object.entries(lifecycle.phases).filter(([, { ended }]) => ended);
  return [
    "stateDiagram-v2",
    ...Object.entries(lifecycle.phases).map(([name, { label, state }]) => `  ${name} : ${label}（${state}）`),
    ...[...arrows].map(([arrow, labels]) => `  ${arrow} : ${labels.join("<br/>")}`),
    ...ends.map(([name]) => `  ${name} --> [*]`),
  ];
}

function arrowsOf(lifecycle: Lifecycle, transition: Transition): readonly (readonly [string, string])[] {
  if (transition.to === "same") return [];
  if (transition.from === "start") return [["[*]", transition.to]];
  return phasesFrom(lifecycle, transition).flatMap((from) => phasesTo(lifecycle, transition, from).map((to) => [from, to] as const));
}

function arrowLabel({ events }: Lifecycle, { event, when }: Transition): string {
  const { label, by, rule, secondPerson } = events[event] as LifecycleEvent;
  const conditions = Object.entries(when ?? {}).map(([field, values]) => `${field} = ${values.join(" / ")}`);
  const details = [by.map((actor) => actors[actor]).join("、"), ...(rule ? [rule] : []), ...conditions];
  // a colon would end the label
  return `${label}（${details.join("，").replaceAll(":", "：")}${secondPerson ? " ⚖" : ""}）`;
}

function row(lifecycle: Lifecycle, name: string, { label, by, rule, secondPerson, letter, news }: LifecycleEvent): string {
  const leads = [...new Set(lifecycle.transitions.filter(({ event }) => event === name).map((each) => leadsText(lifecycle, each)))];
  const cells = [
    `\`${name}\``,
    `${label}${secondPerson ? " ⚖" : ""}`,
    by.map((actor) => actors[actor]).join("、"),
    rule ?? "",
    leads.join("; "),
    letter ?? "",
    news ?? "",
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function leadsText(lifecycle: Lifecycle, { from, to }: Transition): string {
  const origin = Array.isArray(from) ? from.map((phase) => lifecycle.phases[phase]?.label).join("、") : origins[from];
  return `${origin} → ${targets[to] ?? lifecycle.phases[to]?.label}`;
}

const origins: Readonly<Record<string, string>> = { start: "（开始）", open: "没有结束的", any: "任何时候" };
const targets: Readonly<Record<string, string>> = { same: "不变", back: "回到之前" };
