import type { ChatConfig } from "./config.js";
import type { Clock } from "./domain/clock.js";
import type { PlainDate } from "./domain/plain-date.js";
import { openBudget } from "./models/chat/budget.js";
import { circuitBreaker } from "./models/chat/circuit-breaker.js";
import type { OpenaiChatModel } from "./models/chat/openai.js";
import { addChatTokens, chatTokensOf } from "./store/chat-tokens.js";
import type { Store } from "./store/open.js";

/** The chat model of this process, its budget counted in the store; null when none is set. Nothing is sent yet. */
export async function chatModelOf(config: ChatConfig | null, store: Store, clock: Clock): Promise<OpenaiChatModel | null> {
  if (config === null) return null;
  // its package is for those who set a model: every command would start later
  const { openOpenaiChatModel } = await import("./models/chat/openai.js");
  const ledger = {
    spent: (day: PlainDate, conversation: string) => chatTokensOf(store, day, conversation),
    add: (day: PlainDate, conversation: string, tokens: number) => addChatTokens(store, day, conversation, tokens),
  };
  return openOpenaiChatModel({ ...config, budget: openBudget(ledger, config.budget, clock), breaker: circuitBreaker(clock) });
}
