import type { Choice } from "../domain/reply.js";
import type { AnswerWordings } from "../knowledge/answer-wordings.js";

/** What is offered when a question stays unanswered: a disclosure request with the question already in it, a person, or word when it is published. */
export const offered = { disclosure: "offer_disclosure", person: "offer_person", watch: "offer_watch" } as const;

/** @param isElsewhere another office has what is asked for: ours can only be talked to */
export function offerChoices(words: AnswerWordings, isElsewhere = false): readonly Choice[] {
  const person = { id: offered.person, label: words.choices.person };
  if (isElsewhere) return [person];
  return [{ id: offered.disclosure, label: words.choices.disclosure }, person, { id: offered.watch, label: words.choices.watch }];
}
