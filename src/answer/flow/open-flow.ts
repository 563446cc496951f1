import type { Answers } from "../../eligibility/index.js";

/** A flow that a resident is going through. */
export type OpenFlow = {
  readonly id: string;
  /** Tells this run from others: what its buttons carry. */
  readonly run: string;
  /** By node; null for 不知道. */
  readonly answers: Answers;
  /** How often the present question was not understood. */
  readonly tries: number;
  /** True while something else was asked in the middle. */
  readonly paused: boolean;
};
