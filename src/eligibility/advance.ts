import { ZhengwenError } from "../domain/errors.js";
import { type Flow, firstNode } from "../knowledge/flows/index.js";
import { type Answers, holds, type Situation } from "./evaluate.js";

/** Where a flow stands. `path` are the nodes that were answered, in the order of asking. */
export type Standing =
  | { readonly kind: "ask"; readonly node: string; readonly path: readonly string[] }
  | { readonly kind: "outcome"; readonly outcome: string; readonly path: readonly string[] }
  /** The resident does not know an answer that matters, or what the rules say of the case cannot be computed: it depends. */
  | { readonly kind: "unsettled"; readonly node: string; readonly path: readonly string[] };

/** Goes through a flow by the answers that there are. Answers that no longer fit a question are asked for again. */
export function advance(situation: Situation): Standing {
  const { flow, answers } = situation;
  const path: string[] = [];
  let name = firstNode(flow);
  for (;;) {
    const node = flow.nodes[name];
    if (node === undefined) return { kind: "outcome", outcome: name, path };
    if (!isAnswered(name, flow, answers)) return { kind: "ask", node: name, path };
    path.push(name);
    if (answers[name] === null) return { kind: "unsettled", node: name, path };
    try {
      name = node.next.find(({ when }) => when === undefined || holds(when, situation))?.go ?? name;
    } catch (cause) {
      if (isUnsettled(cause)) return { kind: "unsettled", node: name, path };
      throw cause;
    }
  }
}

/** True for what `evaluate` throws when something is not known. */
export function isUnsettled(cause: unknown): boolean {
  return cause instanceof ZhengwenError && cause.code === "flow_unsettled";
}

function isAnswered(name: string, { nodes }: Flow, answers: Answers): boolean {
  if (!(name in answers)) return false;
  const node = nodes[name];
  const answer = answers[name];
  return node?.kind !== "choice" || answer === null || (answer ?? "") in node.options;
}
