import {
  type DisclosureApplication,
  type DisclosureElement,
  disclosureElements,
  type PartialApplication,
} from "../../domain/disclosure-application.js";
import { dayInShanghai } from "../../domain/plain-date.js";
import { type Choice, reply } from "../../domain/reply.js";
import type { RequestOrder } from "../../domain/request-desk.js";
import { fillIn } from "../../text/fill.js";
import { shadowOf } from "../../text/mask/shadow.js";
import type { DialogState, OpenDraft } from "../dialog.js";
import { type Drafted, draftSummary } from "../draft-reply.js";
import { dueText, matterText } from "../request-text.js";
import type { Ports, StepResult, Turn } from "../step.js";
import { confirmText } from "./confirm-text.js";
import { applicantOf, elementsIn, isDescription, readElement } from "./read-element.js";
import { shownElement } from "./show-element.js";

/** The buttons of an application beside those of every draft. */
export const applicationChoice = { change: "change_element", element: "element_", value: "value_" } as const;

/** A disclosure request that begins: what its first message tells of it already is not asked again. */
export function beginApplication(order: RequestOrder, dialog: DialogState, ports: Ports, before?: string): Drafted {
  const words = ports.knowledge.application;
  const application = elementsIn(order.description, words, dayInShanghai(ports.clock()));
  const draft: OpenDraft = { order, waitsFor: "description", application, tries: 0 };
  const wanted = isDescription(order.description) ? fillIn(words.wanted, { matter: matterText(order.description) }) : undefined;
  return next(draft, dialog, ports, [before, words.begin, wanted].filter((part) => part !== undefined).join("\n"));
}

/** Takes the answer to the element that is waited for; the draft stays when it cannot be read. */
export function takeElement(turn: Turn, draft: OpenDraft, element: DisclosureElement, text: string, ports: Ports): StepResult {
  const words = ports.knowledge.application;
  const today = dayInShanghai(ports.clock());
  const read = readElement(element, text, words, today);
  const masked = isPersonal(element) ? `〔${words.elements[element]}〕` : undefined;
  if (read.kind === "problem") {
    const instead = elementsIn(text, words, today);
    if (element !== "description" && Object.keys(instead).length > 0) {
      const known = { ...draft, application: { ...draft.application, ...instead } };
      return { kind: "reply", status: "given: another", ...next(known, turn.dialog, ports, words.noted), ...maskedAs(masked) };
    }
    if (isAboutElse(element, text)) return { kind: "continue", status: "left_open: about_something_else", turn };
    const tried: OpenDraft = { ...draft, waitsFor: element, tries: draft.tries + 1 };
    const problem = words.problems[read.problem];
    const before = tried.tries > 1 ? `${problem}\n${againText(ports)}` : problem;
    return { kind: "reply", status: `not_understood: ${read.problem}`, ...ask(tried, turn.dialog, ports, before), ...maskedAs(masked) };
  }
  const known: OpenDraft =
    read.kind === "description"
      ? { ...draft, order: { ...draft.order, description: read.text } }
      : { ...draft, application: { ...draft.application, ...read.given } };
  return { kind: "reply", status: `given: ${element}`, ...next(known, turn.dialog, ports, words.noted), ...maskedAs(masked) };
}

const longestElement = 14;

/** A sentence without a number is no failed identity card: it is about something else, and the draft waits. */
function isAboutElse(element: DisclosureElement, text: string): boolean {
  if (element === "description") return false;
  return text.trim().length > longestElement && !/\d{5,}/.test(shadowOf(text).replace(/[\s-]/g, ""));
}

/** Shows an application as it stands: asks for what is missing, or sums it up. */
export function showApplication(draft: OpenDraft, dialog: DialogState, ports: Ports, before?: string): Drafted {
  return next(draft, dialog, ports, before);
}

/** Asks again for one element that the applicant wants to change. */
export function askElement(draft: OpenDraft, element: DisclosureElement, dialog: DialogState, ports: Ports): Drafted {
  return ask({ ...draft, waitsFor: element, tries: 0 }, dialog, ports);
}

/** Asks which element is to be changed. */
export function askWhich(draft: OpenDraft, dialog: DialogState, ports: Ports): Drafted {
  const words = ports.knowledge.application;
  const choices = disclosureElements.map((element) => ({ id: `${applicationChoice.element}${element}`, label: words.elements[element] }));
  return {
    ...shown({ ...draft, waitsFor: "confirmation" }, ports, words.changeWhich, choices, "clarify"),
    dialog: { ...dialog, draft, choices },
  };
}

/** The order with its complete application, or null and what is missing. */
export function completed(draft: OpenDraft, ports: Pick<Ports, "knowledge">): RequestOrder | null {
  if (missingElement(draft) !== null) return null;
  const { name, identity, contact, form, way } = draft.application as DisclosureApplication;
  const applicant = applicantOf(name, identity, ports.knowledge.application);
  return { ...draft.order, application: { applicant, name, identity, contact, form, way } };
}

/** What is still missing, in words: 姓名或名称、联系方式. */
export function missingText(draft: OpenDraft, { knowledge: { application: words } }: Pick<Ports, "knowledge">): string {
  const labels = disclosureElements.filter((element) => !isThere(draft, element)).map((element) => words.elements[element]);
  return fillIn(words.missing, { labels: labels.join("、") });
}

function isThere({ order, application }: OpenDraft, element: DisclosureElement): boolean {
  return element === "description" ? isDescription(order.description) : application[element] !== undefined;
}

function missingElement(draft: OpenDraft): DisclosureElement | null {
  return disclosureElements.find((element) => !isThere(draft, element)) ?? null;
}

function next(draft: OpenDraft, dialog: DialogState, ports: Ports, before?: string): Drafted {
  const missing = missingElement(draft);
  if (missing !== null) return ask({ ...draft, waitsFor: missing, tries: 0 }, dialog, ports, before);
  const { knowledge } = ports;
  const words = knowledge.application;
  const labels = knowledge.requestWordings.choices;
  const choices = [
    { id: "confirm", label: labels.confirm },
    { id: applicationChoice.change, label: words.choices.change },
    { id: "cancel", label: labels.cancel },
  ];
  const text = [before, summary(draft, ports)].filter((part) => part !== undefined).join("\n\n");
  const complete: OpenDraft = { ...draft, waitsFor: "confirmation", tries: 0 };
  return { ...shown(complete, ports, text, choices, "request"), dialog: { ...dialog, draft: complete, choices } };
}

function ask(draft: OpenDraft, dialog: DialogState, ports: Ports, before?: string): Drafted {
  const { application: words, office, requestWordings, retention } = ports.knowledge;
  const element = draft.waitsFor as DisclosureElement;
  const isFirst =
    element === "name" && draft.tries === 0 && draft.application.identity === undefined && draft.application.contact === undefined;
  const notice = isFirst ? fillIn(words.notice, { office: office.name, months: String(retention.months.applicant) }) : undefined;
  const done = disclosureElements.indexOf(element) + 1;
  const question = `${fillIn(words.progress, { done: String(done), all: String(disclosureElements.length) })}${words.asks[element]}${element === "name" ? words.why.name : ""}`;
  const values = element === "form" ? (["electronic", "paper"] as const) : element === "way" ? (["email", "post", "pickup"] as const) : [];
  const choices: readonly Choice[] = [
    ...values.map((value) => ({ id: `${applicationChoice.value}${value}`, label: words.values[value] })),
    { id: "cancel", label: requestWordings.choices.cancel },
  ];
  const text = [before, notice, question].filter((part) => part !== undefined).join("\n\n");
  return { ...shown(draft, ports, text, choices, "clarify"), dialog: { ...dialog, draft, choices } };
}

function shown(
  draft: OpenDraft,
  ports: Ports,
  text: string,
  choices: readonly Choice[],
  kind: "clarify" | "request",
): Omit<Drafted, "dialog"> {
  const said = reply({ kind, outcome: "draft_open", route: "disclosure", text, choices, request: draftSummary(draft.order, ports) });
  return { reply: said };
}

function summary(draft: OpenDraft, ports: Ports): string {
  const { knowledge, requests } = ports;
  const words = knowledge.application;
  const lines = disclosureElements.map((element) => {
    const value = element === "description" ? matterText(draft.order.description) : shownElement(element, draft.application, words);
    return fillIn(words.line, { label: words.elements[element], value });
  });
  const { deadline, confirmBy } = requests.preview(draft.order);
  const due = [dueText(deadline, knowledge), confirmText(confirmBy, words)].filter((part) => part !== "").join("\n");
  return fillIn(words.summary, { lines: lines.join("\n"), due });
}

function againText({ knowledge: { application, office } }: Ports): string {
  const { name: unit, address, telephone } = office.disclosureUnit;
  return fillIn(application.again, { unit, address, telephone });
}

/** What a resident writes of themselves is logged as what it is, not as what it says. */
function isPersonal(element: DisclosureElement): element is keyof PartialApplication & DisclosureElement {
  return element === "name" || element === "identity" || element === "contact";
}

function maskedAs(masked: string | undefined): { readonly masked?: string } {
  return masked === undefined ? {} : { masked };
}
