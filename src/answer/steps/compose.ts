import { reply } from "../../domain/reply.js";
import { composeExtractive } from "../compose/extractive.js";
import { notesBefore } from "../compose/notes-before.js";
import type { ImmediateStep } from "../step.js";

/** Makes the answer from the passages' own words. */
export const compose: ImmediateStep = {
  name: "compose",
  run(turn, ports) {
    const { knowledge, retrieval } = ports;
    const composed = composeExtractive(turn.hits, { question: turn.query, place: turn.place, asOf: turn.asOf, knowledge, retrieval });
    if (!composed) return { kind: "continue", status: "nothing", turn };
    const { text, citations, passages } = composed;
    const notes = notesBefore(turn, passages, citations, ports);
    const draft = reply({
      kind: "answer",
      outcome: "answered",
      route: turn.route ?? "question",
      text: notes === "" ? text : `${notes}\n\n${text}`,
      citations,
      confidence: turn.answerability ?? 0,
    });
    return { kind: "continue", status: "extractive", turn: { ...turn, passages, draft } };
  },
};
