import type { Place } from "./place.js";
import type { PlainDate } from "./plain-date.js";

/** In the order in which an editor looks at them. */
export const curatedStates = ["stale", "draft", "published", "withdrawn"] as const;
export type CuratedState = (typeof curatedStates)[number];

/** Why a citation no longer stands. */
export const staleReasons = ["gone", "repealed", "superseded", "not_yet", "changed"] as const;
export type StaleReason = (typeof staleReasons)[number];

/** What went stale, on which day that was noticed, and what governs instead, where it is known. */
export type Staleness = {
  readonly reason: StaleReason;
  readonly document: string;
  readonly article: string | null;
  readonly on: PlainDate;
  readonly endedBy: string | null;
};

/**
 * Where a curated answer stands: draft → published by a second person → stale by itself, or withdrawn. Only a published one is ever said; a
 * stale one comes back when a second person approves it again. Nothing is deleted. Times are ISO with +08:00.
 */
export type CuratedStanding =
  | { readonly state: "draft" }
  | { readonly state: "published"; readonly approvedBy: string; readonly approvedAt: string }
  | { readonly state: "stale"; readonly approvedBy: string; readonly approvedAt: string; readonly staleness: Staleness }
  | { readonly state: "withdrawn"; readonly withdrawnBy: string; readonly withdrawnAt: string; readonly because: string };

/** What a curated answer rests on: a passage of a published text as it stood when the answer was reviewed. */
export type CuratedCitation = {
  readonly document: string;
  readonly path: string;
  /** The article; null in a text without articles. */
  readonly article: string | null;
  /** The heading above the passage, in a text without articles. */
  readonly heading: string | null;
  /** Verbatim from the passage. */
  readonly quote: string;
  /** The day from which the cited text holds (20211201), 0 where it names none: a later text of the title is another one. */
  readonly from: number;
  /** sha256 of the passage's text without white space. */
  readonly fingerprint: string;
};

/** A question that staff reviewed, with its answer. */
export type CuratedAnswer = {
  readonly id: number;
  /** Grows with every change: who changes an answer names the one that was read. */
  readonly version: number;
  readonly question: string;
  /** The same question in other words. */
  readonly phrasings: readonly string[];
  /** Where it holds: there and in the places below. */
  readonly place: Place;
  /** With marks [1] … [5] for the citations. */
  readonly answer: string;
  readonly citations: readonly CuratedCitation[];
  readonly author: string;
  /** ISO time with +08:00. */
  readonly createdAt: string;
  readonly standing: CuratedStanding;
};

/** A curated answer with how often it was said, and when last. */
export type CountedAnswer = CuratedAnswer & { readonly hits: number; readonly lastHitAt: string | null };
