import { type DisclosureElement, disclosureElements } from "../../domain/disclosure-application.js";
import { dayInShanghai } from "../../domain/plain-date.js";
import { reply } from "../../domain/reply.js";
import type { RequestStatus } from "../../domain/request-desk.js";
import { fillIn } from "../../text/fill.js";
import { readElement } from "../application/read-element.js";
import { shownElement } from "../application/show-element.js";
import { ownChoice, resolveChoice } from "../choices.js";
import type { ImmediateStep, Ports, StepResult, Turn } from "../step.js";

/** 我的信息: what is kept of who asks, shown, corrected, and erased where the law allows it (个人信息保护法 Arts. 45–47). */
export const ownData: ImmediateStep = {
  name: "own_data",
  run(turn, ports) {
    const { understands } = ports.knowledge.requestWordings;
    const any = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(turn.text.trim()));
    const isErasing = resolveChoice(turn) === ownChoice.erase;
    if (isErasing && proven(ports)) return { kind: "erase", status: "erases", dialog: { ...turn.dialog, draft: null, choices: [] } };
    if (any(understands.eraseData) && proven(ports)) return asksErase(turn, ports);
    if (any(understands.ownData)) return shows(turn, ports);
    return corrects(turn, ports) ?? { kind: "continue", status: "not_asked", turn };
  },
};

function proven({ conversationProves, conversationId }: Ports): boolean {
  return conversationProves && conversationId !== null;
}

function shows(turn: Turn, { knowledge, ownData, conversationId, conversationProves, requests }: Ports): StepResult {
  const { ownData: words } = knowledge.requestWordings;
  const known = conversationProves && conversationId !== null ? ownData.show(conversationId) : { messages: 0, requests: [] };
  const states = new Map(conversationId === null ? [] : requests.ofConversation(conversationId).map((each) => [each.number, each.state]));
  const lines = known.requests.map(({ number, type, application }) => {
    const state = knowledge.web.requestStates[states.get(number) ?? "submitted"];
    const named = { type: knowledge.web.requestTypes[type], number, state };
    if (application === null) return fillIn(words.request, named);
    const elements = disclosureElements.filter(
      (element): element is Exclude<DisclosureElement, "description"> => element !== "description",
    );
    const shown = elements.map((element) =>
      fillIn(knowledge.application.line, {
        label: knowledge.application.elements[element],
        value: shownElement(element, application, knowledge.application),
      }),
    );
    return fillIn(words.application, { ...named, lines: shown.join("\n") });
  });
  const months = String(knowledge.retention.months.message);
  const messages = known.messages > 0 ? [fillIn(words.messages, { count: String(known.messages), months })] : [];
  const isEmpty = lines.length === 0 && messages.length === 0;
  const how = fillIn(words.how, { telephone: knowledge.office.telephone });
  const text = isEmpty ? words.nothing : [words.head, ...lines, ...messages, how].join("\n");
  const said = reply({ kind: "status", outcome: "status_given", route: "status", text });
  return { kind: "reply", status: "shown", reply: said, dialog: { ...turn.dialog, choices: [] } };
}

function asksErase(turn: Turn, { knowledge: { requestWordings: words } }: Ports): StepResult {
  const choices = [{ id: ownChoice.erase, label: words.ownData.erase }];
  const said = reply({ kind: "clarify", outcome: "clarifying", route: "status", text: words.ownData.askErase, choices });
  return { kind: "reply", status: "asks", reply: said, dialog: { ...turn.dialog, choices } };
}

const contact = /^(?:我的)?(?:联系方式|联系电话|电话|手机号?|邮箱)(?:要|想)?(?:改|换|变更|更正)(?:成|为|到)?(?:了)?[:：是，, ]*(.+)$/su;

/** 联系方式改成…: of the open disclosure request that was filed here last. */
function corrects(turn: Turn, ports: Ports): StepResult | null {
  const given = contact.exec(turn.text.trim())?.[1];
  if (given === undefined || !proven(ports) || ports.conversationId === null) return null;
  const open = ports.requests.ofConversation(ports.conversationId).find(isOpenDisclosure);
  const read = readElement("contact", given, ports.knowledge.application, dayInShanghai(ports.clock()));
  if (!open || read.kind !== "given" || read.given.contact === undefined) return null;
  const act = { act: "correct_contact", contact: read.given.contact } as const;
  return {
    kind: "act",
    status: "corrects_contact",
    number: open.number,
    act,
    dialog: { ...turn.dialog, choices: [] },
    masked: "〔联系方式〕",
  };
}

function isOpenDisclosure({ type, state }: RequestStatus): boolean {
  return type === "disclosure" && !["decided", "closed", "abandoned", "withdrawn", "cancelled"].includes(state);
}
