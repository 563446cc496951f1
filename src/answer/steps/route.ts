import { classifyRoute } from "../classify-route.js";
import type { ImmediateStep } from "../step.js";

/** What kind of message it is. */
export const route: ImmediateStep = {
  name: "route",
  run(turn, { knowledge }) {
    if (turn.chosen !== null) return { kind: "continue", status: turn.chosen, turn: { ...turn, route: turn.chosen } };
    if (turn.completed !== null) return { kind: "continue", status: "question", turn: { ...turn, route: "question" } };
    const routed = classifyRoute(turn.text, knowledge.routing);
    return { kind: "continue", status: routed.route, turn: { ...turn, route: routed.route } };
  },
};
