import { reply } from "../domain/reply.js";
import type { RequestOrder } from "../domain/request-desk.js";
import { routeOf } from "./draft-reply.js";
import type { Ports, StepResult, Turn } from "./step.js";

/** Lets a draft go, in words that fit. @param solved the matter is over */
export function cancelDraft(
  turn: Turn,
  { type }: RequestOrder,
  solved: boolean,
  { knowledge: { requestWordings: words } }: Ports,
): StepResult {
  const said = reply({
    kind: "request",
    outcome: "not_a_question",
    route: routeOf(type),
    text: solved ? words.cancelledSolved : words.cancelled,
    request: { number: null, type, state: "cancelled", dueOn: null, dueAt: null, category: null },
  });
  return { kind: "reply", status: "cancelled", reply: said, dialog: { ...turn.dialog, draft: null, choices: [] } };
}
