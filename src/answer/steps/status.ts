import { reply } from "../../domain/reply.js";
import type { RequestStatus } from "../../domain/request-desk.js";
import { fillIn } from "../../text/fill.js";
import { findReceiptNumber } from "../../text/receipt-number.js";
import { ownChoice } from "../choices.js";
import { statusReply } from "../status-text.js";
import type { ImmediateStep, Ports, StepResult, Turn } from "../step.js";

const named = /(?:查询码|查詢碼|密码|代码|码|code)\s*[:：是为]?\s*([0-9A-Z](?:[\s-]?[0-9A-Z]){7})(?![0-9A-Z])/i;
const alone = /(?<![0-9A-Z])([0-9A-Z]{8}|[0-9A-Z]{4}[\s-][0-9A-Z]{4})(?![0-9A-Z])/i;

/**
 * Where a request stands: by number and code, or from the conversation that filed it. A number without proof is answered in the
 * same words whether it exists or not.
 */
export const status: ImmediateStep = {
  name: "status",
  run(turn, ports) {
    const receipt = findReceiptNumber(turn.text);
    if (turn.route !== "status") return { kind: "continue", status: "not_asked", turn };
    const own = ownRequests(ports);
    if (!receipt) return own ? given(turn, own, ports) : missing(turn, ports, "askCode", "no_number");
    const number = turn.text.slice(receipt.start, receipt.end);
    const code = codeIn(`${turn.text.slice(0, receipt.start)} ${turn.text.slice(receipt.end)}`);
    const proven =
      ports.conversationProves && ports.conversationId !== null
        ? ports.requests.find(number, { conversationId: ports.conversationId })
        : null;
    if (proven?.kind === "found") return given(turn, [proven.status], ports);
    if (proven?.kind === "several") return which(turn, proven.statuses, ports);
    if (code === null) return missing(turn, ports, "askCode", "asks_code");
    const found = ports.requests.find(number, { code });
    if (found.kind === "found") return given(turn, [found.status], ports);
    return found.kind === "locked" ? missing(turn, ports, "locked", "locked") : missing(turn, ports, "notFound", "not_found");
  },
};

/** The eight characters of a code in a text without the number: behind its name, or alone with a digit or in capitals. */
function codeIn(text: string): string | null {
  const folded = text.normalize("NFKC");
  return named.exec(folded)?.[1] ?? alone.exec(folded)?.[1] ?? null;
}

function ownRequests({ conversationProves, conversationId, requests }: Ports): readonly [RequestStatus, ...RequestStatus[]] | null {
  const [first, ...rest] = conversationProves && conversationId !== null ? requests.ofConversation(conversationId) : [];
  return first ? [first, ...rest] : null;
}

function given(turn: Turn, found: readonly [RequestStatus, ...RequestStatus[]], ports: Ports): StepResult {
  return { kind: "reply", status: "given", reply: statusReply(found, ports.knowledge), dialog: { ...turn.dialog, choices: [] } };
}

/** Two of one's own have the same digits: which is meant is asked, not guessed. */
function which(turn: Turn, found: readonly RequestStatus[], { knowledge }: Ports): StepResult {
  const { requestWordings: words, web } = knowledge;
  const choices = found.map(({ number, type }) => ({ id: `${ownChoice.status}${number}`, label: `${web.requestTypes[type]} ${number}` }));
  const said = reply({ kind: "clarify", outcome: "clarifying", route: "status", text: words.status.which, choices });
  return { kind: "reply", status: "asks_which", reply: said, dialog: { ...turn.dialog, choices } };
}

function missing(turn: Turn, { knowledge }: Ports, words: "askCode" | "notFound" | "locked", why: string): StepResult {
  const text = fillIn(knowledge.requestWordings.status[words], { telephone: knowledge.office.telephone });
  return {
    kind: "reply",
    status: why,
    reply: reply({ kind: "status", outcome: "status_not_found", route: "status", text }),
    dialog: { ...turn.dialog, choices: [] },
  };
}
