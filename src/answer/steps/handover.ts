import { reply } from "../../domain/reply.js";
import { draftChoice, resolveChoice } from "../choices.js";
import { classifyRoute } from "../classify-route.js";
import { newDraft, type OpenDraft } from "../dialog.js";
import { offered } from "../offer.js";
import type { ImmediateStep, Ports, Turn } from "../step.js";

/** A person is asked for: where and when, and a help request for those who cannot call. */
export const handover: ImmediateStep = {
  name: "handover",
  run(turn, { knowledge }) {
    const pressed = resolveChoice(turn) === offered.person;
    if (!pressed && classifyRoute(turn.text, knowledge.routing).route !== "handover") return { kind: "continue", status: "none", turn };
    const words = knowledge.conversation;
    // An open draft is not thrown away: the resident may still confirm it.
    const draft = turn.dialog.draft ?? helpDraft(turn, knowledge);
    const choices = [
      { id: draftChoice.confirm, label: words.choices.confirm },
      { id: draftChoice.cancel, label: words.choices.cancel },
    ];
    const fresh = turn.dialog.draft === null;
    const said = reply({
      kind: "handover",
      outcome: "handed_over",
      route: "handover",
      text: fresh ? `${words.handover.text}\n\n${words.handover.offer}` : words.handover.text,
      choices: fresh ? choices : turn.dialog.choices,
    });
    return { kind: "reply", status: pressed ? "chosen" : "asked", reply: said, dialog: { ...turn.dialog, draft, choices: said.choices } };
  },
};

function helpDraft(turn: Turn, knowledge: Ports["knowledge"]): OpenDraft {
  const about = turn.dialog.unanswered;
  const description =
    about === null ? knowledge.conversation.handover.description : `${knowledge.conversation.handover.description}：${about}`;
  return newDraft({ type: "help", description, location: null, category: null, urgent: false }, "confirmation");
}
