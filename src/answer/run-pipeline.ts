import type { Reply, TraceEntry } from "../domain/reply.js";
import { reply } from "../domain/reply.js";
import type { DialogState } from "./dialog.js";
import { withFlowChoices } from "./flow/flow-choices.js";
import type { Deed } from "./perform.js";
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
          const said = step.name === "flow" ? result : withFlowChoices(known, result, ports);
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

/** What goes out when something broke: the message is logged as failed and staff see it. */
export function apology(turn: Pick<Turn, "route">, { knowledge }: Pick<Ports, "knowledge">): Reply {
  return reply({ kind: "offer", outcome: "failed", route: turn.route ?? "question", text: knowledge.answerWordings.failed });
}
