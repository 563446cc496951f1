import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** Why a call was not done, as a closed list. */
export const problemCodes = [
  "not_json",
  "invalid_json",
  "invalid_body",
  "unknown_place",
  "not_found",
  "too_large",
  "too_many",
  "not_yet_answered",
  "failed",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

const statusOf: Readonly<Record<ProblemCode, ContentfulStatusCode>> = {
  not_json: 400,
  invalid_json: 400,
  invalid_body: 400,
  unknown_place: 400,
  not_found: 404,
  too_large: 413,
  too_many: 429,
  not_yet_answered: 503,
  failed: 500,
};

/** A call that cannot be done, with a sentence for whoever called. */
export class Problem extends Error {
  override readonly name = "Problem";
  constructor(
    readonly code: ProblemCode,
    message: string,
    /** Seconds to wait before the next try, or null. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }
}

/** The HTTP status of a problem. */
export function problemStatus(code: ProblemCode): ContentfulStatusCode {
  return statusOf[code];
}

/** Any error as a problem; what was not foreseen says nothing of its inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException && error.status === 413) return new Problem("too_large", "内容太长：一次最多 64 KiB。");
  if (error instanceof HTTPException && error.status < 500) return new Problem("invalid_body", "请求的格式不对。");
  return new Problem("failed", "系统出了点问题，请稍后再试。");
}

/** The one shape of an error of the API: `{error: {code, message}}`. */
export function problemJson(c: Context, problem: Problem): Response {
  if (problem.retryAfter !== null) c.header("Retry-After", String(problem.retryAfter));
  return c.json({ error: { code: problem.code, message: problem.message } }, problemStatus(problem.code));
}
