import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { Problem } from "./problem.js";
import type { WebOptions } from "./services.js";

/** Counts what comes in; each call throws Problem `too_many` with the seconds to wait once the minute is used up. */
export type RateLimits = {
  address(c: Context): Promise<void>;
  conversation(conversation: string): Promise<void>;
  requestNumber(number: string): Promise<void>;
};

const minute = 60;

/** In memory, for one process: a restart forgives. */
export function rateLimits(options: WebOptions): RateLimits {
  const addresses = new RateLimiterMemory({ points: options.perAddress, duration: minute });
  const conversations = new RateLimiterMemory({ points: options.perConversation, duration: minute });
  const numbers = new RateLimiterMemory({ points: options.perRequestNumber, duration: minute });
  return {
    address: (c) => take(addresses, addressOf(c, options.trustProxy)),
    conversation: (conversation) => take(conversations, conversation),
    requestNumber: (number) => take(numbers, number.trim().toUpperCase()),
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new Problem("too_many", `消息太多了，请 ${seconds} 秒后再试。`, seconds);
  }
}

/** The last address that the proxy added is the one it saw; the ones before it are whatever the caller wrote. */
function addressOf(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  if (forwarded) return forwarded;
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    return "unknown"; // called without a socket, as tests do
  }
}
