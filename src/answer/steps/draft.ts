import { type Route, reply } from "../../domain/reply.js";
import type { RequestType } from "../../domain/request.js";
import { fillIn } from "../../text/fill.js";
import { offerBothWays } from "../application/both-ways.js";
import { beginApplication } from "../application/collect.js";
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

const reported: ReadonlySet<RequestType> = new Set(["complaint", "help", "report", "petition"]);

/** A complaint, a request for help or for disclosure … becomes a draft that the resident completes and confirms. */
export const draft: ImmediateStep = {
  name: "draft",
  run(turn, ports) {
    const type = turn.route === null ? undefined : drafted[turn.route];
    if (type === undefined) return { kind: "continue", status: "no_request", turn };
    if (ports.knowledge.requestWordings.understands.bareMatter.some((pattern) => pattern.test(turn.text)))
      return askMatter(turn, type, ports);
    const { requestWordings: words } = ports.knowledge;
    const left = turn.dialog.draft;
    const disclosure = disclosureOf(turn, type, ports);
    if (disclosure !== null) return disclosure;
    const opened = openDraft(orderFrom(type, turn.text, ports));
    const notes = [
      ...(opened.order.urgent ? [words.urgent] : []),
      ...(left?.order.type === "disclosure" ? [ports.knowledge.application.shelved] : []),
      ...(left && left.order.type !== "disclosure" ? [fillIn(words.replaced, { matter: matterText(left.order.description) })] : []),
    ];
    const dialog = left?.order.type === "disclosure" ? { ...turn.dialog, shelved: left } : turn.dialog;
    const shown = showDraft(opened, dialog, ports, notes.length > 0 ? { before: notes.join("\n\n") } : {});
    return { kind: "reply", status: `waits_for_${opened.waitsFor}`, ...shown };
  },
};

/** A request for disclosure, or something that calls itself one: both ways are offered where it sounds like something else. */
function disclosureOf(turn: Turn, type: RequestType, ports: Ports): StepResult | null {
  const callsItself = ports.knowledge.requestWordings.understands.disclosure.some((pattern) => pattern.test(turn.text));
  if (type !== "disclosure" && !(callsItself && reported.has(type))) return null;
  const order = orderFrom("disclosure", turn.text, ports);
  if (type !== "disclosure")
    return { kind: "reply", status: "both_ways", ...offerBothWays(order, "disguised_petition", null, turn.dialog, ports) };
  const published = ports.requests.publishedAlready(turn.text);
  if (published !== null)
    return { kind: "reply", status: "already_public", ...offerBothWays(order, "already_public", published, turn.dialog, ports) };
  return { kind: "reply", status: "application_begun", ...beginApplication(order, turn.dialog, ports) };
}

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
