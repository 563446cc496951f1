import type { Place } from "./place.js";
import type { PlainDate } from "./plain-date.js";

/** What a document is (front matter `kind`). */
export const documentKinds = [
  "law",
  "administrative_regulation",
  "local_regulation",
  "rule",
  "normative_document",
  "judicial_interpretation",
  "service_guide",
  "interpretation",
  "disclosure",
  "notice",
  "faq",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Whether residents may be answered from it: only `published` is ever found. */
export const reviewStates = ["draft", "published", "withdrawn"] as const;
export type ReviewState = (typeof reviewStates)[number];

/** What is known of a document beside its text, from front matter or inferred. */
export type DocumentMetadata = {
  readonly title: string;
  readonly kind: DocumentKind;
  readonly place: Place;
  readonly issuer: string | null;
  readonly documentNumber: string | null;
  readonly publishedOn: PlainDate | null;
  readonly effectiveFrom: PlainDate | null;
  /** The first day on which it no longer holds, or null. */
  readonly effectiveTo: PlainDate | null;
  readonly supersedes: readonly string[];
  readonly categories: readonly string[];
  readonly sourceUnit: string | null;
  readonly checkedOn: PlainDate | null;
  readonly url: string | null;
};

/** A piece of a document that is found and quoted as a whole: an article, a part of a long one, a section. */
export type Chunk = {
  /** 第十八条, a section's heading for documents without articles, or null. */
  readonly article: string | null;
  /** 第二章 生育调节, or null. */
  readonly chapter: string | null;
  /** The question or heading above the text, for documents that have such, else null. */
  readonly heading: string | null;
  /** Offset of `text` in the document's text, UTF-16. */
  readonly start: number;
  /** Verbatim from the document. */
  readonly text: string;
};

/** How a text stands on a day. */
export type ForceStatus = "in_force" | "repealed" | "superseded" | "not_yet";
