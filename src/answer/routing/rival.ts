import type { Route } from "../../domain/reply.js";
import { type Choice, reply } from "../../domain/reply.js";
import { routeChoice } from "../choices.js";
import { classifyRoute } from "../classify-route.js";
import type { Said } from "../dialog.js";
import type { Ports, Turn } from "../step.js";

/** A kind of message as the resident is asked about it. */
export type Asked = keyof typeof routeChoice;

const reported: ReadonlySet<Route> = new Set(["complaint", "help", "suggestion", "report", "petition"]);

/** Question, report or request for disclosure; null for what is never asked about. */
export function askedAs(route: Route): Asked | null {
  if (route === "question" || route === "disclosure") return route;
  return reported.has(route) ? "report" : null;
}

/** What is asked between two kinds, and its buttons, the likelier first. */
export function questionBetween(
  one: Asked,
  other: Asked,
  { knowledge }: Pick<Ports, "knowledge">,
): { readonly text: string; readonly choices: readonly Choice[] } {
  const words = knowledge.conversation.clarify;
  const pair = new Set([one, other]);
  const text = !pair.has("disclosure") ? words.question_report : pair.has("report") ? words.report_disclosure : words.question_disclosure;
  return { text, choices: [one, other].map((asked) => ({ id: routeChoice[asked], label: words.choices[asked] })) };
}

/** A question that may be a report as well: the other way stands below its answer, and where none was found it is asked which is meant. */
export function withRival(turn: Turn, said: Said, ports: Ports): Said {
  const other = turn.rival === null ? null : askedAs(turn.rival);
  if (turn.rival === null || other === null || said.reply.route !== "question") return said;
  const { text, choices } = questionBetween("question", other, ports);
  const undecided = { text: turn.text, report: other === "report" ? turn.rival : "complaint" } as const;
  if (said.reply.kind === "answer") {
    const below = [...said.reply.choices, ...choices.filter(({ id }) => id !== routeChoice.question)];
    return { reply: { ...said.reply, choices: below }, dialog: { ...said.dialog, choices: below, undecided } };
  }
  // what stays unanswered is offered as a request for disclosure anyway, with the question in it
  if (other === "disclosure") return said;
  const { unclear } = classifyRoute(turn.text, ports.knowledge.routing);
  const says = unclear < ports.knowledge.routing.thresholds.unclear && said.reply.citations.length > 0;
  if (said.reply.outcome !== "unanswered_no_source" || says) return said;
  const asks = reply({ kind: "clarify", outcome: "clarifying", route: "question", text, choices });
  return { reply: asks, dialog: { ...said.dialog, choices, undecided } };
}
