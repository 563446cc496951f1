import type { Choice } from "../domain/reply.js";
import type { AnswerWordings } from "../knowledge/answer-wordings.js";

/** What is offered when a question stays unanswered: a disclosure request with the question already in it, or a person. */
export const offered = { disclosure: "offer_disclosure", person: "offer_person" } as const;

export function offerChoices(words: AnswerWordings): readonly Choice[] {
  return [
    { id: offered.disclosure, label: words.choices.disclosure },
    { id: offered.person, label: words.choices.person },
  ];
}
