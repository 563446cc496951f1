import { type Citation, type Outcome, reply } from "../domain/reply.js";
import { fillIn } from "../text/fill.js";
import { citationOf, type Passage } from "./compose/passage.js";
import { sourceList } from "./compose/sources.js";
import { offerChoices } from "./offer.js";
import type { Ports, StepResult, Turn } from "./step.js";

/** Why nothing is answered, and what is pointed at instead. */
export type Unanswered = {
  readonly outcome: Outcome;
  /** What is said first. */
  readonly lead: string;
  readonly passages: readonly Passage[];
  /** What is said before the first passage's words; null leaves them out. */
  readonly quotedAs: string | null;
};

/** A reply that says what was not found, names what was, and offers what can be done. It is never worded as an answer. */
export function unanswered(
  { outcome, lead, passages, quotedAs }: Unanswered,
  turn: Turn,
  { knowledge }: Ports,
  probability: number,
): StepResult {
  const { answerWordings: words, replacedSince } = knowledge;
  const citations: readonly Citation[] = passages.map((passage, index) => citationOf(passage, index + 1));
  const endedBy = new Map(passages.map(({ hit }, index) => [index + 1, hit.version.endedBy]));
  const sources = citations.length === 0 ? "" : sourceList(citations, words, replacedSince, turn.asOf, endedBy);
  const [first] = passages;
  const quote = first && quotedAs !== null ? `${quotedAs}[1]：\n${first.lines.map((line) => line.trim()).join("\n")}` : "";
  const there = turn.asked?.elsewhere ?? null;
  const choices = offerChoices(words, there !== null);
  const offer = there ? fillIn(words.offerHere, { place: there.text }) : words.offerRequest;
  const said = reply({
    kind: "offer",
    outcome,
    route: turn.route ?? "question",
    text: [lead, quote, offer, sources].filter((part) => part !== "").join("\n\n"),
    citations,
    confidence: probability,
    choices,
  });
  return { kind: "reply", status: outcome, reply: said, dialog: { ...turn.dialog, choices, unanswered: turn.maskedText } };
}
