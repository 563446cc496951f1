import type { Citation } from "../../domain/reply.js";
import type { Ports, Turn } from "../step.js";
import { notesOn, replacedNote } from "./notes.js";
import type { Passage } from "./passage.js";

/** All that is said before an answer from these passages: for which day and place it is, and that a newer text is not collected. */
export function notesBefore(
  { asked, asOf }: Pick<Turn, "asked" | "asOf">,
  passages: readonly Passage[],
  citations: readonly Citation[],
  { knowledge, retrieval }: Pick<Ports, "knowledge" | "retrieval">,
): string {
  const versions = passages.map(({ hit }) => hit.version);
  const words = knowledge.answerWordings;
  return [asked ? notesOn(asked, versions, words, retrieval) : "", replacedNote(citations, knowledge.replacedSince, asOf, words)]
    .filter((note) => note !== "")
    .join("\n");
}
