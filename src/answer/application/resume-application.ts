import { type DisclosureElement, disclosureElements } from "../../domain/disclosure-application.js";
import { dayInShanghai } from "../../domain/plain-date.js";
import { toSimplified } from "../../text/traditional.js";
import { cancelDraft } from "../cancel-draft.js";
import { draftChoice } from "../choices.js";
import type { OpenDraft } from "../dialog.js";
import { openDraft, orderFrom, showDraft } from "../draft-reply.js";
import type { Ports, StepResult, Turn } from "../step.js";
import { understandAnswer } from "../understand-answer.js";
import { insistChoice } from "./both-ways.js";
import {
  applicationChoice,
  askElement,
  askWhich,
  beginApplication,
  completed,
  missingText,
  showApplication,
  takeElement,
} from "./collect.js";
import { elementsIn } from "./read-element.js";

/** Words by which somebody names an element of the application. */
const named: Readonly<Record<DisclosureElement, RegExp>> = {
  identity: /身份证|信用代码|证件/,
  contact: /联系方式|电话|手机|联系地址|通信地址/,
  form: /形式|电子版|纸质/,
  way: /怎么给|获取方式|途径|邮寄|自取|收取/,
  name: /姓名|名字|名称/,
  description: /内容|要的信息|描述/,
};
const goOn = /^(?:继续|接着|接着填|继续填|接着来|我回来了|继续申请|填表|继续填表)(?:吧|了|啊)?[。!！]*$/;
const isShort = 12;

/** 接着填: whoever left an application comes back to it. */
export function goesOn(text: string): boolean {
  return goOn.test(text.trim());
}

/** Goes on with an application for disclosure: an element given or changed, 确认, 取消; what is about something else is left to the steps behind. */
export function resumeApplication(turn: Turn, choice: string | null, draft: OpenDraft, ports: Ports): StepResult {
  const { requestWordings: words, application } = ports.knowledge;
  const show = (status: string, before?: string): StepResult => ({
    kind: "reply",
    status,
    ...showApplication(draft, turn.dialog, ports, before),
  });
  if (draft.waitsFor === "insist") return bothWays(turn, choice, draft, ports);
  const said = understandAnswer(turn.text, choice, draft, words);
  if (said.kind === "cancel") return cancelDraft(turn, draft.order, false, ports);
  if (choice === applicationChoice.change) return { kind: "reply", status: "asks_which", ...askWhich(draft, turn.dialog, ports) };
  const element = elementOf(choice);
  if (element !== null) return { kind: "reply", status: `asks: ${element}`, ...askElement(draft, element, turn.dialog, ports) };
  const waited = waitedElement(draft);
  if (choice?.startsWith(applicationChoice.value) && waited !== null)
    return takeElement(turn, draft, waited, application.values[choice.slice(applicationChoice.value.length) as "paper"] ?? "", ports);
  if (said.kind === "confirm") {
    const order = completed(draft, ports);
    if (order === null) return show("incomplete", missingText(draft, ports));
    return { kind: "file", status: "confirmed", order, dialog: { ...turn.dialog, draft: null, choices: [] } };
  }
  const { ownData, eraseData } = words.understands;
  if ([...ownData, ...eraseData].some((pattern) => pattern.test(turn.text.trim())))
    return { kind: "continue", status: "left_open: own_data", turn };
  if (goesOn(turn.text)) return show("resumed", application.resumed);
  return fromWords(turn, draft, waited, said.kind === "question", ports);
}

function fromWords(turn: Turn, draft: OpenDraft, waited: DisclosureElement | null, isQuestion: boolean, ports: Ports): StepResult {
  const { application: words } = ports.knowledge;
  const text = turn.text.trim();
  const changed = words.understands.change.test(text) ? disclosureElements.find((each) => named[each].test(text)) : undefined;
  if (changed !== undefined) {
    const value = /(?:改成|改为|换成|更正为|应该是|应为|是|[:：])\s*(.+)$/su.exec(text)?.[1];
    if (value === undefined) return { kind: "reply", status: `asks: ${changed}`, ...askElement(draft, changed, turn.dialog, ports) };
    return takeElement(turn, draft, changed, value, ports);
  }
  const several = elementsIn(text, words, dayInShanghai(ports.clock()));
  if (Object.keys(several).length > 1) {
    const known = { ...draft, application: { ...draft.application, ...several } };
    const masked = `〔${Object.keys(several)
      .map((each) => words.elements[each as DisclosureElement])
      .join("、")}〕`;
    return { kind: "reply", status: "given: several", ...showApplication(known, turn.dialog, ports, words.noted), masked };
  }
  if (waited === "description" && !(isQuestion && text.length < isShort)) return takeElement(turn, draft, "description", text, ports);
  if (waited === null || isQuestion) return { kind: "continue", status: "left_open: application", turn };
  return takeElement(turn, draft, waited, text, ports);
}

/** The resident chose between filing what it sounds like and insisting on a disclosure request. */
function bothWays(turn: Turn, choice: string | null, draft: OpenDraft, ports: Ports): StepResult {
  const { description } = draft.order;
  const dialog = { ...turn.dialog, draft: null, choices: [] };
  const text = turn.text.trim();
  if (choice === draftChoice.cancel || /^(?:取消|算了|都不要)/.test(text)) return cancelDraft(turn, draft.order, false, ports);
  if (choice === insistChoice.complaint || /投诉|求助|登记/.test(text))
    return { kind: "reply", status: "as_complaint", ...showDraft(openDraft(orderFrom("complaint", description, ports)), dialog, ports) };
  if (choice === insistChoice.insist || /公开|申请|坚持|就要/.test(text))
    return { kind: "reply", status: "insists", ...beginApplication(insistedOn(draft), dialog, ports) };
  if (choice === insistChoice.ask) {
    const asked = draft.published ?? description;
    return {
      kind: "continue",
      status: "asks",
      turn: { ...turn, text: asked, maskedText: asked, query: toSimplified(asked), dialog, route: "question" },
    };
  }
  return { kind: "continue", status: "left_open: both_ways", turn };
}

function insistedOn({ order, published }: OpenDraft): OpenDraft["order"] {
  return published ? order : { ...order, insisted: true };
}

function elementOf(choice: string | null): DisclosureElement | null {
  if (!choice?.startsWith(applicationChoice.element)) return null;
  return disclosureElements.find((element) => choice === `${applicationChoice.element}${element}`) ?? null;
}

function waitedElement({ waitsFor }: OpenDraft): DisclosureElement | null {
  return disclosureElements.find((element) => element === waitsFor) ?? null;
}
