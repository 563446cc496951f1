import { reply } from "../../domain/reply.js";
import type { RequestState } from "../../domain/request.js";
import type { RequestStatus, ResidentAct } from "../../domain/request-desk.js";
import { findLocation } from "../../text/location.js";
import { findReceiptNumber } from "../../text/receipt-number.js";
import { ownChoice, resolveChoice } from "../choices.js";
import { statusReply } from "../status-text.js";
import type { ImmediateStep, Ports, StepResult, Turn } from "../step.js";

const overStates: ReadonlySet<RequestState> = new Set(["closed", "withdrawn", "cancelled", "abandoned", "decided"]);

/** What a resident wants done to a request filed in this conversation: withdrawn, urged, added to, its place corrected, or said to be (not) solved. */
export const ownRequests: ImmediateStep = {
  name: "own_requests",
  run(turn, ports) {
    const { conversationProves, conversationId, requests } = ports;
    const own = conversationProves && conversationId !== null ? requests.ofConversation(conversationId) : [];
    if (own.length === 0) return { kind: "continue", status: "none", turn };
    return pressed(turn, own, ports) ?? said(turn, own, ports) ?? { kind: "continue", status: "not_asked", turn };
  },
};

/** A button that names its request: of the last reply, or of news that came in between. */
function pressed(turn: Turn, own: readonly RequestStatus[], ports: Ports): StepResult | null {
  const choice = resolveChoice(turn) ?? turn.choice;
  if (choice === null) return null;
  const [prefix, act] = buttons.find(([each]) => choice.startsWith(each)) ?? [];
  const request = prefix === undefined ? undefined : own.find(({ number }) => choice === `${prefix}${number}`);
  if (!request) return null;
  if (act === undefined) return shown(turn, request, ports);
  return { kind: "act", status: act, number: request.number, act: actOf(act, turn.text), dialog: { ...turn.dialog, choices: [] } };
}

const buttons = [
  [ownChoice.notSolved, "not_solved"],
  [ownChoice.solved, "solved"],
  [ownChoice.withdraw, "withdraw"],
  [ownChoice.urge, "urge"],
  [ownChoice.status, undefined],
] as const;

function actOf(act: "not_solved" | "solved" | "withdraw" | "urge", text: string): ResidentAct {
  return act === "not_solved" ? { act, text } : { act };
}

function said(turn: Turn, own: readonly RequestStatus[], ports: Ports): StepResult | null {
  const receipt = findReceiptNumber(turn.text);
  const text = (receipt ? `${turn.text.slice(0, receipt.start)}${turn.text.slice(receipt.end)}` : turn.text).trim();
  const named = receipt ? own.filter(({ number }) => receipt.candidates.includes(number)) : own;
  const act = understood(text, turn, ports);
  if (act === null) return null;
  const fitting = named.filter(({ state }) =>
    act.act === "solved" || act.act === "not_solved" ? state === "closed" : !overStates.has(state),
  );
  const [first, ...others] = fitting;
  if (!first) return receipt === null ? null : refused(turn, named[0], ports);
  const isLatest = act.act === "solved" || act.act === "not_solved";
  if (others.length > 0 && !isLatest) return which(turn, fitting, act, ports);
  return { kind: "act", status: act.act, number: first.number, act, dialog: { ...turn.dialog, choices: [] } };
}

function understood(text: string, turn: Turn, { knowledge: { requestWordings } }: Ports): ResidentAct | null {
  const { understands } = requestWordings;
  const any = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(text));
  const first = (patterns: readonly RegExp[]) => patterns.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined);
  if (any(understands.withdraw)) return { act: "withdraw" };
  if (any(understands.urge)) return { act: "urge" };
  const location = first(understands.correctPlace);
  if (location !== undefined) return { act: "correct_place", location: location.trim() };
  if (first(understands.addTo) !== undefined || (text.startsWith(photoMark) && turn.dialog.draft === null)) return { act: "add", text };
  if (text.length <= longestVerdict && any(understands.stillBroken) && findLocation(text) === null)
    return { act: "not_solved", text: turn.text };
  return text.length <= shortVerdict && any(understands.solved) && !any(understands.notSolved) ? { act: "solved" } : null;
}

/** How a channel writes a photo into the text. */
const photoMark = "[图片]";
const longestVerdict = 20;
const shortVerdict = 8;

/** Which of several is asked, never guessed. */
function which(turn: Turn, fitting: readonly RequestStatus[], { act }: ResidentAct, { knowledge }: Ports): StepResult {
  const { requestWordings: words, web } = knowledge;
  const prefix = act === "withdraw" ? ownChoice.withdraw : act === "urge" ? ownChoice.urge : ownChoice.status;
  const choices = fitting
    .slice(0, 8)
    .map(({ number, type }) => ({ id: `${prefix}${number}`, label: `${web.requestTypes[type]} ${number}` }));
  const text = `${words.acted.which}\n${choices.map(({ label }) => label).join("\n")}`;
  const said = reply({ kind: "clarify", outcome: "clarifying", route: "status", text, choices });
  return { kind: "reply", status: "asks_which", reply: said, dialog: { ...turn.dialog, choices } };
}

function shown(turn: Turn, request: RequestStatus, { knowledge }: Ports): StepResult {
  return { kind: "reply", status: "given", reply: statusReply([request], knowledge), dialog: { ...turn.dialog, choices: [] } };
}

/** A number was named that nothing can be done to any more, or that is not of this conversation. */
function refused(turn: Turn, request: RequestStatus | undefined, ports: Ports): StepResult | null {
  if (!request) return null;
  const said = statusReply([request], ports.knowledge);
  return { kind: "reply", status: "not_allowed", reply: said, dialog: { ...turn.dialog, choices: [] } };
}
