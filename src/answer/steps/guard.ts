import { guardDraft } from "../guards/guard-draft.js";
import type { ImmediateStep } from "../step.js";

/** Lets a draft pass only when it keeps the promise; a draft that does not is dropped, and the last step says so. */
export const guard: ImmediateStep = {
  name: "guard",
  run(turn, ports) {
    if (!turn.draft) return { kind: "continue", status: "no_draft", turn };
    const [first] = guardDraft(turn.draft, turn, ports);
    if (first) return { kind: "continue", status: `${first.rule}: ${first.detail}`, turn: { ...turn, draft: null } };
    return { kind: "reply", status: "passed", reply: turn.draft, dialog: { ...turn.dialog, choices: [], unanswered: null } };
  },
};
