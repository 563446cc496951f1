import { type Route, reply } from "../../domain/reply.js";
import type { RequestOrder } from "../../domain/request-desk.js";
import { fillIn } from "../../text/fill.js";
import { findLocation } from "../../text/location.js";
import { beginApplication, showApplication } from "../application/collect.js";
import { goesOn, resumeApplication } from "../application/resume-application.js";
import { cancelDraft } from "../cancel-draft.js";
import { resolveChoice } from "../choices.js";
import { classifyRoute } from "../classify-route.js";
import { newDraft, type OpenDraft } from "../dialog.js";
import { openDraft, orderFrom, showDraft, suggestedCategories } from "../draft-reply.js";
import { mergeDetail, placeFrom, withPlace } from "../merge-detail.js";
import { offered } from "../offer.js";
import { statusReply } from "../status-text.js";
import type { ImmediateStep, Ports, StepResult, Turn } from "../step.js";
import { isConfirmed, understandAnswer } from "../understand-answer.js";

/** Messages of these kinds tell of a matter: another one, when both its kind and its place differ. */
const reported: ReadonlySet<Route> = new Set(["complaint", "help", "report", "petition", "suggestion"]);

const noMore = /^不用(?:再)?(?:告诉|通知)我了?[。!！]*$/;

/** Takes up what the last reply left open: a draft that waits for its place or for 确认, or an offered disclosure request. */
export const resume: ImmediateStep = {
  name: "resume",
  run(turn, ports) {
    const choice = resolveChoice(turn);
    if (choice === offered.disclosure && turn.dialog.unanswered !== null) {
      const order = orderFrom("disclosure", turn.dialog.unanswered, ports);
      return { kind: "reply", status: "offer_taken", ...beginApplication(order, { ...turn.dialog, unanswered: null }, ports) };
    }
    const { unanswered: question } = turn.dialog;
    if (choice === offered.watch && question !== null)
      return { kind: "watch", status: "watches", question, place: turn.place, dialog: { ...turn.dialog, unanswered: null, choices: [] } };
    if (noMore.test(turn.text.trim()))
      return { kind: "watch", status: "watches_no_more", question: null, place: turn.place, dialog: { ...turn.dialog, choices: [] } };
    const { draft, shelved } = turn.dialog;
    if (shelved !== null && draft?.order.type !== "disclosure" && goesOn(turn.text)) {
      const dialog = { ...turn.dialog, shelved: null };
      return { kind: "reply", status: "resumed", ...showApplication(shelved, dialog, ports, ports.knowledge.application.resumed) };
    }
    if (!draft) return nothingOpen(turn, ports);
    return draft.order.type === "disclosure" ? resumeApplication(turn, choice, draft, ports) : answered(turn, choice, draft, ports);
  },
};

function answered(turn: Turn, choice: string | null, draft: OpenDraft, ports: Ports): StepResult {
  const { requestWordings: words } = ports.knowledge;
  const said = understandAnswer(turn.text, choice, draft, words);
  const show = (status: string, order: RequestOrder, notes: { before?: string; ask?: string } = {}): StepResult => ({
    kind: "reply",
    status,
    ...showDraft(newDraft(order, "confirmation"), turn.dialog, ports, notes),
  });
  switch (said.kind) {
    case "confirm":
      if (draft.waitsFor === "location" && draft.order.location === null && !/提交|登记|确认|报/.test(turn.text))
        return askedAgain(turn, draft, ports);
      if (draft.waitsFor === "location") return show("place_skipped", draft.order);
      return { kind: "file", status: "confirmed", order: draft.order, dialog: { ...turn.dialog, draft: null, choices: [] } };
    case "cancel":
      return cancelDraft(turn, draft.order, said.solved, ports);
    case "skip":
      return show("place_skipped", draft.order);
    case "place_right":
      if (draft.order.location === null) return leftOpen(turn, "question");
      return show("place_confirmed", draft.order, { ask: fillIn(words.placeConfirmed, { location: draft.order.location }) });
    case "follow":
      return { kind: "follow", status: "follows", number: said.number, dialog: { ...turn.dialog, draft: null, choices: [] } };
    case "category": {
      const category = suggestedCategories(draft.order, ports)[said.index];
      return category
        ? show("category_changed", { ...draft.order, category }, { before: words.changed })
        : leftOpen(turn, "unknown_choice");
    }
    case "change":
      return changed(turn, choice, draft, ports);
    case "question":
      // 福盛里5号，你们管吗？ answers where it is all the same.
      return draft.waitsFor === "location" && findLocation(turn.text) !== null
        ? told(turn, choice, draft, ports)
        : leftOpen(turn, said.kind);
    case "new_matter":
      return leftOpen(turn, said.kind);
    case "other":
      return told(turn, choice, draft, ports);
  }
}

/** 好的 is no answer to 请问在哪里, 9 none to four buttons. */
function askedAgain(turn: Turn, draft: OpenDraft, ports: Ports): StepResult {
  return { kind: "reply", status: "asks_again", ...showDraft(draft, turn.dialog, ports) };
}

/** 修改地点, or 不对，是二楼: the new place when it was named, else the question for it. */
function changed(turn: Turn, choice: string | null, draft: OpenDraft, ports: Ports): StepResult {
  const { requestWordings: words } = ports.knowledge;
  const place = choice === null ? (findLocation(turn.text)?.text ?? null) : null;
  if (place !== null) {
    const order = withPlace(draft.order, place, turn.text, ports);
    return {
      kind: "reply",
      status: "place_changed",
      ...showDraft(newDraft(order, "confirmation"), turn.dialog, ports, { before: words.changed }),
    };
  }
  const bare = choice !== null || turn.text.trim().length <= 8;
  if (!bare) return merged(turn, draft, ports);
  const ask = choice !== null || /[地位][点址置]/.test(turn.text) ? words.askNewLocation : words.askNewMatter;
  return { kind: "reply", status: "asks_change", ...showDraft({ ...draft, waitsFor: "location" }, turn.dialog, ports, { ask }) };
}

/** Words that are no command: a place, a detail of the same matter, or something else altogether. */
function told(turn: Turn, choice: string | null, draft: OpenDraft, ports: Ports): StepResult {
  if (choice !== null) return leftOpen(turn, "other_choice");
  // A number that is no button, a lone sign: the question stands.
  if (!/\p{Script=Han}|[A-Za-z0-9]{3}/u.test(turn.text) && draft.waitsFor === "confirmation") return askedAgain(turn, draft, ports);
  const aside = asideOf(turn.text, draft, ports);
  if (aside !== null) return leftOpen(turn, aside);
  if (draft.waitsFor === "confirmation") return merged(turn, draft, ports);
  const place = placeFrom(turn.text);
  if (place === null) return turn.text.trim().length < 6 ? leftOpen(turn, "no_place") : merged(turn, draft, ports);
  const order = withPlace(draft.order, place, turn.text, ports);
  return { kind: "reply", status: "place_given", ...showDraft(newDraft(order, "confirmation"), turn.dialog, ports) };
}

function merged(turn: Turn, draft: OpenDraft, ports: Ports): StepResult {
  const order = mergeDetail(draft.order, turn.text, ports);
  const next = draft.waitsFor === "location" ? openDraft(order) : newDraft(order, "confirmation");
  return {
    kind: "reply",
    status: "detail_added",
    ...showDraft(next, turn.dialog, ports, { before: ports.knowledge.requestWordings.merged }),
  };
}

/** What the message is about when it is not about the draft; null when it is. */
function asideOf(text: string, { order }: OpenDraft, { knowledge, requests }: Ports): string | null {
  const { route, confidence } = classifyRoute(text, knowledge.routing);
  if (confidence < knowledge.routing.thresholds.aside) return null;
  if (route === "attack" || route === "status" || route === "smalltalk" || route === "out_of_scope" || route === "disclosure") return route;
  if (!reported.has(route)) return null;
  const place = findLocation(text)?.text;
  const { category } = requests.classify(text);
  const another = category !== null && order.category !== null && category.level1 !== order.category.level1;
  const elsewhere =
    place !== undefined && (order.location === null || (!order.location.includes(place) && !place.includes(order.location)));
  return another && elsewhere ? "another_matter" : null;
}

function leftOpen(turn: Turn, why: string): StepResult {
  return { kind: "continue", status: `left_open: ${why}`, turn };
}

/** 提交吧 without a draft: what was filed here already is told of, once more, instead of a shrug. */
function nothingOpen(turn: Turn, ports: Ports): StepResult {
  const { requestWordings: words } = ports.knowledge;
  const asksToFile = /提交|登记|确认/.test(turn.text) && isConfirmed(turn.text, words.understands);
  if (!asksToFile) return { kind: "continue", status: "nothing_open", turn };
  const { conversationProves, conversationId, requests } = ports;
  const [latest] = conversationProves && conversationId !== null ? requests.ofConversation(conversationId) : [];
  const said = latest
    ? statusReply([latest], ports.knowledge, words.alreadyFiled)
    : reply({ kind: "clarify", outcome: "clarifying", route: "smalltalk", text: words.nothingOpen });
  return { kind: "reply", status: latest ? "already_filed" : "nothing_open", reply: said, dialog: { ...turn.dialog, choices: [] } };
}
