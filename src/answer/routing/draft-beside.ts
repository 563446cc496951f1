import { fillIn } from "../../text/fill.js";
import { routeChoice } from "../choices.js";
import type { DialogState, Said } from "../dialog.js";
import type { Ports, Turn } from "../step.js";

const longest = 1_000;

/** The draft of the complaint with the answer to the question below it; where both are too long, the answer waits for its button. */
export function withDraftBeside({ beside }: Turn, said: Said, { knowledge }: Ports): Said {
  if (beside === null || said.reply.outcome === "failed") return said;
  const { alsoAsked, answerLater } = knowledge.answerWordings.beside;
  const { reply: draft, question } = beside;
  const dialog: DialogState = { ...beside.dialog, topic: said.dialog.topic };
  if (said.reply.kind !== "answer") return { reply: draft, dialog };
  const text = `${draft.text}\n\n${fillIn(alsoAsked, { question })}\n${said.reply.text}`;
  if (text.length <= longest)
    return { reply: { ...draft, text, citations: said.reply.citations, confidence: said.reply.confidence }, dialog };
  const choice = knowledge.conversation.clarify.choices.question;
  const choices = [...draft.choices, { id: routeChoice.question, label: choice }];
  const later = `${draft.text}\n\n${fillIn(answerLater, { question, choice })}`;
  return { reply: { ...draft, text: later, choices }, dialog: { ...dialog, choices, undecided: { text: question, report: "complaint" } } };
}
