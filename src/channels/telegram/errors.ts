import { TelegramError } from "telegraf";
import { ChannelRefused, ChannelUnreachable } from "../channel.js";

const notConnected = "not connected: ";

/** Marks a socket's error as one from before the connection stood: nothing was sent then. The mark survives what node-fetch makes of the error. */
export function markNotConnected(cause: NodeJS.ErrnoException): void {
  cause.code = `${notConnected}${cause.code ?? cause.name}`;
}

/** Telegram's and the network's errors in our two classes; the token, which telegraf's messages may hold, is left out. */
export function translateError(cause: unknown): ChannelRefused | ChannelUnreachable {
  if (cause instanceof TelegramError) {
    const retryAfter = cause.parameters?.retry_after;
    if (cause.code === 429) return new ChannelRefused("telegram", "rate_limited", retryAfter === undefined ? null : retryAfter * 1000);
    // a token of the wrong form is answered with 404
    if (cause.code === 401 || cause.code === 404) return new ChannelRefused("telegram", "unauthorised", null);
    if (cause.code === 403) return new ChannelRefused("telegram", "blocked", null);
    if (cause.code >= 500) return new ChannelRefused("telegram", "server_error", null);
    return new ChannelRefused("telegram", "rejected", null);
  }
  if (codeOf(cause).startsWith(notConnected)) return new ChannelRefused("telegram", "server_error", null);
  return new ChannelUnreachable("telegram");
}

/** What went wrong, in words for the log that hold no token: the status, or the network's code. */
export function reasonOf(cause: unknown): string {
  if (cause instanceof TelegramError) return String(cause.code);
  return codeOf(cause) || (cause instanceof Error ? cause.name : "unknown");
}

function codeOf(cause: unknown): string {
  return typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
}
