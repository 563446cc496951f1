import { toSimplified } from "../../text/traditional.js";
import type { Step } from "../step.js";

/** Whether a questionnaire fits what is asked: of here and today, for that is what it computes. */
export const fitFlow: Step = {
  name: "fit_flow",
  async run(turn, { eligibility }) {
    const { asked } = turn;
    if (asked !== null && (asked.elsewhere !== null || asked.date !== null))
      return { kind: "continue", status: "not_here_and_today", turn };
    const flow = await eligibility.fitting(turn.completed ?? toSimplified(turn.maskedText), turn);
    return { kind: "continue", status: flow?.id ?? "none", turn: { ...turn, fitting: flow?.id ?? null } };
  },
};
