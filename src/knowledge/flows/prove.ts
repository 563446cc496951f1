import type { FlowCase, FlowDefinition } from "./flow.js";
import { complaintsOfKinds } from "./prove-kinds.js";
import { complaintsOfNames } from "./prove-names.js";
import { type Complaint, complaintsOfWays } from "./prove-ways.js";

/**
 * All that is wrong with a flow as it stands, without looking at what is published: its ways, its names, its kinds, its texts and dates.
 * Empty when every resident who answers comes to an outcome.
 */
export function complaintsOf(flow: FlowDefinition, isPlace: (name: string) => boolean): readonly Complaint[] {
  const own = [...complaintsOfTexts(flow), ...complaintsOfParameters(flow), ...complaintsOfNodes(flow)];
  const ways = complaintsOfWays(flow);
  if (ways.length > 0) return [...own, ...ways];
  const names = complaintsOfNames(flow);
  return names.length > 0 ? [...own, ...names] : [...own, ...complaintsOfKinds(flow, isPlace)];
}

const digit = /[0-9０-９]/;

/** An amount or a number of days stands in a parameter, where it has a date and an article. */
function complaintsOfTexts({ title, for: whom, nodes, outcomes }: FlowDefinition): readonly Complaint[] {
  const texts: (readonly [Complaint["path"], string])[] = [
    [["title"], title],
    [["for"], whom],
  ];
  for (const [name, node] of Object.entries(nodes)) {
    texts.push([["nodes", name, "ask"], node.ask], [["nodes", name, "why"], node.why]);
    if (node.kind === "choice")
      for (const [key, label] of Object.entries(node.options)) texts.push([["nodes", name, "options", key], label]);
  }
  for (const [name, { text, next }] of Object.entries(outcomes)) {
    texts.push([["outcomes", name, "text"], text]);
    for (const [index, line] of next.entries()) texts.push([["outcomes", name, "next", index], line]);
  }
  return texts
    .filter(([, text]) => digit.test(text.replace(/\{[^}]*\}/g, "")))
    .map(([path, text]) => ({ path, what: `a digit outside braces: ${text}; numbers stand in parameters` }));
}

function complaintsOfParameters({ parameters }: FlowDefinition): readonly Complaint[] {
  return Object.entries(parameters).flatMap(([name, { values }]) =>
    values.flatMap(({ from }, index) =>
      index === 0 || (values[index - 1]?.from ?? "") < from
        ? []
        : [{ path: ["parameters", name, "values", index, "from"], what: `the values of ${name} do not stand in the order of their dates` }],
    ),
  );
}

function complaintsOfNodes({ nodes }: FlowDefinition): readonly Complaint[] {
  return Object.entries(nodes).flatMap(([name, node]) => {
    const isEmpty =
      (node.kind === "number" && node.min > node.max) ||
      (node.kind === "date" && node.latest !== "today" && node.latest !== "none" && node.earliest > node.latest);
    return isEmpty ? [{ path: ["nodes", name], what: `${name} lets no answer through` }] : [];
  });
}

/** What is wrong with a table of cases: names that the flow does not have, an outcome without a case. */
export function complaintsOfCases(cases: readonly FlowCase[], { nodes, outcomes, values }: FlowDefinition): readonly Complaint[] {
  const unknown = cases.flatMap(({ answers, outcome, values: expected }, index) => [
    ...(outcome in outcomes ? [] : [{ path: [index, "outcome"], what: `${outcome} is no outcome of the flow` }]),
    ...Object.keys(answers).flatMap((name) => (name in nodes ? [] : [{ path: [index, "answers", name], what: `${name} is not asked` }])),
    ...Object.keys(expected).flatMap((name) => (name in values ? [] : [{ path: [index, "values", name], what: `${name} is no value` }])),
  ]);
  const tried = new Set(cases.map(({ outcome }) => outcome));
  const untried = Object.keys(outcomes).filter((name) => !tried.has(name));
  return [...unknown, ...untried.map((name) => ({ path: [], what: `the outcome ${name} has no case` }))];
}
