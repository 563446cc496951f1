import type { Clock } from "../../domain/clock.js";
import type { ForceStatus } from "../../domain/document.js";
import type { Place } from "../../domain/place.js";
import type { RequestDesk } from "../../domain/request-desk.js";
import type { Knowledge } from "../../knowledge/index.js";
import type { Store } from "../../store/open.js";
import type { Intake } from "../intake.js";
import type { LiveReplies } from "./live.js";

/** What the web channel needs of the rest. */
export type WebServices = {
  readonly intake: Intake;
  readonly desk: RequestDesk;
  readonly store: Store;
  readonly knowledge: Pick<Knowledge, "office" | "web" | "privacy" | "answerWordings">;
  readonly clock: Clock;
  /** Who listens to which conversation; its `channel` is what the outbox sends web replies through. */
  readonly live: LiveReplies;
  /** Whether a model writes: then sentences come before their reply, and the page listens for them. */
  readonly drafts?: boolean;
  /** False until messages can be answered; /readyz tells. */
  ready(): boolean;
  /** Null for a place that nobody knows. */
  parsePlace(text: string): Place | null;
  /** How a document version stands today, where the caller knows more than the version's own dates tell. */
  forceStatus?(versionId: number): ForceStatus | null;
};

export type WebOptions = {
  /** Messages a minute from one conversation. */
  readonly perConversation: number;
  /** Messages, verdicts and look-ups a minute from one address. */
  readonly perAddress: number;
  /** Look-ups a minute of one request number: a code must not be guessed. */
  readonly perRequestNumber: number;
  /** How long a POST waits for its reply, ms. */
  readonly answerWithinMs: number;
  /** Milliseconds between two comments that keep a stream open. */
  readonly keepAliveMs: number;
  /** Takes the address from X-Forwarded-For: only behind a proxy that sets it. */
  readonly trustProxy: boolean;
};

export const defaultWebOptions: WebOptions = {
  perConversation: 30,
  perAddress: 120,
  perRequestNumber: 10,
  answerWithinMs: 60_000,
  keepAliveMs: 15_000,
  trustProxy: false,
};
