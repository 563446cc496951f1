export { consultationNotes, consultations, conversations, feedback, messages, verdicts } from "./conversations.js";
export { curatedAnswers, curatedHits, curatedPhrasings } from "./curated-answers.js";
export { chunks, documents, documentVersions } from "./documents.js";
export { chatTokens, inbox, outbox, outboxStates } from "./messaging.js";
export { auditLog, offices, settings, staff, staffSessions } from "./office.js";
export { publicationWatches, sealed, sealedKinds } from "./privacy.js";
export {
  letters,
  lookupFailures,
  openingBalances,
  receiptCounters,
  requestEvents,
  requestFollowers,
  requests,
  reviewCases,
  reviewKinds,
  reviewResults,
} from "./requests.js";
