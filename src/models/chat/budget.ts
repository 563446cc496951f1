import type { Clock } from "../../domain/clock.js";
import { dayInShanghai, type PlainDate } from "../../domain/plain-date.js";

/** Where what was spent is kept: it outlives the process. */
export type TokenLedger = {
  /** Tokens of that day, all and those of one conversation. */
  spent(day: PlainDate, conversation: string): { readonly ofDay: number; readonly ofConversation: number };
  /** @param tokens below 0 gives back what was reserved and not spent */
  add(day: PlainDate, conversation: string, tokens: number): void;
};

export type BudgetLimits = { readonly tokensOfDay: number; readonly tokensOfConversation: number };

/** How many tokens a model may cost in a day (Asia/Shanghai), by everybody and by one conversation. */
export type Budget = {
  /** Which of the two has not so many tokens left; null when both have. */
  lacks(conversation: string, tokens: number): "budget_of_day" | "budget_of_conversation" | null;
  /** Takes them before they are spent, so that calls at the same time, or a process that is killed, spend no more; returns what to tell the real cost. */
  reserve(conversation: string, tokens: number): (spent: number) => void;
};

export function openBudget(ledger: TokenLedger, limits: BudgetLimits, clock: Clock): Budget {
  return {
    lacks: (conversation, tokens) => {
      const spent = ledger.spent(dayInShanghai(clock()), conversation);
      if (spent.ofDay + tokens > limits.tokensOfDay) return "budget_of_day";
      return spent.ofConversation + tokens > limits.tokensOfConversation ? "budget_of_conversation" : null;
    },
    reserve: (conversation, tokens) => {
      const day = dayInShanghai(clock());
      ledger.add(day, conversation, tokens);
      return (spent) => {
        if (spent !== tokens) ledger.add(day, conversation, spent - tokens);
      };
    },
  };
}
