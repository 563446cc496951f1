import type { AnswerWordings } from "../knowledge/answer-wordings.js";
import type { Hit } from "../retrieval/index.js";
import { fillIn } from "../text/fill.js";
import type { Passage } from "./compose/passage.js";
import { relevantLines } from "./compose/relevant-lines.js";
import type { Ports, Turn } from "./step.js";
import type { Unanswered } from "./unanswered.js";

const quotedAtMost = 260;

/** What was found may be related and is no answer: it is pointed at. */
export function onlyRelated(hits: readonly Hit[], turn: Turn, { knowledge }: Pick<Ports, "knowledge">): Unanswered {
  const { related, relatedText } = knowledge.answerWordings;
  const understood = understoodAs(turn, knowledge.answerWordings);
  const lead = understood === "" ? related : `${understood}\n${related}`;
  return { outcome: "unanswered_no_source", lead, passages: hits.slice(0, 2).map((hit) => passageOf(hit, turn)), quotedAs: relatedText };
}

/** Which other place or day the question was taken to be about; empty for here and today. */
export function understoodAs({ asked }: Turn, words: AnswerWordings): string {
  if (asked?.elsewhere) return fillIn(words.otherPlace.asked, { place: asked.elsewhere.text });
  return asked?.date ? fillIn(words.otherDay.asked, { date: asked.date.text }) : "";
}

/** A hit with its lines that matter for the question. */
export function passageOf(hit: Hit, turn: Turn): Passage {
  return { hit, lines: relevantLines(hit.chunk.text, turn.query, quotedAtMost) };
}
