import { type Route, reply } from "../../domain/reply.js";
import type { RequestType } from "../../domain/request.js";
import { fillIn } from "../../text/fill.js";
import { openDraft, orderFrom, showDraft } from "../draft-reply.js";
import { matterText } from "../request-text.js";
import type { ImmediateStep, Ports, StepResult, Turn } from "../step.js";

const drafted: Partial<Record<Route, RequestType>> = {
  disclosure: "disclosure",
  complaint: "complaint",
  help: "help",
  suggestion: "suggestion",
  report: "report",
  petition: "petition",
};

/** A complaint, a request for help or for disclosure … becomes a draft that the resident completes and confirms. */
export const draft: ImmediateStep = {
  name: "draft",
  run(turn, ports) {
    const type = turn.route === null ? undefined : drafted[turn.route];
    if (type === undefined) return { kind: "continue", status: "no_request", turn };
    if (ports.knowledge.requestWordings.understands.bareMatter.some((pattern) => pattern.test(turn.text)))
      return askMatter(turn, type, ports);
    const opened = openDraft(orderFrom(type, turn.text, ports));
    const { requestWordings: words } = ports.knowledge;
    const left = turn.dialog.draft;
    const notes = [
      ...(opened.order.urgent ? [words.urgent] : []),
      ...(left ? [fillIn(words.replaced, { matter: matterText(left.order.description) })] : []),
    ];
    const shown = showDraft(opened, turn.dialog, ports, notes.length > 0 ? { before: notes.join("\n\n") } : {});
    return { kind: "reply", status: `waits_for_${opened.waitsFor}`, ...shown };
  },
};

/** 我要投诉 and nothing else: there is nothing yet to file. */
function askMatter(turn: Turn, type: RequestType, { knowledge }: Ports): StepResult {
  const request = { number: null, type, state: "draft" as const, dueOn: null, dueAt: null, category: null };
  const said = reply({
    kind: "clarify",
    outcome: "clarifying",
    route: turn.route ?? "question",
    text: knowledge.requestWordings.askMatter,
    request,
  });
  return { kind: "reply", status: "asks_matter", reply: said, dialog: { ...turn.dialog, choices: [] } };
}
