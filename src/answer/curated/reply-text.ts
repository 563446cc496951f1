import type { PlainDate } from "../../domain/plain-date.js";
import type { Citation } from "../../domain/reply.js";
import type { Knowledge } from "../../knowledge/index.js";
import { sourceList } from "../compose/sources.js";

/** A curated answer as residents read it: notes on the day and the place it is given for, the answer, the list of sources. */
export function replyText(
  answer: string,
  citations: readonly Citation[],
  notes: readonly string[],
  asOf: PlainDate,
  { answerWordings, replacedSince }: Pick<Knowledge, "answerWordings" | "replacedSince">,
): string {
  const parts = [notes.filter((note) => note !== "").join("\n"), answer, sourceList(citations, answerWordings, replacedSince, asOf)];
  return parts.filter((part) => part !== "").join("\n\n");
}
