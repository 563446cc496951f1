import type { Outcome } from "../../domain/reply.js";
import { fillIn } from "../../text/fill.js";
import { toSimplified } from "../../text/traditional.js";
import type { Said } from "../dialog.js";
import type { Ports, Turn } from "../step.js";

const aboutQuestion: ReadonlySet<Outcome> = new Set([
  "answered",
  "clarifying",
  "answered_partly",
  "unanswered_no_source",
  "unanswered_out_of_place",
  "unanswered_not_in_force",
]);
const longest = 1_000;

/** The reply with what a follow-up was understood as, small above it; and the dialog with the question that the next one may lean on. */
export function withTopic(turn: Turn, { reply, dialog }: Said, { knowledge }: Ports): Said {
  if (reply.route !== "question" || !aboutQuestion.has(reply.outcome)) return { reply, dialog };
  const { understood, kept } = knowledge.followUps;
  const question = turn.completed ?? toSimplified(turn.maskedText);
  const topic = { question: cutBack(withoutMasks(question), kept) };
  if (turn.completed === null) return { reply, dialog: { ...dialog, topic } };
  const text = `${fillIn(understood, { question: turn.completed })}\n\n${reply.text}`;
  return { reply: text.length <= longest ? { ...reply, text } : reply, dialog: { ...dialog, topic } };
}

/** A question that was added to again and again, back to the matter that it began with. */
function cutBack(question: string, length: number): string {
  const parts = question.split(/(?<=[，,。？?；;])/u);
  let left = parts.shift() ?? question;
  for (const part of parts) {
    if (left.length + part.length > length) break;
    left += part;
  }
  return left;
}

/** Without the parts in which personal data was masked: who somebody is, is no part of what is asked. */
function withoutMasks(question: string): string {
  const rest = question
    .split(/(?<=[，,。；;\s])/u)
    .filter((part) => !part.includes("〔"))
    .join("");
  return /\p{Script=Han}{2}/u.test(rest) ? rest : question;
}
