import type { DisclosureApplication } from "./disclosure-application.js";
import type { PlainDate } from "./plain-date.js";
import type { RequestSummary } from "./reply.js";
import type { Category, Deadline, FilingChannel, RequestNumber, RequestState, RequestType } from "./request.js";

/** A request as the resident confirmed it, not yet filed. */
export type RequestOrder = {
  readonly type: RequestType;
  readonly description: string;
  readonly location: string | null;
  readonly category: Category | null;
  /** True when the matter cannot wait: the limit is then in hours. */
  readonly urgent: boolean;
  /** Who applies and how the answer is wanted: of a disclosure request, once it is complete. */
  readonly application?: DisclosureApplication;
  /** The resident was told that it sounds like a complaint and insisted on disclosure: staff are told so. */
  readonly insisted?: true;
};

/** How an order came in: from a conversation, or on paper on some day and written down by a staff member. */
export type Filing =
  | { readonly conversationId: number }
  | {
      readonly conversationId: number;
      readonly by: string;
      readonly channel: FilingChannel;
      readonly receivedOn: PlainDate /** A petition that another organ sent here (信访工作条例 Art. 23). */;
      readonly transferred?: boolean;
    };

/** A filed request and the code for looking it up, which is shown once and stored only as a hash. */
export type FiledRequest = {
  readonly summary: RequestSummary;
  readonly code: string | null;
  /** Null when no working-day calendar covers the term: then the date is told later. */
  readonly deadline: Deadline | null;
  /** By when the office confirms that it has the request, where the law counts from that day (政府信息公开条例 Art. 31); else null. */
  readonly confirmBy: PlainDate | null;
};

/** What a resident reads of a request: its description masked. */
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

/** What a number and a proof lead to. `unknown` for a number that nobody has and for a wrong proof alike; `locked` after five wrong codes. */
export type StatusFound =
  | { readonly kind: "found"; readonly status: RequestStatus }
  /** A number without its prefix that several of the conversation's requests have. */
  | { readonly kind: "several"; readonly statuses: readonly RequestStatus[] }
  | { readonly kind: "unknown" }
  | { readonly kind: "locked" };

/** What a resident may do to a request of theirs that is filed already. */
export type ResidentAct =
  | { readonly act: "withdraw" }
  | { readonly act: "urge" }
  | { readonly act: "add"; readonly text: string }
  | { readonly act: "correct_place"; readonly location: string }
  /** The applicant's new telephone or address; the element as it was read. */
  | { readonly act: "correct_contact"; readonly contact: string }
  | { readonly act: "solved" }
  | { readonly act: "not_solved"; readonly text: string };

/** How an act of a resident ended; `refused` says why in words for the resident. */
export type ResidentActed =
  | { readonly kind: "done"; readonly status: RequestStatus }
  | { readonly kind: "refused"; readonly why: "not_allowed" | "urged_today" };

/** An open request of somebody else about what seems to be the same thing at the same place. */
export type NearbyReport = {
  readonly number: RequestNumber;
  readonly filedOn: PlainDate;
  readonly location: string;
  readonly matter: string;
};

/** What the pipeline and the web may ask of the requests; `requests/` keeps the promise. */
export type RequestDesk = {
  /** The category a description suggests, the next best two, and whether it cannot wait. */
  classify(description: string): {
    readonly category: Category | null;
    readonly alternatives: readonly Category[];
    readonly urgent: boolean;
  };
  /** Files it inside the caller's transaction: number, code, due date, first event; personal data sealed. */
  file(order: RequestOrder, filing: Filing): FiledRequest;
  /** What `file` would give today, with `number: null` and `code: null`; writes nothing. */
  preview(order: RequestOrder): FiledRequest;
  /** Finds a request, and counts a wrong code. */
  find(number: string, proof: StatusProof): StatusFound;
  /** The requests filed from a conversation, newest first. */
  ofConversation(conversationId: number): readonly RequestStatus[];
  /** Does what a resident asks for, inside the caller's transaction. The caller has proven who asks. */
  act(number: RequestNumber, act: ResidentAct): ResidentActed;
  /** The title of a published document that says what a disclosure request describes (政府信息公开条例 Art. 36(1)), or null. */
  publishedAlready(description: string): string | null;
  /** Open reports of the same thing near the place of an order, newest first, at most three. */
  nearby(order: RequestOrder): readonly NearbyReport[];
  /** Lets a conversation hear of somebody else's request; false when it is not open any more. */
  follow(number: RequestNumber, conversationId: number): boolean;
};

/** What the office keeps of who talks in a conversation, to be shown to them (个人信息保护法 Art. 45). */
export type OwnData = {
  /** Messages whose personal data is kept sealed. */
  readonly messages: number;
  /** Requests filed here; `application` is what is kept of the applicant. */
  readonly requests: readonly {
    readonly number: RequestNumber;
    readonly type: RequestType;
    readonly isOpen: boolean;
    readonly application: DisclosureApplication | null;
  }[];
};

/** What was erased, and what the law says must stay for now (个人信息保护法 Art. 47; 政府信息公开条例 Arts. 27, 45). */
export type OwnDataErased = { readonly erased: number; readonly kept: number };

/** Lets residents see, and have erased, what is kept of them. */
export type OwnDataDesk = {
  /** Opening sealed data is written down, also when its own subject looks. */
  show(conversationId: number): OwnData;
  /** Inside the caller's transaction: all that no open or unarchived request needs. */
  erase(conversationId: number): OwnDataErased;
};

/** Keeps who wants to hear of a later publication; inside the caller's transaction. */
export type WatchDesk = {
  /** @param question masked */
  watch(conversationId: number, question: string, place: string): void;
  /** Ends all of a conversation; returns how many. */
  end(conversationId: number): number;
};

/** The buttons below the news that a matter is closed; its receipt number stands behind. */
export const solvedChoice = { solved: "solved_", notSolved: "not_solved_" } as const;
