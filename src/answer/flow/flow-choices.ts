import type { Choice } from "../../domain/reply.js";
import { reply } from "../../domain/reply.js";
import type { Flow } from "../../knowledge/flows/index.js";
import { fillIn } from "../../text/fill.js";
import type { Said } from "../dialog.js";
import type { Ports, Turn } from "../step.js";
import { flowChoiceId } from "./flow-choice.js";

/**
 * What another step said, with the flows' buttons below: to begin the flow that fits, to go on with the one that is open. Who asks about an own
 * case and got no answer is offered the flow instead.
 */
export function withFlowChoices(turn: Turn, said: Said, ports: Ports): Said {
  if (said.reply.kind === "emergency" || said.reply.outcome === "failed") return said;
  const { flow: open } = said.dialog;
  const fitting = turn.fitting === open?.id ? null : (ports.knowledge.flows.flows.find(({ id }) => id === turn.fitting) ?? null);
  const offered = fitting === null ? said : withOffer(fitting, turn, said, ports);
  if (open === null) return offered;
  const goOn = { id: flowChoiceId({ kind: "goOn", run: open.run }), label: ports.knowledge.flowWordings.choices.goOn };
  const { reply: answered, dialog } = withChoice(goOn, offered);
  return { reply: answered, dialog: { ...dialog, flow: { ...open, paused: true } } };
}

function withOffer(flow: Flow, turn: Turn, said: Said, { knowledge: { flowWordings: words } }: Ports): Said {
  const begin = { id: flowChoiceId({ kind: "begin", flow: flow.id }), label: fillIn(words.choices.begin, { title: flow.title }) };
  if (said.reply.kind === "answer") return withChoice(begin, said);
  if (said.reply.outcome !== "unanswered_no_source") return said;
  if (!words.understands.ownCase.some((pattern) => pattern.test(turn.text))) return withChoice(begin, said);
  const choices = [begin, ...said.reply.choices];
  const offer = reply({ kind: "flow", outcome: "clarifying", route: said.reply.route, text: `${words.offer}\n\n${begin.label}`, choices });
  return { reply: offer, dialog: { ...said.dialog, choices } };
}

function withChoice(choice: Choice, { reply: answered, dialog }: Said): Said {
  return { reply: { ...answered, choices: [...answered.choices, choice] }, dialog: { ...dialog, choices: [...answered.choices, choice] } };
}
