import type { Reply, TraceEntry } from "../domain/reply.js";
import { reply } from "../domain/reply.js";
import type { DialogState, Said } from "./dialog.js";
import { withFlowChoices } from "./flow/flow-choices.js";
import { withTopic } from "./follow-up/keep-topic.js";
import type { Deed } from "./perform.js";
import { withDraftBeside } from "./routing/draft-beside.js";
import { withRival } from "./routing/rival.js";
import type { Ports, Step, Turn } from "./step.js";

/** How a message ended: with a reply, or with a deed that is done together with storing its reply. */
export type Ending = { readonly turn: Turn; readonly dialog: DialogState; readonly trace: readonly TraceEntry[] } & (
  | { readonly kind: "reply"; readonly reply: Reply; readonly curated?: number }
  | { readonly kind: "deed"; readonly deed: Deed }
);

/** Runs the steps until one ends the matter; measures them, and turns an unforeseen error into an apology that is traced. */
export async function runPipeline(pipeline: readonly Step[], start: Turn, ports: Ports): Promise<Ending> {
  const trace: TraceEntry[] = [];
  let turn = start;
  for (const step of pipeline) {
    const begun = performance.now();
    const note = (status: string) => trace.push({ step: step.name, ms: Math.round((performance.now() - begun) * 1000) / 1000, status });
    try {
      const result = await step.run(turn, ports);
      note(result.status);
      if (result.kind === "continue") turn = result.turn;
      else {
        const known = "masked" in result && result.masked !== undefined ? { ...turn, maskedText: result.masked } : turn;
        if (result.kind === "reply") {
          const said = step.name === "flow" ? result : inItsDialog(known, result, ports);
          const { curated } = result;
          return {
            kind: "reply",
            turn: known,
            reply: said.reply,
            dialog: said.dialog,
            trace,
            ...(curated === undefined ? {} : { curated }),
          };
        }
        return { kind: "deed", turn: known, deed: result, dialog: result.dialog, trace };
      }
    } catch (cause) {
      note(`failed: ${cause instanceof Error ? cause.name : "unknown"}`);
      return { kind: "reply", turn, reply: apology(turn, ports), dialog: turn.dialog, trace };
    }
  }
  return { kind: "reply", turn, reply: apology(turn, ports), dialog: turn.dialog, trace };
}

/** A step's reply with what the dialog adds: a questionnaire that fits, the other kind it may be, what it was understood as, a draft beside it. */
function inItsDialog(turn: Turn, said: Said, ports: Ports): Said {
  const offered = withFlowChoices(turn, said, ports);
  const asked = withRival(turn, offered, ports);
  return withDraftBeside(turn, withTopic(turn, asked, ports), ports);
}

/** What goes out when something broke: the message is logged as failed and staff see it. */
export function apology(turn: Pick<Turn, "route">, { knowledge }: Pick<Ports, "knowledge">): Reply {
  return reply({ kind: "offer", outcome: "failed", route: turn.route ?? "question", text: knowledge.answerWordings.failed });
}
