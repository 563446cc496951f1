import { resolveChoice, routeChoice } from "../choices.js";
import type { ImmediateStep } from "../step.js";

/** The resident said by a button what kind of message the last one was: it is gone through once more as that kind. */
export const chosen: ImmediateStep = {
  name: "chosen",
  run(turn) {
    const { undecided } = turn.dialog;
    const choice = resolveChoice(turn);
    const routes = {
      [routeChoice.question]: "question",
      [routeChoice.disclosure]: "disclosure",
      [routeChoice.report]: undecided?.report,
    } as const;
    const route = choice === null ? undefined : routes[choice as keyof typeof routes];
    if (undecided === null || route === undefined) return { kind: "continue", status: "none", turn };
    const dialog = { ...turn.dialog, undecided: null, choices: [] };
    return { kind: "continue", status: route, turn: { ...turn, text: undecided.text, choice: null, chosen: route, dialog } };
  },
};
