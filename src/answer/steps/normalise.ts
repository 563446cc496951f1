import { type Outcome, type ReplyKind, type Route, reply } from "../../domain/reply.js";
import type { Routing } from "../../knowledge/routing.js";
import { stripMarkup } from "../../text/entities.js";
import { normaliseText } from "../../text/normalise.js";
import { repairMojibake } from "../../text/repair-mojibake.js";
import { classifyRoute } from "../classify-route.js";
import type { ImmediateStep, StepResult, Turn } from "../step.js";

/** A resident's story fits; a pasted book does not. */
const longest = 2_000;
const readable = /[\p{L}\p{N}]/u;

/** The message in one form for all later steps; what cannot be read gets a kind word, never an error. */
export const normalise: ImmediateStep = {
  name: "normalise",
  run(turn, { knowledge }) {
    const words = knowledge.conversation;
    const whole = normaliseText(repairMojibake(turn.text).text);
    const text = normaliseText(stripMarkup(whole));
    const pressed = turn.choice !== null && turn.choice !== "";
    const cleaned: Turn = { ...turn, text, maskedText: text };
    if (pressed) return { kind: "continue", status: "choice", turn: cleaned };
    if (text.length > longest) return unread(turn, "too_long", "clarify", words.unreadable.tooLong);
    if (!readable.test(text)) {
      if (whole !== text)
        return unread(turn, "markup", "refusal", words.attack["markup"] ?? words.attack["other"] ?? "", "refused", "attack");
      const symbols = /[^\s]/u.test(text);
      return unread(turn, symbols ? "symbols" : "empty", "smalltalk", symbols ? words.unreadable.symbols : words.unreadable.empty);
    }
    if (whole !== text && classifyRoute(text, knowledge.routing).confidence < beside(whole, knowledge.routing)) {
      return unread(turn, "markup", "refusal", words.attack["markup"] ?? words.attack["other"] ?? "", "refused", "attack");
    }
    return { kind: "continue", status: text === turn.text ? "as_written" : "normalised", turn: cleaned };
  },
};

function unread(
  turn: Turn,
  status: string,
  kind: ReplyKind,
  text: string,
  outcome: Outcome = "not_a_question",
  route: Route = "smalltalk",
): StepResult {
  return { kind: "reply", status, reply: reply({ kind, outcome, route, text }), dialog: turn.dialog };
}

/** How plain the words beside the markup must be: plainer where the markup itself is an attack, which a complaint may still stand beside. */
function beside(whole: string, routing: Routing): number {
  const { besideMarkup } = routing.thresholds;
  return classifyRoute(whole, routing).route === "attack" ? besideMarkup.attack : besideMarkup.other;
}
