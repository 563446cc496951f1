import { type Reply, reply } from "../domain/reply.js";
import type { FiledRequest, RequestOrder } from "../domain/request-desk.js";
import type { Knowledge } from "../knowledge/index.js";
import { fillIn } from "../text/fill.js";
import { confirmText } from "./application/confirm-text.js";
import { routeOf } from "./draft-reply.js";
import { dueText } from "./request-text.js";

/**
 * The receipt: number, code (shown this once), due date with how it was counted, and how to look it up. Without a number (a dry
 * run) none is named.
 */
export function acknowledge(filed: FiledRequest, order: RequestOrder, knowledge: Knowledge): Reply {
  const { requestWordings: words, web } = knowledge;
  const { number } = filed.summary;
  const due = dueText(filed.deadline, knowledge);
  const receipt =
    number === null || filed.code === null
      ? fillIn(words.filedWithoutNumber, { due })
      : fillIn(words.filed, { type: web.requestTypes[order.type], number, code: filed.code, due });
  const confirm = confirmText(filed.confirmBy, knowledge.application);
  return reply({
    kind: "request",
    outcome: "request_filed",
    route: routeOf(order.type),
    text: confirm === "" ? receipt : `${receipt}\n${confirm}`,
    request: filed.summary,
  });
}
