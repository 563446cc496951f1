/** What went wrong, as a closed list; the Chinese or English sentence is chosen at the edge. */
export const errorCodes = [
  "wrong_use",
  "unknown_place",
  "unknown_date",
  "not_found",
  "home_unusable",
  "already_running",
  "store_unusable",
  "index_damaged",
  "index_missing",
  "knowledge_invalid",
  "flow_unsettled",
  "no_calendar",
  "event_not_allowed",
  "request_changed",
  "approval_refused",
  "curated_refused",
  "unknown_staff",
  "events_unreadable",
  "letter_incomplete",
  "facts_unreadable",
  "report_unbalanced",
  "document_unreadable",
  "document_binary",
  "document_encoding",
  "document_front_matter",
  "document_unknown_kind",
  "document_impossible_date",
  "document_empty",
  "embedder_missing",
  "embedder_damaged",
  "embedder_unavailable",
  "embedder_unreachable",
  "embedder_refused",
  "embedder_budget",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** An error that a person can act on. Told apart by `code`, never by `message`. */
export class ZhengwenError extends Error {
  override readonly name = "ZhengwenError";
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
