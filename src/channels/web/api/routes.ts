import { giveFeedback } from "./feedback.js";
import { postMessage } from "./messages.js";
import { openapiDocument } from "./openapi.js";
import { health, metricsText, readiness } from "./operations.js";
import type { ApiRoute } from "./parts.js";
import { requestStatus } from "./request-status.js";
import { feedbackBody, feedbackKept, messageBody, replySchema, requestStatusBody, requestStatusSchema, streamQuery } from "./schemas.js";
import { stream } from "./stream.js";

const bodyProblems = ["not_json", "invalid_json", "invalid_body", "too_large", "too_many"] as const;

/** The whole API, as a table: what is served and what /openapi.json says are the same rows. */
export const apiRoutes: readonly ApiRoute[] = [
  {
    method: "post",
    path: "/api/v1/messages",
    operationId: "postMessage",
    summary: "One message of a resident, answered",
    body: messageBody,
    answer: {
      status: 200,
      type: "application/json",
      description: "the reply",
      schema: replySchema,
      headers: { "X-Message-Id": "the id of the reply, for feedback" },
    },
    problems: [...bodyProblems, "unknown_place", "not_yet_answered"],
    handle: postMessage,
  },
  {
    method: "get",
    path: "/api/v1/messages/stream",
    operationId: "listen",
    summary:
      "Replies of one conversation as server-sent events: `delta` {message, text} piece by piece (message null while a model still writes), then `reply` {message, reply}, which takes their place; it only listens",
    query: streamQuery,
    answer: { status: 200, type: "text/event-stream", description: "events, with comments that keep it open" },
    problems: ["invalid_body", "too_many"],
    handle: stream,
  },
  {
    method: "post",
    path: "/api/v1/feedback",
    operationId: "giveFeedback",
    summary: "A verdict on a reply; a second one replaces the first",
    body: feedbackBody,
    answer: { status: 200, type: "application/json", description: "kept", schema: feedbackKept },
    problems: [...bodyProblems, "not_found"],
    handle: giveFeedback,
  },
  {
    method: "post",
    path: "/api/v1/requests/status",
    operationId: "requestStatus",
    summary: "How a request stands, for whoever has its code",
    body: requestStatusBody,
    answer: { status: 200, type: "application/json", description: "the request", schema: requestStatusSchema },
    problems: [...bodyProblems, "not_found"],
    handle: requestStatus,
  },
  { ...operation("/healthz", "health", "Whether the process runs", "application/json"), handle: health },
  {
    ...operation("/readyz", "readiness", "Whether messages can be answered", "application/json"),
    problems: ["not_yet_answered"],
    handle: readiness,
  },
  { ...operation("/metrics", "metrics", "Figures in the Prometheus text format", "text/plain"), handle: metricsText },
  {
    ...operation("/openapi.json", "openapi", "This description", "application/json"),
    handle: (_parts, c) => c.json(openapiDocument(apiRoutes)),
  },
];

function operation(path: string, operationId: string, summary: string, type: string) {
  return { method: "get" as const, path, operationId, summary, answer: { status: 200 as const, type, description: "done" }, problems: [] };
}
