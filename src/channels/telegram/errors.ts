import { TelegramError } from "telegraf";
import { ChannelRefused, ChannelUnreachable } from "../channel.js";

const neverSent = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** Telegram's and the network's errors in our two classes; the token, which telegraf's messages may hold, is left out. */
export function translateError(cause: unknown): ChannelRefused | ChannelUnreachable {
  if (cause instanceof TelegramError) {
    const retryAfter = cause.parameters?.retry_after;
    if (cause.code === 429) return new ChannelRefused("telegram", "rate_limited", retryAfter === undefined ? null : retryAfter * 1000);
    if (cause.code === 401 || cause.code === 404) return new ChannelRefused("telegram", "unauthorised", null);
    if (cause.code === 403) return new ChannelRefused("telegram", "blocked", null);
    if (cause.code >= 500) return new ChannelRefused("telegram", "server_error", null);
    return new ChannelRefused("telegram", "rejected", null);
  }
  const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
  // no connection was made, so nothing was delivered
  if (neverSent.has(code)) return new ChannelRefused("telegram", "server_error", null);
  return new ChannelUnreachable("telegram");
}
