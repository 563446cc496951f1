import { setTimeout } from "node:timers/promises";
import type { Budget } from "./budget.js";
import type { ChatCall, ChatModel } from "./chat-model.js";
import type { CircuitBreaker } from "./circuit-breaker.js";
import { type Attempt, type ChatEndpoint, openChatEndpoint } from "./openai/endpoint.js";

export type ChatPatience = {
  /** How often a call is made in all, as long as nothing was said yet. */
  readonly attempts: number;
  /** Milliseconds before the second attempt, at most; twice as long before each further one. An endpoint may ask for more. */
  readonly firstPause: number;
  /** Milliseconds without a sign of life between two pieces. The first may take as long as the caller waits: a model may have to be loaded. */
  readonly betweenPieces: number;
  /** Milliseconds that `check` waits. */
  readonly check: number;
};

export type OpenaiChatOptions = {
  readonly model: string;
  readonly baseUrl: string;
  /** Null for an endpoint of one's own that asks for none. */
  readonly apiKey: { reveal(): string } | null;
  readonly budget: Budget;
  readonly breaker: CircuitBreaker;
  readonly patience?: ChatPatience;
  /** From 0 to 1: how much of a pause is left out, so that many callers do not come back together. */
  readonly random?: () => number;
};

export type OpenaiChatModel = ChatModel & {
  /** Tells once, in a sentence without the key, when the endpoint will not have the key or the model. */
  onRefused(listener: (reason: string) => void): void;
  /** Ends what is under way: those who wait hear `unreachable`. */
  close(): void;
};

const usualPatience: ChatPatience = { attempts: 3, firstPause: 400, betweenPieces: 4_000, check: 20_000 };

/**
 * A model behind an OpenAI-compatible endpoint: OpenAI, Ollama, vLLM, llama.cpp. Tried again within the caller's time as long as no piece
 * was passed on; what broke off midway is said as cut off, what stalled midway is not said.
 */
export function openOpenaiChatModel(options: OpenaiChatOptions): OpenaiChatModel {
  const { model, budget, breaker, patience = usualPatience, random = Math.random } = options;
  const endpoint = openChatEndpoint(options);
  const name = `openai:${model}`;
  const listeners: ((reason: string) => void)[] = [];
  let refusal: string | null = null;
  const noteRefusal = (reason: string): string | null => {
    if (refusal !== null) return null;
    refusal = `${name} at ${endpoint.address}: ${reason}`;
    return refusal;
  };

  return {
    name,
    onRefused: (listener) => listeners.push(listener),
    close: endpoint.close,
    ask: async (call) => {
      const most = call.messages.reduce((sum, { content }) => sum + content.length, call.mostTokens);
      const lacking = budget.lacks(call.conversation, most);
      if (lacking !== null) return { kind: "silent", why: lacking };
      if (!breaker.admits()) return { kind: "silent", why: "resting" };
      const settle = budget.reserve(call.conversation, most);
      const outcome = await tryWithin(endpoint, call, patience, random);
      // where the ledger was closed too, what was reserved stays spent
      if (endpoint.closed.aborted) return { kind: "silent", why: "unreachable" };
      settle(outcome.tokens);
      if (outcome.kind === "said" && outcome.text.trim() !== "") {
        breaker.succeeded();
        return outcome;
      }
      const isLasting = outcome.kind === "refused" && outcome.lasting;
      breaker.failed(isLasting);
      const news = isLasting ? noteRefusal(outcome.reason) : null;
      if (news !== null) for (const listener of listeners) listener(news);
      return { kind: "silent", why: outcome.kind === "said" ? "nonsense" : outcome.kind };
    },
    check: async () => {
      const outcome = await endpoint.attempt({
        messages: [{ role: "user", content: "只回复一个字：好" }],
        temperature: 0,
        mostTokens: 16,
        within: patience.check,
        betweenPieces: patience.check,
      });
      if (outcome.kind === "said") return { ok: true, detail: `${name} at ${endpoint.address} answers` };
      // whoever asked hears it now: no need to tell it again
      if (outcome.kind === "refused") noteRefusal(outcome.reason);
      const setting = outcome.kind === "refused" ? "; see OPENAI_API_KEY, OPENAI_MODEL" : "";
      return { ok: false, detail: `${name} at ${endpoint.address}: ${outcome.kind}: ${outcome.reason}${setting}; quotes answer` };
    },
  };
}

/** One call with its retries; `tokens` of the last includes those before it. */
async function tryWithin(endpoint: ChatEndpoint, call: ChatCall, patience: ChatPatience, random: () => number): Promise<Attempt> {
  const deadline = performance.now() + call.within;
  let tokens = 0;
  for (let count = 1; ; count++) {
    const left = deadline - performance.now();
    if (left <= 0) return { kind: "no_time", reason: "no time for another attempt", tokens };
    const { messages, temperature, mostTokens, onDelta } = call;
    const attempt = await endpoint.attempt({
      messages,
      temperature,
      mostTokens,
      ...(onDelta ? { onDelta } : {}),
      within: left,
      betweenPieces: patience.betweenPieces,
    });
    tokens += attempt.tokens;
    if (attempt.kind !== "unreachable" || count >= patience.attempts) return { ...attempt, tokens };
    const pause = Math.max(patience.firstPause * 2 ** (count - 1) * (1 - random() / 2), attempt.pause);
    if (performance.now() + pause >= deadline) return { ...attempt, tokens };
    // closed: the next attempt says so
    await setTimeout(pause, undefined, { signal: endpoint.closed }).catch(() => {});
  }
}
