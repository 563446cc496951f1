import { setTimeout as pause } from "node:timers/promises";
import { ChannelRefused } from "../channel.js";
import type { TelegramClient } from "./client.js";
import { reasonOf, translateError } from "./errors.js";

export type PollingEvents = {
  /** Called before each poll, and waited for; must not throw. */
  onBeforePoll(): Promise<void>;
  /** Called for each update in order; throws when it could not be put on disk, and the update is asked for again. */
  onUpdate(update: unknown): void;
  /** The token was refused: polling has ended. */
  onUnauthorised(): void;
  /** Telegram cannot be reached or refuses; tried again until it does not. Called once for each time of trouble. */
  onTrouble(reason: string): void;
  /** An update could not be put on disk. Called once for each time of trouble. */
  onNotKept(cause: unknown): void;
  /** The trouble is over. */
  onRecovered(): void;
};

const longPollSeconds = 25;
/** A connection that broke unnoticed is given up then. */
const answerWithinMs = (longPollSeconds + 10) * 1000;
const firstWaitMs = 500;
const longestWaitMs = 30_000;
/** A server that does not keep the poll waiting is not asked more often. */
const betweenEmptyMs = 500;

type Asked =
  | { readonly result: "updates"; readonly updates: readonly { readonly update_id: number }[] }
  | { readonly result: "unauthorised" }
  | { readonly result: "trouble"; readonly cause: unknown };

/**
 * Asks for updates until `signal` aborts. The offset, which confirms updates to Telegram, moves only past those that `onUpdate` has returned for:
 * telegraf's own loop moves it even when a handler threw.
 */
export async function poll(client: TelegramClient, events: PollingEvents, signal: AbortSignal): Promise<void> {
  let offset = 0;
  let failures = 0;
  const troubled = async (waitMs: number | null): Promise<void> => {
    const usual = Math.min(longestWaitMs, firstWaitMs * 2 ** failures);
    failures++;
    await pause(waitMs ?? usual, undefined, { signal }).catch(() => {});
  };

  while (!signal.aborted) {
    await events.onBeforePoll();
    const begun = performance.now();
    const asked = await ask(client, offset, signal);
    if (signal.aborted) return;
    if (asked.result === "unauthorised") return events.onUnauthorised();
    if (asked.result === "trouble") {
      if (failures === 0) events.onTrouble(reasonOf(asked.cause));
      const error = translateError(asked.cause);
      await troubled(error instanceof ChannelRefused ? error.retryAfterMs : null);
      continue;
    }
    try {
      for (const update of asked.updates) {
        events.onUpdate(update);
        offset = update.update_id + 1;
      }
    } catch (cause) {
      if (failures === 0) events.onNotKept(cause);
      await troubled(null);
      continue;
    }
    if (failures > 0) events.onRecovered();
    failures = 0;
    if (asked.updates.length === 0 && performance.now() - begun < betweenEmptyMs)
      await pause(betweenEmptyMs, undefined, { signal }).catch(() => {});
  }
}

async function ask(client: TelegramClient, offset: number, signal: AbortSignal): Promise<Asked> {
  try {
    const kinds = ["message", "edited_message", "callback_query"] as const;
    const wanted = { offset, timeout: longPollSeconds, allowed_updates: kinds };
    const updates = await client.limited(answerWithinMs, (options) => client.api.callApi("getUpdates", wanted, options), signal);
    return { result: "updates", updates };
  } catch (cause) {
    const error = translateError(cause);
    return error instanceof ChannelRefused && error.code === "unauthorised" ? { result: "unauthorised" } : { result: "trouble", cause };
  }
}
