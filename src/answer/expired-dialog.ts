import type { DialogRules } from "../knowledge/dialog-rules.js";
import { type DialogState, emptyDialog } from "./dialog.js";

const hourMs = 3_600_000;

/**
 * A dialog without what it has kept for too long.
 * @param silentMs milliseconds since the last word in it
 */
export function withoutExpired(dialog: DialogState, silentMs: number, { hours }: Pick<DialogRules, "hours">): DialogState {
  const kept = <Part extends keyof DialogState>(part: Part): DialogState[Part] =>
    silentMs > hours[part] * hourMs ? emptyDialog[part] : dialog[part];
  return {
    draft: kept("draft"),
    shelved: kept("shelved"),
    flow: kept("flow"),
    choices: kept("choices"),
    unanswered: kept("unanswered"),
    topic: kept("topic"),
    undecided: kept("undecided"),
    listed: kept("listed"),
  };
}
