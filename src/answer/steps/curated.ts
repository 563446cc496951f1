import { hasOwnLaw } from "../../domain/place.js";
import { reply } from "../../domain/reply.js";
import { notesOn } from "../compose/notes.js";
import { replyText } from "../curated/reply-text.js";
import { guardReply } from "../guards/guard-reply.js";
import type { Step } from "../step.js";

/** Says the answer that staff reviewed, when the question is surely a reviewed one and all that is cited holds there and then. */
export const curated: Step = {
  name: "curated",
  async run(turn, { curated: answers, knowledge, retrieval }) {
    if (hasOwnLaw(turn.place)) return { kind: "continue", status: "none", turn };
    const found = await answers.find(turn.query, turn);
    if (!found) return { kind: "continue", status: "none", turn };
    const { answer, citations, versions, probability } = found;
    const { office, answerWordings } = knowledge;
    const notes = turn.asked ? [notesOn(turn.asked, versions, answerWordings, retrieval)] : [];
    const text = replyText(answer.answer, citations, notes, turn.asOf, knowledge);
    const own = [turn.text, office.telephone, office.hours, office.hotline];
    const [finding] = guardReply(text, citations, retrieval.documentText, own, answerWordings.sources);
    if (finding) return { kind: "continue", status: `answer ${answer.id}: ${finding.rule}`, turn };
    return {
      kind: "reply",
      status: `answer ${answer.id}`,
      reply: reply({ kind: "answer", outcome: "answered", route: turn.route ?? "question", text, citations, confidence: probability }),
      dialog: { ...turn.dialog, choices: [], unanswered: null },
      curated: answer.id,
    };
  },
};
