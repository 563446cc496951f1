import type { Reply } from "../../domain/reply.js";
import { notesBefore } from "../compose/notes-before.js";
import { composeGenerated } from "../generated/compose-generated.js";
import { sourcesFor } from "../generated/sources.js";
import { type Written, writeAnswer } from "../generated/write-answer.js";
import { guardDraft } from "../guards/guard-draft.js";
import { onlyRelated } from "../only-related.js";
import type { Ports, Step, Turn } from "../step.js";
import { unanswered } from "../unanswered.js";

/** Has a model say in plain words what the quotes say. Whatever fails, the quotes stay the answer; the status tells why. */
export const generate: Step = {
  name: "generate",
  async run(turn, ports) {
    const { chatModel } = ports;
    const { draft } = turn;
    const stays = (why: string) => ({ kind: "continue" as const, status: why, turn });
    if (chatModel === null) return stays("off");
    if (draft === null || (draft.outcome !== "answered" && draft.outcome !== "answered_partly")) return stays("no_draft");
    const sources = sourcesFor(turn.passages, turn.hits, turn.query);
    // a note goes before the first sentence, and which one is known at the end
    const mayShowSooner = notesBefore(turn, turn.passages, draft.citations, ports) === "";
    const written = await writeAnswer(turn, sources, { ...ports, chatModel, onSentence: mayShowSooner ? ports.onSentence : null });
    if (written.kind === "none") return unanswered(onlyRelated(turn.hits, turn, ports), turn, ports, turn.answerability ?? 0);
    if (written.kind === "nothing") return stays(`extractive: ${written.why}`);
    const generated = replyFrom(written, draft, turn, sources, ports);
    const [finding] = guardDraft(generated, turn, ports);
    if (finding) return stays(`extractive: ${finding.rule}`);
    const status = `generated: ${written.completeness}${written.repaired ? ", repaired" : ""}`;
    return { kind: "continue", status, turn: { ...turn, draft: generated } };
  },
};

function replyFrom(
  { completeness, statements }: Extract<Written, { kind: "written" }>,
  draft: Reply,
  turn: Turn,
  sources: ReturnType<typeof sourcesFor>,
  ports: Ports,
): Reply {
  const { text, used, citations } = composeGenerated(statements, sources, turn.asOf, ports.knowledge);
  const notes = notesBefore(
    turn,
    used.map(({ passage }) => passage),
    citations,
    ports,
  );
  const isPartly = completeness === "partial" || draft.outcome === "answered_partly";
  const parts = [notes, text, isPartly ? ports.knowledge.answerWordings.partly : ""].filter((part) => part !== "");
  return { ...draft, outcome: isPartly ? "answered_partly" : "answered", text: parts.join("\n\n"), citations, generated: true };
}
