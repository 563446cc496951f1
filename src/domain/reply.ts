import type { ForceStatus } from "./document.js";
import type { PlainDate } from "./plain-date.js";
import type { Category, RequestNumber, RequestState, RequestType } from "./request.js";

export const replyKinds = [
  "answer",
  "clarify",
  "flow",
  "offer",
  "request",
  "status",
  "refusal",
  "smalltalk",
  "emergency",
  "handover",
] as const;
export type ReplyKind = (typeof replyKinds)[number];

export const outcomes = [
  "answered",
  "answered_partly",
  "unanswered_no_source",
  "unanswered_out_of_place",
  "unanswered_not_in_force",
  "clarifying",
  "draft_open",
  "request_filed",
  "status_given",
  "status_not_found",
  "handed_over",
  "not_a_question",
  "refused",
  "failed",
] as const;
export type Outcome = (typeof outcomes)[number];

export const routes = [
  "question",
  "disclosure",
  "complaint",
  "help",
  "suggestion",
  "report",
  "petition",
  "status",
  "smalltalk",
  "handover",
  "emergency",
  "attack",
  "out_of_scope",
] as const;
export type Route = (typeof routes)[number];

/** A source of a reply. `quote` is verbatim in its document. */
export type Citation = {
  readonly n: number;
  readonly document: string;
  readonly article: string | null;
  readonly path: string | null;
  readonly url: string | null;
  readonly quote: string;
  readonly effectiveFrom: PlainDate | null;
  readonly status: ForceStatus;
  /** The articles that the cited passage itself names; at most three. */
  readonly basis: readonly { readonly document: string; readonly article: string }[];
};

export type Choice = { readonly id: string; readonly label: string };

/** The request that a reply opened, filed or told of. */
export type RequestSummary = {
  readonly number: RequestNumber | null;
  readonly type: RequestType;
  readonly state: RequestState;
  readonly dueOn: PlainDate | null;
  readonly dueAt: string | null;
  readonly category: Category | null;
};

export type TraceEntry = { readonly step: string; readonly ms: number; readonly status: string };

/** What a resident gets, the same through every channel. */
export type Reply = {
  readonly kind: ReplyKind;
  readonly outcome: Outcome;
  readonly route: Route;
  readonly text: string;
  readonly citations: readonly Citation[];
  /** The probability that the right article is cited. */
  readonly confidence: number;
  readonly choices: readonly Choice[];
  readonly request: RequestSummary | null;
  /** True when an LLM wrote the text: the channel then shows 内容由AI生成. */
  readonly generated: boolean;
  readonly trace: readonly TraceEntry[];
};

/** A reply before the runner adds its trace: what a step says, the rest at its usual value. */
export function reply(given: Pick<Reply, "kind" | "outcome" | "route" | "text"> & Partial<Reply>): Reply {
  return { citations: [], confidence: 0, choices: [], request: null, generated: false, trace: [], ...given };
}
