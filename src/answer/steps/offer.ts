import { reply } from "../../domain/reply.js";
import { offerChoices } from "../offer.js";
import type { ImmediateStep } from "../step.js";

/** The last step: nothing that may be sent was made, so the resident hears that, and what can be done instead. */
export const offer: ImmediateStep = {
  name: "offer",
  run(turn, { knowledge }) {
    const words = knowledge.answerWordings;
    const choices = offerChoices(words);
    const said = reply({
      kind: "offer",
      outcome: "unanswered_no_source",
      route: turn.route ?? "question",
      text: `${words.cannotAnswerSafely}\n\n${words.offerRequest}`,
      choices,
    });
    return { kind: "reply", status: "offered", reply: said, dialog: { ...turn.dialog, choices, unanswered: turn.maskedText } };
  },
};
