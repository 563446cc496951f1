import { reply } from "../../domain/reply.js";
import { classifyRoute, scoreFor } from "../classify-route.js";
import type { ImmediateStep } from "../step.js";

/** One strong sign of danger is enough in a short message. */
const enough = 5;
/** In a long story the danger is often past: there it must outweigh everything else. */
const short = 80;

/** Someone is in danger now: whom to call, at once and without a form. */
export const emergency: ImmediateStep = {
  name: "emergency",
  run(turn, { knowledge }) {
    const { score, kind } = scoreFor("emergency", turn.text, knowledge.routing);
    const pressing = score >= enough && (turn.text.length <= short || classifyRoute(turn.text, knowledge.routing).route === "emergency");
    if (!pressing) return { kind: "continue", status: "none", turn };
    const texts = knowledge.conversation.emergency;
    const text = texts[kind ?? "danger"] ?? texts["danger"] ?? "";
    return {
      kind: "reply",
      status: kind ?? "danger",
      reply: reply({ kind: "emergency", outcome: "handed_over", route: "emergency", text }),
      dialog: turn.dialog,
    };
  },
};
