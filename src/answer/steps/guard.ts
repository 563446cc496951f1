import { guardReply } from "../guards/guard-reply.js";
import type { ImmediateStep } from "../step.js";

/** Lets a draft pass only when it keeps the promise; a draft that does not is dropped, and the last step says so. */
export const guard: ImmediateStep = {
  name: "guard",
  run(turn, ports) {
    if (!turn.draft) return { kind: "continue", status: "no_draft", turn };
    const { office, answerWordings } = ports.knowledge;
    const own = [turn.text, turn.completed ?? "", office.telephone, office.hours, office.hotline];
    const findings = guardReply(turn.draft.text, turn.draft.citations, ports.retrieval.documentText, own, answerWordings.sources);
    const [first] = findings;
    if (first) return { kind: "continue", status: `${first.rule}: ${first.detail}`, turn: { ...turn, draft: null } };
    return { kind: "reply", status: "passed", reply: turn.draft, dialog: { ...turn.dialog, choices: [], unanswered: null } };
  },
};
