import { chineseDate } from "../domain/plain-date.js";
import { type Reply, type RequestSummary, reply } from "../domain/reply.js";
import type { RequestStatus } from "../domain/request-desk.js";
import type { Knowledge } from "../knowledge/index.js";
import { fillIn } from "../text/fill.js";
import { matterText, timeText } from "./request-text.js";

/** Where requests stand, the first one in full. `before` stands above. */
export function statusReply(found: readonly [RequestStatus, ...RequestStatus[]], knowledge: Knowledge, before?: string): Reply {
  const [first, ...others] = found;
  const { status: words } = knowledge.requestWordings;
  const several = others.length > 0 ? fillIn(words.several, { count: String(found.length) }) : undefined;
  const text = [before, several, statusText(first, knowledge)].filter((part) => part !== undefined).join("\n");
  return reply({ kind: "status", outcome: "status_given", route: "status", text, request: summaryOf(first) });
}

function statusText(status: RequestStatus, { requestWordings: { status: words }, web }: Knowledge): string {
  const due =
    status.dueAt !== null
      ? fillIn(words.dueAt, { time: timeText(status.dueAt) })
      : status.dueOn !== null
        ? fillIn(words.dueOn, { date: chineseDate(status.dueOn) })
        : words.noDate;
  return fillIn(words.one, {
    type: web.requestTypes[status.type],
    number: status.number,
    state: web.requestStates[status.state],
    filedOn: chineseDate(status.filedOn),
    due,
    matter: matterText(status.description),
  });
}

function summaryOf({ number, type, state, dueOn, dueAt, category }: RequestStatus): RequestSummary {
  return { number, type, state, dueOn, dueAt, category };
}
