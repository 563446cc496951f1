import type { FlowDefinition, YamlPath } from "./flow.js";

/** What is wrong, and under which keys of the file. */
export type Complaint = { readonly path: YamlPath; readonly what: string };

/** The first node: where a flow begins. */
export function firstNode({ nodes }: Pick<FlowDefinition, "nodes">): string {
  return Object.keys(nodes)[0] ?? "";
}

/** Whether every way through a flow is known, ends, and reaches all that is there. */
export function complaintsOfWays(flow: FlowDefinition): readonly Complaint[] {
  const { nodes, outcomes } = flow;
  const complaints: Complaint[] = [];
  for (const [name, node] of Object.entries(nodes)) {
    if (name in outcomes) complaints.push({ path: ["nodes", name], what: `${name} is the name of a node and of an outcome` });
    for (const [index, { when, go }] of node.next.entries()) {
      const isLast = index === node.next.length - 1;
      const path = ["nodes", name, "next", index];
      if (isLast && when !== undefined) complaints.push({ path, what: `${name} is a dead end: its last branch must have no when` });
      if (!isLast && when === undefined) complaints.push({ path, what: `${name}: nothing after a branch without when is ever taken` });
      if (!(go in nodes) && !(go in outcomes))
        complaints.push({ path: [...path, "go"], what: `${name} goes to ${go}, which is not there` });
    }
  }
  if (complaints.length > 0) return complaints;
  const cycle = cycleOf(flow);
  if (cycle !== null)
    return [{ path: ["nodes", cycle[0] ?? "", "next"], what: `goes round in a circle: ${[...cycle, cycle[0]].join(" → ")}` }];
  const reached = reachedFrom(flow, firstNode(flow));
  const unreached = [...Object.keys(nodes).map((name) => ["nodes", name]), ...Object.keys(outcomes).map((name) => ["outcomes", name])];
  return unreached
    .filter(([, name = ""]) => !reached.has(name))
    .map(([kind = "", name = ""]) => ({ path: [kind, name], what: `nothing leads to ${name}` }));
}

/** All nodes and outcomes that can come after a node, itself among them. */
export function reachedFrom({ nodes }: Pick<FlowDefinition, "nodes">, start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const name of reached) for (const { go } of nodes[name]?.next ?? []) reached.add(go);
  return reached;
}

/**
 * The answers that are there, whichever way was taken, when a node asks or an outcome is told (not its own); for a flow without a circle.
 */
export function askedBefore(flow: FlowDefinition): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, ReadonlySet<string>>([[firstNode(flow), new Set()]]);
  for (const name of inOrder(flow)) {
    const here = new Set([...(asked.get(name) ?? []), name]);
    for (const { go } of flow.nodes[name]?.next ?? []) {
      const known = asked.get(go);
      asked.set(go, known === undefined ? here : new Set([...known].filter((each) => here.has(each))));
    }
  }
  return asked;
}

/** The nodes, each after all that lead to it. */
function inOrder({ nodes }: FlowDefinition): readonly string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const { go } of nodes[name]?.next ?? []) visit(go);
    order.unshift(name);
  };
  for (const name of Object.keys(nodes)) visit(name);
  return order;
}

/** The nodes of a circle, or null. */
function cycleOf({ nodes }: FlowDefinition): readonly string[] | null {
  const done = new Set<string>();
  const visit = (name: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(name)) return way.slice(way.indexOf(name));
    if (done.has(name)) return null;
    for (const { go } of nodes[name]?.next ?? []) {
      const cycle = visit(go, [...way, name]);
      if (cycle !== null) return cycle;
    }
    done.add(name);
    return null;
  };
  for (const name of Object.keys(nodes)) {
    const cycle = visit(name, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
