import type { Context } from "hono";
import type { z } from "zod";
import type { LiveReplies } from "../live.js";
import type { Metrics } from "../metrics.js";
import type { ProblemCode } from "../problem.js";
import type { RateLimits } from "../rate-limit.js";
import type { WebOptions, WebServices } from "../services.js";

/** What the handlers of the API share. */
export type ApiParts = WebServices & {
  readonly live: LiveReplies;
  readonly metrics: Metrics;
  readonly limits: RateLimits;
  readonly options: WebOptions;
};

export type ApiRoute = {
  readonly method: "get" | "post";
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly query?: z.ZodObject;
  readonly answer: {
    readonly status: 200;
    readonly type: string;
    readonly description: string;
    readonly schema?: z.ZodType;
    readonly headers?: Readonly<Record<string, string>>;
  };
  readonly problems: readonly ProblemCode[];
  handle(parts: ApiParts, c: Context): Response | Promise<Response>;
};
