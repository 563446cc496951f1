import { setTimeout } from "node:timers/promises";
import OpenAI, { APIError } from "openai";
import { z } from "zod";
import { ZhengwenError } from "../../../domain/errors.js";

export type Patience = {
  /** How often a request is made in all. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; twice as long before each further one. An endpoint may ask for more, up to `longestPause`. */
  readonly firstPause: number;
  /** Milliseconds that one attempt may take, its answer read. */
  readonly timeout: number;
};

const longestPause = 30_000;

/** What an endpoint says to more, or longer, texts than it takes. */
export type TooMuch = { readonly kind: "too_much"; readonly error: ZhengwenError };

export type Endpoint = {
  /**
   * The vectors of texts as the endpoint gives them, in the order of the texts; `too_much` when it refuses a request that a smaller one
   * may do better than.
   * @throws ZhengwenError `embedder_refused`, `embedder_unreachable` after the last attempt.
   */
  vectors(texts: readonly string[], patience: Patience): Promise<readonly (readonly number[])[] | TooMuch>;
};

const answerSchema = z.object({ data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1) })) });

/** An OpenAI-compatible `/embeddings`. No error holds the key, nor the texts. */
export function openEndpoint(options: { model: string; baseUrl: string; apiKey: { reveal(): string } | null }): Endpoint {
  const client = new OpenAI({
    baseURL: options.baseUrl,
    // the package insists on one
    apiKey: options.apiKey?.reveal() ?? "none",
    adminAPIKey: null,
    organization: null,
    project: null,
    // its retries wait as long as an endpoint says, and do not watch over the answer's body: the loop below does both
    maxRetries: 0,
    logLevel: "off",
  });
  const hide = (message: string) => {
    const key = options.apiKey?.reveal();
    return (key ? message.replaceAll(key, "［hidden］") : message).replace(/\s+/g, " ").slice(0, 300);
  };
  const { origin, pathname } = new URL(options.baseUrl);
  const refused = (message: string) => new ZhengwenError("embedder_refused", hide(`${origin}${pathname} (${options.model}): ${message}`));

  const attempt = async (texts: readonly string[], timeout: number): Promise<Attempt> => {
    const signal = AbortSignal.timeout(timeout);
    try {
      const answer = await client.embeddings.create(
        { model: options.model, input: [...texts], encoding_format: "float" },
        { signal, timeout },
      );
      return { kind: "answer", answer };
    } catch (cause) {
      if (signal.aborted) return { kind: "again", reason: `no answer within ${timeout} ms`, pause: 0 };
      if (cause instanceof SyntaxError) return { kind: "refused", status: 0, reason: "the answer is not JSON" };
      const status = cause instanceof APIError ? cause.status : undefined;
      const reason = cause instanceof Error ? cause.message : String(cause);
      if (status === undefined) return { kind: "again", reason, pause: 0 };
      const isSpent = cause instanceof APIError && cause.code === "insufficient_quota";
      if ([408, 409, 429].includes(status) && !isSpent) return { kind: "again", reason, pause: pauseAskedFor(cause) };
      return status >= 500 ? { kind: "again", reason, pause: pauseAskedFor(cause) } : { kind: "refused", status, reason };
    }
  };

  return {
    vectors: async (texts, { attempts, firstPause, timeout }) => {
      let reason = "";
      for (let count = 1; count <= attempts; count++) {
        const outcome = await attempt(texts, timeout);
        if (outcome.kind === "answer") return rowsOf(outcome.answer, texts.length, refused);
        if (outcome.kind === "refused") {
          const error = refused(outcome.reason);
          if ([400, 413, 422].includes(outcome.status)) return { kind: "too_much", error };
          throw error;
        }
        reason = outcome.reason;
        if (count < attempts) await setTimeout(Math.min(Math.max(firstPause * 2 ** (count - 1), outcome.pause), longestPause));
      }
      throw new ZhengwenError("embedder_unreachable", hide(`${origin}${pathname} gave no vectors in ${attempts} attempts: ${reason}`));
    },
  };
}

type Attempt =
  | { kind: "answer"; answer: unknown }
  | { kind: "again"; reason: string; pause: number }
  | { kind: "refused"; status: number; reason: string };

/** `Retry-After` in milliseconds, 0 when there is none. */
function pauseAskedFor(cause: unknown): number {
  const seconds = cause instanceof APIError ? Number(cause.headers?.get("retry-after")) : 0;
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
}

/** The vectors by their index, which an endpoint need not keep in order. */
function rowsOf(answer: unknown, count: number, refused: (message: string) => ZhengwenError): readonly (readonly number[])[] {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw refused(`the answer is not what /embeddings gives: ${parsed.error.issues[0]?.path.join(".")}`);
  const { data } = parsed.data;
  if (data.length !== count) throw refused(`${data.length} vectors came for ${count} texts`);
  const rows = new Map(data.map(({ index, embedding }) => [index, embedding]));
  return Array.from({ length: count }, (_, index) => {
    const row = rows.get(index);
    if (!row) throw refused(`no vector came for text ${index} of ${count}`);
    return row;
  });
}
