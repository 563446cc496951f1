import { reply } from "../../domain/reply.js";
import { resolveChoice } from "../choices.js";
import { classifyRoute } from "../classify-route.js";
import type { ImmediateStep, StepResult, Turn } from "../step.js";

/** What kind of message it is. A button that no step before took is none of this dialog's. */
export const route: ImmediateStep = {
  name: "route",
  run(turn, { knowledge }): StepResult {
    if (isOldButton(turn)) {
      const text = knowledge.conversation.oldButton;
      const said = reply({ kind: "clarify", outcome: "clarifying", route: "smalltalk", text });
      return { kind: "reply", status: "old_button", reply: said, dialog: turn.dialog };
    }
    const known = turn.chosen ?? (turn.completed === null ? null : "question");
    const found = known ?? classifyRoute(turn.text, knowledge.routing).route;
    return { kind: "continue", status: found, turn: { ...turn, route: found } };
  },
};

/** A button sends its id alone; words that come with it are a message of their own. */
function isOldButton(turn: Turn): boolean {
  return turn.choice !== null && turn.choice !== "" && turn.text.trim() === "" && resolveChoice(turn) === null;
}
