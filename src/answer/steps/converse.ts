import { reply } from "../../domain/reply.js";
import { classifyRoute } from "../classify-route.js";
import type { ImmediateStep, StepResult, Turn } from "../step.js";

/** Small talk, attacks and what no office does: a sentence of our own, that never repeats what was sent. */
export const converse: ImmediateStep = {
  name: "converse",
  run(turn, { knowledge }) {
    const words = knowledge.conversation;
    if (turn.route === "out_of_scope") return say(turn, "out_of_scope", words.outOfScope);
    if (turn.route !== "smalltalk" && turn.route !== "attack") return { kind: "continue", status: "none", turn };
    const kind = classifyRoute(turn.text, knowledge.routing).kind ?? "other";
    const texts = words[turn.route];
    return say(turn, kind, texts[kind] ?? texts["other"] ?? words.outOfScope);
  },
};

function say(turn: Turn, status: string, text: string): StepResult {
  const said =
    turn.route === "smalltalk"
      ? reply({ kind: "smalltalk", outcome: "not_a_question", route: "smalltalk", text })
      : reply({ kind: "refusal", outcome: "refused", route: turn.route ?? "out_of_scope", text });
  return { kind: "reply", status, reply: said, dialog: turn.dialog };
}
