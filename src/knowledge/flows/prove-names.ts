import type { FlowDefinition } from "./flow.js";
import { askedBefore, type Complaint } from "./prove-ways.js";
import { closureOf, type Use, usesOfCondition, usesOfExpression, usesOfText } from "./uses.js";

/** Whether all names are known, and every answer is asked on each path that uses it. For a flow whose ways are right. */
export function complaintsOfNames(flow: FlowDefinition): readonly Complaint[] {
  const unknown = everyUse(flow).filter((use) => !isKnown(use, flow));
  if (unknown.length > 0) return unknown.map(({ kind, name, path }) => ({ path, what: `${name} is no ${kind} of this flow` }));
  const circular = Object.entries(flow.values).filter(([name, { is }]) =>
    closureOf(usesOfExpression(is, []), flow.values).some((use) => use.kind === "value" && use.name === name),
  );
  if (circular.length > 0) return circular.map(([name]) => ({ path: ["values", name], what: `${name} is computed from itself` }));
  return [...unasked(flow), ...unused(flow)];
}

function isKnown({ kind, name }: Use, { nodes, values, parameters }: FlowDefinition): boolean {
  return name in { answer: nodes, value: values, parameter: parameters }[kind];
}

function everyUse(flow: FlowDefinition): readonly Use[] {
  const ofValues = Object.entries(flow.values).flatMap(([name, { is }]) => usesOfExpression(is, ["values", name, "is"]));
  return [...ofValues, ...usesByPlace(flow).flatMap(({ uses }) => uses)];
}

/** What each node and outcome relies on; `own` when it is after the node's own answer. */
function usesByPlace(flow: FlowDefinition): readonly { readonly at: string; readonly own: boolean; readonly uses: readonly Use[] }[] {
  const ofNodes = Object.entries(flow.nodes).flatMap(([at, node]) => [
    {
      at,
      own: true,
      uses: node.next.flatMap(({ when }, index) => (when === undefined ? [] : usesOfCondition(when, ["nodes", at, "next", index, "when"]))),
    },
    { at, own: false, uses: ["ask", "why"].flatMap((key) => usesOfText(node[key as "ask" | "why"], ["nodes", at, key], flow)) },
    {
      at,
      own: false,
      uses:
        node.kind === "choice"
          ? Object.entries(node.options).flatMap(([key, label]) => usesOfText(label, ["nodes", at, "options", key], flow))
          : [],
    },
  ]);
  const ofOutcomes = Object.entries(flow.outcomes).map(([at, { text, sums, next }]) => ({
    at,
    own: false,
    uses: [
      ...usesOfText(text, ["outcomes", at, "text"], flow),
      ...sums.map((name, index): Use => ({ kind: "value", name, path: ["outcomes", at, "sums", index] })),
      ...next.flatMap((line, index) => usesOfText(line, ["outcomes", at, "next", index], flow)),
    ],
  }));
  return [...ofNodes, ...ofOutcomes];
}

function unasked(flow: FlowDefinition): readonly Complaint[] {
  const asked = askedBefore(flow);
  return usesByPlace(flow).flatMap(({ at, own, uses }) => {
    const known = new Set([...(asked.get(at) ?? []), ...(own ? [at] : [])]);
    return closureOf(uses, flow.values)
      .filter(({ kind, name }) => kind === "answer" && !known.has(name))
      .map(({ name, path }) => ({ path, what: `${at} uses the answer ${name}, which not every way to it asks` }));
  });
}

function unused(flow: FlowDefinition): readonly Complaint[] {
  const used = new Set(
    closureOf(
      usesByPlace(flow).flatMap(({ uses }) => uses),
      flow.values,
    ).map(({ kind, name }) => `${kind} ${name}`),
  );
  const values = Object.keys(flow.values).filter((name) => !used.has(`value ${name}`));
  const parameters = Object.keys(flow.parameters).filter((name) => !used.has(`parameter ${name}`));
  return [
    ...values.map((name) => ({ path: ["values", name], what: `nothing uses the value ${name}` })),
    ...parameters.map((name) => ({ path: ["parameters", name], what: `nothing uses the parameter ${name}` })),
  ];
}
