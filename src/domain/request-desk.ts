import type { PlainDate } from "./plain-date.js";
import type { RequestSummary } from "./reply.js";
import type { Category, Deadline, RequestNumber, RequestState, RequestType } from "./request.js";

/** A request as the resident confirmed it, not yet filed. */
export type RequestOrder = {
  readonly type: RequestType;
  readonly description: string;
  readonly location: string | null;
  readonly category: Category | null;
  /** True when the matter cannot wait: the limit is then in hours. */
  readonly urgent: boolean;
};

/** A filed request and the code for looking it up, which is shown once and stored only as a hash. */
export type FiledRequest = {
  readonly summary: RequestSummary;
  readonly code: string | null;
  /** Null when no working-day calendar covers the term: then the date is told later. */
  readonly deadline: Deadline | null;
};

export type RequestStatus = {
  readonly number: RequestNumber;
  readonly type: RequestType;
  readonly state: RequestState;
  readonly filedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly dueAt: string | null;
  readonly category: Category | null;
  readonly description: string;
};

/** Who asks for a request's state: with its code, or from the conversation that filed it. */
export type StatusProof = { readonly code: string } | { readonly conversationId: number };

/** What the pipeline and the web may ask of the requests; `requests/` keeps the promise. */
export type RequestDesk = {
  /** The category a description suggests, the next best two, and whether it cannot wait. */
  classify(description: string): {
    readonly category: Category | null;
    readonly alternatives: readonly Category[];
    readonly urgent: boolean;
  };
  /** Files it inside the caller's transaction: number, code, due date, first event. */
  file(order: RequestOrder, conversationId: number): FiledRequest;
  /** What `file` would give today, with `number: null` and `code: null`; writes nothing. */
  preview(order: RequestOrder): FiledRequest;
  /** Null for an unknown number and for a wrong proof alike. */
  find(number: string, proof: StatusProof): RequestStatus | null;
  /** The requests filed from a conversation, newest first. */
  ofConversation(conversationId: number): readonly RequestStatus[];
};
