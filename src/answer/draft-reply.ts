import { chineseDate } from "../domain/plain-date.js";
import { type Choice, type Reply, type RequestSummary, type Route, reply } from "../domain/reply.js";
import type { Category, RequestType } from "../domain/request.js";
import type { RequestOrder } from "../domain/request-desk.js";
import { fillIn } from "../text/fill.js";
import { findLocation } from "../text/location.js";
import { draftChoice } from "./choices.js";
import { type DialogState, newDraft, type OpenDraft } from "./dialog.js";
import { categoryText, dueText, matterText } from "./request-text.js";
import type { Ports } from "./step.js";

type DraftPorts = Pick<Ports, "knowledge" | "requests">;
export type Drafted = { readonly reply: Reply; readonly dialog: DialogState };

/** The types of requests whose matter is at a place: without it nobody could go there. */
const needsPlace: ReadonlySet<RequestType> = new Set(["complaint", "help"]);

/** Whether such a matter happened somewhere, at some time. */
function happens(type: RequestType): boolean {
  return type === "complaint" || type === "help" || type === "report";
}

function tellsTime(description: string, { understands }: Ports["knowledge"]["requestWordings"]): boolean {
  return understands.time.some((pattern) => pattern.test(description));
}

/** The route of a message that files this type; a consultation is what a question becomes. */
export function routeOf(type: RequestType): Route {
  return type === "consultation" ? "question" : type;
}

/** An order from a resident's words: place, category and urgency as far as the words tell. */
export function orderFrom(type: RequestType, description: string, { requests, knowledge }: DraftPorts): RequestOrder {
  const { category, urgent } = requests.classify(description);
  return {
    type,
    description,
    location: happens(type) || type === "suggestion" ? (findLocation(description)?.text ?? null) : null,
    category: type === "disclosure" ? null : (category ?? (happens(type) ? knowledge.categories.fallback : null)),
    urgent: happens(type) && urgent,
  };
}

/** A new draft: waits for the place where one is needed and none was named, else for 确认. */
export function openDraft(order: RequestOrder): OpenDraft {
  return newDraft(order, needsPlace.has(order.type) && order.location === null ? "location" : "confirmation");
}

/** The categories to choose from, best first: what the description suggests. */
export function suggestedCategories(order: RequestOrder, { requests }: DraftPorts): readonly Category[] {
  const { category, alternatives } = requests.classify(order.description);
  return category ? [category, ...alternatives] : alternatives;
}

/** What a reply tells of an order that is not filed: its due date is what it would be today. */
export function draftSummary(order: RequestOrder, { requests }: DraftPorts): RequestSummary {
  return { ...requests.preview(order).summary, number: null, state: "draft" };
}

/** Shows a draft to the resident: asks for the place, or sums it up and asks for 确认. `before` stands above it; `ask` takes the place of the usual question. */
export function showDraft(
  draft: OpenDraft,
  dialog: DialogState,
  ports: DraftPorts,
  notes: { readonly before?: string; readonly ask?: string } = {},
): Drafted {
  const { order } = draft;
  const { requestWordings: words } = ports.knowledge;
  const asksPlace = draft.waitsFor === "location";
  const asked = asksPlace
    ? (notes.ask ?? fillIn(words.askLocation, { matter: matterText(order.description) }))
    : (notes.ask ?? summary(order, ports));
  const choices = asksPlace ? placeChoices(ports) : confirmChoices(order, ports);
  const nearby = asksPlace ? "" : nearbyText(order, ports);
  const text = [notes.before, nearby, asked].filter((part) => part !== undefined && part !== "").join("\n\n");
  const said = reply({
    kind: asksPlace ? "clarify" : "request",
    outcome: "draft_open",
    route: routeOf(order.type),
    text,
    choices,
    request: draftSummary(order, ports),
  });
  return { reply: said, dialog: { ...dialog, draft, choices } };
}

/** Somebody else told of the same thing: following it is less work than filing it again. Empty when nobody did. */
function nearbyText(order: RequestOrder, { requests, knowledge: { requestWordings: words } }: DraftPorts): string {
  const found = requests.nearby(order);
  if (found.length === 0) return "";
  const lines = found.map(({ number, filedOn, location, matter }) =>
    fillIn(words.nearbyLine, { number, filedOn: chineseDate(filedOn), location, matter }),
  );
  return fillIn(words.nearby, { lines: lines.join("\n") });
}

function summary(order: RequestOrder, { knowledge, requests }: DraftPorts): string {
  const { requestWordings: words, web } = knowledge;
  const lines = [
    needsPlace.has(order.type) || order.location !== null
      ? fillIn(words.locationLine, { location: order.location ?? words.noLocation })
      : null,
    order.category ? fillIn(words.categoryLine, { category: categoryText(order.category) }) : null,
    happens(order.type) && !tellsTime(order.description, words) ? words.askTime : null,
    happens(order.type) ? words.anonymous : null,
  ].filter((line) => line !== null);
  const filled = fillIn(words.summary, {
    type: web.requestTypes[order.type],
    matter: matterText(order.description),
    lines: lines.join("\n"),
    due: dueText(requests.preview(order).deadline, knowledge),
  });
  return filled.replace(/\n\n+/g, "\n");
}

function placeChoices({ knowledge: { requestWordings: words } }: DraftPorts): readonly Choice[] {
  return [
    { id: draftChoice.skip, label: words.choices.skip },
    { id: draftChoice.cancel, label: words.choices.cancel },
  ];
}

function confirmChoices(order: RequestOrder, ports: DraftPorts): readonly Choice[] {
  const { choices: labels } = ports.knowledge.requestWordings;
  const others = order.category === null ? [] : suggestedCategories(order, ports);
  const categories = others
    .map((category, index) => ({
      id: `${draftChoice.category}${index}`,
      label: fillIn(labels.category, { category: categoryText(category) }),
      category,
    }))
    .filter(({ category }) => category.level1 !== order.category?.level1 || category.level2 !== order.category.level2)
    .map(({ id, label }) => ({ id, label }));
  const nearby = ports.requests.nearby(order).map(({ number }) => ({
    id: `${draftChoice.follow}${number}`,
    label: fillIn(labels.follow, { number }),
  }));
  return [
    { id: draftChoice.confirm, label: labels.confirm },
    ...nearby,
    ...(needsPlace.has(order.type) ? [{ id: draftChoice.change, label: labels.change }] : []),
    ...categories,
    { id: draftChoice.cancel, label: labels.cancel },
  ];
}
