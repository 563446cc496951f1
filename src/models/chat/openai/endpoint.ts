import OpenAI, { APIError } from "openai";
import { z } from "zod";
import type { ChatMessage } from "../chat-model.js";
import { withoutThinking } from "./thinking.js";

export type AttemptCall = {
  readonly messages: readonly ChatMessage[];
  readonly temperature: number;
  readonly mostTokens: number;
  readonly onDelta?: (piece: string) => void;
  /** Milliseconds until the caller stops waiting. */
  readonly within: number;
  /** Milliseconds without a sign of life after the first. */
  readonly betweenPieces: number;
};

/** How one request ended; `tokens` is what it cost, as told, else counted at a token a character. */
export type Attempt = { readonly tokens: number } & (
  | { readonly kind: "said"; readonly text: string; readonly cutOff: boolean }
  | { readonly kind: "no_time" | "nonsense"; readonly reason: string }
  /** May go better the next time; `pause` in ms is what the endpoint asks for, else 0. */
  | { readonly kind: "unreachable"; readonly reason: string; readonly pause: number }
  /** Will not go better; `lasting` when no other request would either: a wrong key, no such model, no money. */
  | { readonly kind: "refused"; readonly reason: string; readonly lasting: boolean }
);

export type ChatEndpoint = {
  /** The address as it may be shown: no key, no password. */
  readonly address: string;
  attempt(call: AttemptCall): Promise<Attempt>;
  /** Ends what is under way; nothing is asked any more. */
  close(): void;
  readonly closed: AbortSignal;
};

/** A piece, as far as it is read: Ollama, vLLM and llama.cpp agree on this much. */
const piece = z.object({
  choices: z
    .array(z.object({ delta: z.object({ content: z.string().nullish() }).nullish(), finish_reason: z.string().nullish() }))
    .nullish(),
  usage: z
    .object({ total_tokens: z.number().int().min(1) })
    .nullish()
    .catch(null),
});

/** Why a model ends before it is done; null when the stream just ended. Endpoints have several words for the other end: stop, eos_token. */
const cutShort: ReadonlySet<string | null> = new Set([null, "length", "content_filter"]);

/** A token is seldom more characters than this: an endpoint that writes more does not keep to `max_tokens`. */
const mostCharactersOfToken = 8;

/** An OpenAI-compatible `/chat/completions` (https://platform.openai.com/docs/api-reference/chat), streamed. No reason holds the key. */
export function openChatEndpoint(options: { model: string; baseUrl: string; apiKey: { reveal(): string } | null }): ChatEndpoint {
  const closing = new AbortController();
  const client = new OpenAI({
    baseURL: options.baseUrl,
    // the package insists on one; without a key the header is left out
    apiKey: options.apiKey?.reveal() ?? "none",
    ...(options.apiKey ? {} : { defaultHeaders: { Authorization: null } }),
    adminAPIKey: null,
    organization: null,
    project: null,
    maxRetries: 0,
    // the package listens to a signal from here on: what was closed before would not be noticed
    fetch: (address, init) => (closing.signal.aborted ? Promise.reject(new Error("closed")) : fetch(address, init)),
    logLevel: "off",
  });
  const url = new URL(options.baseUrl);
  const hidden = [options.apiKey?.reveal(), `${url.username}:${url.password}@`].filter((text) => text && text !== ":@");
  const hide = (text: string) =>
    hidden
      .reduce<string>((shown, secret) => shown.replaceAll(secret as string, "［hidden］"), text)
      .replace(/\s+/g, " ")
      .slice(0, 300);
  const underWay = new Set<AbortController>();

  return {
    address: `${url.origin}${url.pathname}`,
    closed: closing.signal,
    close: () => {
      closing.abort();
      for (const controller of underWay) controller.abort();
    },
    attempt: async ({ messages, temperature, mostTokens, onDelta, within, betweenPieces }) => {
      const controller = new AbortController();
      underWay.add(controller);
      const asked = messages.reduce((sum, { content }) => sum + content.length, 0);
      let outOfTime = false;
      const giveUp = () => {
        outOfTime = true;
        controller.abort();
      };
      const deadline = setTimeout(giveUp, within);
      let stall: NodeJS.Timeout | undefined;
      const visible = withoutThinking();
      let text = "";
      let written = 0;
      let told = 0;
      let finish: string | null = null;
      const cost = () => told || asked + written;
      try {
        const stream = await client.chat.completions.create(
          { model: options.model, messages: [...messages], temperature, max_tokens: mostTokens, stream: true },
          { signal: controller.signal, timeout: Math.ceil(within) + 1_000 },
        );
        for await (const chunk of stream) {
          clearTimeout(stall);
          stall = setTimeout(giveUp, betweenPieces);
          const { choices, usage } = piece.parse(chunk);
          told = usage?.total_tokens ?? told;
          const content = choices?.[0]?.delta?.content ?? "";
          finish = choices?.[0]?.finish_reason ?? finish;
          written += content.length;
          const shown = visible(content);
          text += shown;
          if (shown !== "") onDelta?.(shown);
          if (written > mostTokens * mostCharactersOfToken) break;
        }
      } catch (cause) {
        // what came before a connection broke is kept: the caller judges each sentence anyway
        if (!controller.signal.aborted && (text === "" || isNonsense(cause)))
          return { tokens: isAnswered(cause) ? 0 : cost(), ...judged(cause, hide) };
      } finally {
        clearTimeout(deadline);
        clearTimeout(stall);
        underWay.delete(controller);
      }
      if (outOfTime) return { kind: "no_time", reason: "no answer in time", tokens: cost() };
      // the package aborts its own controller, not ours, when the loop is left
      if (controller.signal.aborted) return { kind: "unreachable", reason: "closed", pause: 0, tokens: cost() };
      if (text === "" && finish === null)
        return { kind: "nonsense", reason: "the answer is not what /chat/completions streams", tokens: cost() };
      return { kind: "said", text, cutOff: cutShort.has(finish), tokens: cost() };
    },
  };
}

function isNonsense(cause: unknown): boolean {
  return cause instanceof SyntaxError || cause instanceof z.ZodError;
}

/** An error by its status: the model was not at work. */
function isAnswered(cause: unknown): boolean {
  return cause instanceof APIError && cause.status !== undefined;
}

type Failure =
  | { readonly kind: "nonsense"; readonly reason: string }
  | { readonly kind: "unreachable"; readonly reason: string; readonly pause: number }
  | { readonly kind: "refused"; readonly reason: string; readonly lasting: boolean };

function judged(cause: unknown, hide: (text: string) => string): Failure {
  if (isNonsense(cause)) return { kind: "nonsense", reason: "the answer is not what /chat/completions streams" };
  const reason = hide(cause instanceof Error ? cause.message : String(cause));
  const status = cause instanceof APIError ? cause.status : undefined;
  if (status === undefined) return { kind: "unreachable", reason, pause: 0 };
  const isSpent = cause instanceof APIError && cause.code === "insufficient_quota";
  if (status >= 500 || ([408, 409, 429].includes(status) && !isSpent)) return { kind: "unreachable", reason, pause: pauseAskedFor(cause) };
  return { kind: "refused", reason, lasting: isSpent || [401, 402, 403, 404].includes(status) };
}

/** `Retry-After` in milliseconds, 0 when there is none. */
function pauseAskedFor(cause: unknown): number {
  const seconds = cause instanceof APIError ? Number(cause.headers?.get("retry-after")) : 0;
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 0;
}
