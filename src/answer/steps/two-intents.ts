import type { RequestType } from "../../domain/request.js";
import { publicNumbersOf } from "../../knowledge/office.js";
import { maskPersonalData } from "../../text/mask.js";
import { toSimplified } from "../../text/traditional.js";
import { classifyRoute } from "../classify-route.js";
import { openDraft, orderFrom, showDraft } from "../draft-reply.js";
import { twoIntentsOf } from "../routing/two-intents.js";
import type { ImmediateStep } from "../step.js";

/** A message that complains and asks: the complaint is drafted, and the question goes its way beside it. */
export const twoIntents: ImmediateStep = {
  name: "two_intents",
  run(turn, ports) {
    const { knowledge } = ports;
    if (turn.chosen !== null || turn.completed !== null || turn.dialog.draft !== null) return { kind: "continue", status: "one", turn };
    const both = twoIntentsOf(turn.text, knowledge.routing);
    if (both === null) return { kind: "continue", status: "one", turn };
    const { route } = classifyRoute(both.report, knowledge.routing);
    const shown = showDraft(openDraft(orderFrom(route as RequestType, both.report, ports)), turn.dialog, ports);
    const question = toSimplified(maskPersonalData(both.question, publicNumbersOf(knowledge.office)).text);
    return {
      kind: "continue",
      status: `${route}_and_question`,
      turn: { ...turn, route: "question", query: question, beside: { ...shown, question } },
    };
  },
};
