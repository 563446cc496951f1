import { type Choice, reply } from "../../domain/reply.js";
import { draftChoice } from "../choices.js";
import { classifyRoute, scoreFor } from "../classify-route.js";
import { newDraft } from "../dialog.js";
import { draftSummary, orderFrom } from "../draft-reply.js";
import type { ImmediateStep, Ports } from "../step.js";

/** One strong sign of danger is enough in a short message. */
const enough = 5;
/** In a long story the danger is often past: there it must outweigh everything else. */
const short = 80;

/** First whom to call; then, for when the danger is past, a request. */
function offered({ knowledge: { conversation } }: Ports): readonly Choice[] {
  return [
    { id: draftChoice.confirm, label: conversation.choices.confirm },
    { id: draftChoice.cancel, label: conversation.choices.cancel },
  ];
}

/** Someone is in danger now: whom to call, at once and without a form. */
export const emergency: ImmediateStep = {
  name: "emergency",
  run(turn, ports) {
    const { knowledge } = ports;
    const { score, kind } = scoreFor("emergency", turn.text, knowledge.routing);
    const { danger } = classifyRoute(turn.text, knowledge.routing);
    const isSaidInShort = score >= enough && turn.text.length <= short;
    const pressing = danger >= knowledge.routing.thresholds.emergency || isSaidInShort;
    if (!pressing) return { kind: "continue", status: "none", turn };
    const texts = knowledge.conversation.emergency;
    const words = texts[kind ?? "danger"] ?? texts["danger"] ?? "";
    const order = { ...orderFrom("help", turn.text, ports), urgent: true };
    const isFree = turn.dialog.draft === null;
    const choices = isFree ? offered(ports) : turn.dialog.choices;
    const text = isFree ? `${words}\n\n${ports.knowledge.conversation.emergencyOffer}` : words;
    const request = draftSummary(order, ports);
    return {
      kind: "reply",
      status: kind ?? "danger",
      reply: reply({ kind: "emergency", outcome: "handed_over", route: "emergency", text, choices, request }),
      dialog: { ...turn.dialog, draft: isFree ? newDraft(order, "confirmation") : turn.dialog.draft, choices },
    };
  },
};
