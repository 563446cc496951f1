import type { Route } from "../../domain/reply.js";
import { reply } from "../../domain/reply.js";
import type { RequestType } from "../../domain/request.js";
import { classifyRoute } from "../classify-route.js";
import { draftSummary, orderFrom } from "../draft-reply.js";
import { askedAs, questionBetween } from "../routing/rival.js";
import type { ImmediateStep, StepResult } from "../step.js";

/** Two kinds of messages are as likely: nothing is drafted by a guess. A question is looked up first, since its answer harms nobody. */
export const clarify: ImmediateStep = {
  name: "clarify",
  run(turn, ports): StepResult {
    if (turn.chosen !== null || turn.completed !== null) return { kind: "continue", status: "plain", turn };
    const { routing } = ports.knowledge;
    const { route, rival: second, unclear } = classifyRoute(turn.text, routing);
    const rival: Route | null = second ?? (unclear >= routing.thresholds.unclear ? "complaint" : null);
    const one = askedAs(route);
    const other = rival === null ? null : askedAs(rival);
    if (rival === null || one === null || other === null || one === other) return { kind: "continue", status: "plain", turn };
    if (one === "question" && (second === null || routing.twoIntents.asks.test(turn.text)))
      return { kind: "continue", status: `or_${rival}`, turn: { ...turn, rival } };
    const { text, choices } = questionBetween(one, other, ports);
    const request = route === "question" ? null : draftSummary(orderFrom(route as RequestType, turn.text, ports), ports);
    const undecided = { text: turn.text, report: one === "report" ? route : other === "report" ? rival : "complaint" } as const;
    return {
      kind: "reply",
      status: `${route}_or_${rival}`,
      reply: reply({ kind: "clarify", outcome: "clarifying", route, text, choices, request }),
      dialog: { ...turn.dialog, choices, undecided },
    };
  },
};
