import type { ForceStatus } from "../../domain/document.js";
import type { Outcome } from "../../domain/reply.js";
import type { RequestState } from "../../domain/request.js";

/** How a thing looks: done, waiting, needing a look, neither. */
export type Tone = "good" | "wait" | "bad" | "plain";

const outcomeTones: Readonly<Record<Outcome, Tone>> = {
  answered: "good",
  answered_partly: "good",
  unanswered_no_source: "bad",
  unanswered_out_of_place: "bad",
  unanswered_not_in_force: "bad",
  clarifying: "wait",
  draft_open: "wait",
  request_filed: "good",
  status_given: "good",
  status_not_found: "plain",
  handed_over: "wait",
  not_a_question: "plain",
  refused: "plain",
  failed: "bad",
};

const stateTones: Readonly<Record<RequestState, Tone>> = {
  draft: "plain",
  submitted: "wait",
  confirmed: "wait",
  in_correction: "wait",
  suspended: "wait",
  in_progress: "wait",
  extended: "wait",
  decided: "good",
  closed: "good",
  reopened: "bad",
  abandoned: "plain",
  withdrawn: "plain",
  cancelled: "plain",
};

const forceTones: Readonly<Record<ForceStatus, Tone>> = { in_force: "good", repealed: "bad", superseded: "bad", not_yet: "wait" };

export function Badge({ tone, text }: { readonly tone: Tone; readonly text: string }) {
  return <span class={`badge ${tone}`}>{text}</span>;
}

export const toneOfOutcome = (outcome: Outcome): Tone => outcomeTones[outcome];
export const toneOfState = (state: RequestState): Tone => stateTones[state];
export const toneOfForce = (status: ForceStatus): Tone => forceTones[status];
