import type { Clock } from "../domain/clock.js";
import type { Place } from "../domain/place.js";
import type { PlainDate } from "../domain/plain-date.js";
import type { Reply, Route } from "../domain/reply.js";
import type { RequestNumber } from "../domain/request.js";
import type { OwnDataDesk, RequestDesk, RequestOrder, ResidentAct } from "../domain/request-desk.js";
import type { Eligibility } from "../eligibility/index.js";
import type { Knowledge } from "../knowledge/index.js";
import type { ChatModel } from "../models/chat/chat-model.js";
import type { Hit, Retrieval } from "../retrieval/index.js";
import type { Asked } from "./asked.js";
import type { Passage } from "./compose/passage.js";
import type { CuratedFinder } from "./curated/finder.js";
import type { DialogState } from "./dialog.js";

/** A message on its way through the pipeline: each step adds what it learned, none changes what is there. */
export type Turn = {
  /** As the resident wrote it, after repair: NFC, no control characters. */
  readonly text: string;
  /** With personal data masked: what is logged and shown in lists. */
  readonly maskedText: string;
  /** What is searched for: the masked text in simplified characters. */
  readonly query: string;
  /** The id, label or number of a button that was pressed, else null. */
  readonly choice: string | null;
  /** The place and the day asked about: the resident's own and the day of the message, until the question says otherwise. */
  readonly place: Place;
  readonly asOf: PlainDate;
  /** How the question's own words moved them; null before that is known. */
  readonly asked: Asked | null;
  /** The whole question that a follow-up was understood as; null when the message stands alone. */
  readonly completed: string | null;
  readonly route: Route | null;
  /** The route that the resident chose by a button; null when none was asked about. */
  readonly chosen: Route | null;
  /** What a question may be as well: offered below its answer. */
  readonly rival: Route | null;
  /** The draft of a complaint that the same message makes beside its question. */
  readonly beside: { readonly reply: Reply; readonly dialog: DialogState; readonly question: string } | null;
  /** The flow that the question fits; null for none, and before that is known. */
  readonly fitting: string | null;
  readonly hits: readonly Hit[];
  /** The probability that the hits answer, once judged. */
  readonly answerability: number | null;
  /** What the draft quotes, in the order of its marks. */
  readonly passages: readonly Passage[];
  readonly draft: Reply | null;
  /** What the dialog knew before this turn. */
  readonly dialog: DialogState;
};

/** What a step may use. */
export type Ports = {
  readonly knowledge: Knowledge;
  readonly retrieval: Retrieval;
  readonly eligibility: Eligibility;
  readonly curated: CuratedFinder;
  readonly requests: RequestDesk;
  readonly ownData: OwnDataDesk;
  readonly clock: Clock;
  /** Null when no model is set: then answers are quotes alone. */
  readonly chatModel: ChatModel | null;
  /** Milliseconds that a resident waits for it in one turn, all of its calls together: `chatModel` keeps count. */
  readonly chatTimeoutMs: number;
  /** Whose budget the model spends: says nothing of who it is. */
  readonly conversationKey: string;
  /** Told of each sentence of a generated answer that passed, while the rest is written; null when nobody listens. */
  readonly onSentence: ((text: string) => void) | null;
  /** The conversation's row, null in its first turn and under `--dry-run`. */
  readonly conversationId: number | null;
  /** True when being in this conversation proves who asks: then a status needs no code. */
  readonly conversationProves: boolean;
};

/** `status` goes into the trace: what the step found, in a word. */
export type StepResult =
  | { readonly kind: "continue"; readonly status: string; readonly turn: Turn }
  /** `masked` is logged in the place of the message, when the step alone knows that it is personal: a bare name. */
  | {
      readonly kind: "reply";
      readonly status: string;
      readonly reply: Reply;
      readonly dialog: DialogState;
      readonly masked?: string;
      /** The curated answer that was said: counted in the transaction that stores the reply. */
      readonly curated?: number;
    }
  /** The resident confirmed: to be filed in the transaction that stores the reply. */
  | { readonly kind: "file"; readonly status: string; readonly order: RequestOrder; readonly dialog: DialogState }
  /** The resident wants something done to a request that is filed: to be done in that transaction too. */
  | {
      readonly kind: "act";
      readonly status: string;
      readonly number: RequestNumber;
      readonly act: ResidentAct;
      readonly dialog: DialogState;
      readonly masked?: string;
    }
  /** Somebody else filed it already: to be followed from now on. */
  | { readonly kind: "follow"; readonly status: string; readonly number: RequestNumber; readonly dialog: DialogState }
  /** The resident wants to hear when something is published that answers the question; `null` ends all such wishes. */
  | {
      readonly kind: "watch";
      readonly status: string;
      readonly question: string | null;
      readonly place: Place;
      readonly dialog: DialogState;
    }
  /** The resident's own data is to be erased, as far as the law allows. */
  | { readonly kind: "erase"; readonly status: string; readonly dialog: DialogState };

export const stepNames = [
  "normalise",
  "restart",
  "chosen",
  "mask",
  "emergency",
  "handover",
  "flow",
  "resume",
  "own_requests",
  "own_data",
  "contextualise",
  "route",
  "clarify",
  "two_intents",
  "status",
  "converse",
  "draft",
  "situate",
  "curated",
  "fit_flow",
  "retrieve",
  "judge",
  "compose",
  "generate",
  "guard",
  "offer",
] as const;
export type StepName = (typeof stepNames)[number];

/** One step of the pipeline: reads the turn, returns what it learned, changes nothing that was passed in and writes nothing. */
export type Step = { readonly name: StepName; run(turn: Turn, ports: Ports): StepResult | Promise<StepResult> };

/** A step that waits for nothing. */
export type ImmediateStep = { readonly name: StepName; run(turn: Turn, ports: Ports): StepResult };
