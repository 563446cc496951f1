import type { Route } from "../../domain/reply.js";
import { resolveChoice, routeChoice } from "../choices.js";
import { classifyRoute } from "../classify-route.js";
import { askedAs } from "../routing/rival.js";
import type { ImmediateStep, Ports, StepResult, Turn } from "../step.js";

/** The resident said what kind of message the last one was, by a button or by going on telling: it is gone through once more as that kind. */
export const chosen: ImmediateStep = {
  name: "chosen",
  run(turn, { knowledge }) {
    const { undecided } = turn.dialog;
    if (undecided === null) return { kind: "continue", status: "none", turn };
    const choice = resolveChoice(turn);
    const routes = {
      [routeChoice.question]: "question",
      [routeChoice.disclosure]: "disclosure",
      [routeChoice.report]: undecided.report,
    } as const;
    const route = choice === null ? undefined : routes[choice as keyof typeof routes];
    if (route !== undefined) return again(turn, undecided.text, route);
    const told = `${undecided.text}，${turn.text}`;
    const reported = choice === null && turn.choice === null ? reportIn(told, turn.text, knowledge) : null;
    return reported === null ? { kind: "continue", status: "none", turn } : again(turn, told, reported);
  },
};

/** 路灯, then 坏了三天了: together they plainly report something, and what was added asks nothing. */
function reportIn(told: string, added: string, { routing, followUps }: Ports["knowledge"]): Route | null {
  if ([...added].length > followUps.longest || followUps.asks.test(added)) return null;
  const alone = classifyRoute(added, routing);
  if (alone.confidence >= routing.thresholds.aside && askedAs(alone.route) !== "report") return null;
  const { route, confidence } = classifyRoute(told, routing);
  return askedAs(route) === "report" && confidence >= routing.thresholds.aside ? route : null;
}

function again(turn: Turn, text: string, route: Route): StepResult {
  const dialog = { ...turn.dialog, undecided: null, choices: [] };
  return { kind: "continue", status: route, turn: { ...turn, text, choice: null, chosen: route, dialog } };
}
