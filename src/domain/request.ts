import type { PlainDate } from "./plain-date.js";

/** Kinds of requests, with the prefix of their receipt numbers (受理编号). */
export const requestTypes = ["disclosure", "complaint", "help", "suggestion", "report", "petition", "consultation"] as const;
export type RequestType = (typeof requestTypes)[number];

export const receiptPrefix: Readonly<Record<RequestType, string>> = {
  disclosure: "YSQ",
  complaint: "TS",
  help: "QZ",
  suggestion: "JY",
  report: "JB",
  petition: "XF",
  consultation: "ZX",
};

export const requestStates = [
  "draft",
  "submitted",
  "confirmed",
  "in_correction",
  "suspended",
  "in_progress",
  "extended",
  "decided",
  "closed",
  "reopened",
  "abandoned",
  "withdrawn",
  "cancelled",
] as const;
export type RequestState = (typeof requestStates)[number];

/** 受理编号: prefix, year, six digits: `YSQ-2026-000001`. */
export type RequestNumber = string & { readonly __brand: "RequestNumber" };

/** Where a matter belongs, in the three levels of the message board's category tree. */
export type Category = { readonly level1: string; readonly level2: string; readonly level3: string | null };

/** A due date and why it is that day: the days counted, and the article or office rule that sets it. */
export type Deadline = {
  readonly dueOn: PlainDate;
  /** ISO time +08:00 for limits in hours, else null. */
  readonly dueAt: string | null;
  readonly basis: string;
  readonly days: readonly CountedDay[];
};
export type CountedDay = { readonly date: PlainDate; readonly counted: boolean; readonly reason: string };

/** How a request came in: in a chat, or on paper and by telephone, written down by staff. */
export const filingChannels = ["internet", "counter", "registered_post", "ordinary_post", "fax", "telephone"] as const;
export type FilingChannel = (typeof filingChannels)[number];
