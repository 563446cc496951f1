import { reply } from "../../domain/reply.js";
import { composeExtractive } from "../compose/extractive.js";
import { notesOn, replacedNote } from "../compose/notes.js";
import type { ImmediateStep } from "../step.js";

/** Makes the answer from the passages' own words. */
export const compose: ImmediateStep = {
  name: "compose",
  run(turn, { knowledge, retrieval }) {
    const composed = composeExtractive(turn.hits, { question: turn.query, place: turn.place, asOf: turn.asOf, knowledge, retrieval });
    if (!composed) return { kind: "continue", status: "nothing", turn };
    const versions = composed.passages.map(({ hit }) => hit.version);
    const words = knowledge.answerWordings;
    const notes = [
      turn.asked ? notesOn(turn.asked, versions, words, retrieval) : "",
      replacedNote(composed.citations, knowledge.replacedSince, turn.asOf, words),
    ]
      .filter((note) => note !== "")
      .join("\n");
    const draft = reply({
      kind: "answer",
      outcome: "answered",
      route: turn.route ?? "question",
      text: notes === "" ? composed.text : `${notes}\n\n${composed.text}`,
      citations: composed.citations,
      confidence: turn.answerability ?? 0,
    });
    return { kind: "continue", status: "extractive", turn: { ...turn, draft } };
  },
};
