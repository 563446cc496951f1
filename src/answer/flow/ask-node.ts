import { chineseDate, type PlainDate } from "../../domain/plain-date.js";
import { type Choice, type Reply, reply } from "../../domain/reply.js";
import { fillText, isUnsettled } from "../../eligibility/index.js";
import type { FlowWordings } from "../../knowledge/flow-wordings.js";
import type { FlowNode } from "../../knowledge/flows/index.js";
import { fillIn } from "../../text/fill.js";
import type { DialogState } from "../dialog.js";
import type { Ports, Turn } from "../step.js";
import { flowChoiceId } from "./flow-choice.js";
import { type Going, labelsOf } from "./go-through.js";

/** The question of a node, with what is said before it, and its buttons; the flow stays open. */
export function askNode(
  node: string,
  going: Going,
  turn: Turn,
  { knowledge }: Ports,
  before: readonly string[] = [],
): { readonly reply: Reply; readonly dialog: DialogState } {
  const words = knowledge.flowWordings;
  const { flow, open, standing } = going;
  const asked = flow.nodes[node];
  const hint = asked ? hintOf(asked, words) : "";
  const text = [...before, `${filled(asked?.ask ?? "", going)}${hint}`].filter((part) => part !== "").join("\n\n");
  const { run } = open;
  const options: readonly Choice[] = Object.entries(labelsOf(node, going)).map(([option, label]) => ({
    id: flowChoiceId({ kind: "answer", run, node, option }),
    label,
  }));
  const choices: readonly Choice[] = [
    ...options,
    ...(standing.path.length > 0 ? [{ id: flowChoiceId({ kind: "back", run, node }), label: words.choices.back }] : []),
    { id: flowChoiceId({ kind: "why", run, node }), label: words.choices.why },
    { id: flowChoiceId({ kind: "exit", run }), label: words.choices.exit },
  ];
  const said = reply({ kind: "flow", outcome: "clarifying", route: "question", text, choices });
  return { reply: said, dialog: { ...turn.dialog, flow: { ...open, paused: false }, choices } };
}

/** Why a node asks. */
export function whyOf(node: string, going: Going, words: FlowWordings): string {
  return fillIn(words.why, { why: filled(going.flow.nodes[node]?.why ?? "", going) });
}

/** What is said of an answer that is none. */
export function wrongText(why: keyof FlowWordings["wrong"], node: FlowNode, today: PlainDate, words: FlowWordings): string {
  return fillIn(words.wrong[why], {
    ...(node.kind === "number" ? { unit: node.unit, min: String(node.min), max: String(node.max) } : {}),
    ...(node.kind === "date"
      ? {
          earliest: chineseDate(node.earliest),
          latest: node.latest === "none" ? "" : chineseDate(node.latest === "today" ? today : node.latest),
        }
      : {}),
    year: today.slice(0, 4),
  });
}

function hintOf(node: FlowNode, { hints }: FlowWordings): string {
  if (node.kind === "choice") return "";
  return fillIn(hints[node.kind], node.kind === "number" ? { unit: node.unit } : {});
}

/** A question whose amount has no value on a day of the resident's is still asked. */
function filled(text: string, { situation }: Going): string {
  try {
    return fillText(text, situation);
  } catch (cause) {
    if (isUnsettled(cause)) return text.replace(/\{[^}]*\}/g, "…");
    throw cause;
  }
}
