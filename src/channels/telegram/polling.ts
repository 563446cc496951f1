import { setTimeout as pause } from "node:timers/promises";
import type { Telegram } from "telegraf";
import { ChannelRefused } from "../channel.js";
import { translateError } from "./errors.js";

export type PollingEvents = {
  /** Called for each update in order; throws when it could not be put on disk, and the batch is asked for again. */
  onUpdate(update: unknown): void;
  /** The token was refused: polling has ended. */
  onUnauthorised(): void;
  /** Telegram cannot be reached or is busy; tried again after `waitMs`. Called once until it works again. */
  onTrouble(waitMs: number): void;
};

const longPollSeconds = 25;
const longestWaitMs = 30_000;

/**
 * Asks for updates until `signal` aborts. The offset, which confirms updates to Telegram, moves only after `onUpdate` has returned for all of
 * them: telegraf's own loop moves it even when a handler threw.
 */
export async function poll(telegram: Telegram, events: PollingEvents, signal: AbortSignal): Promise<void> {
  let offset = 0;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const updates = await telegram.callApi(
        "getUpdates",
        { offset, timeout: longPollSeconds, allowed_updates: ["message", "edited_message", "callback_query"] },
        { signal: signal as never },
      );
      for (const update of updates) events.onUpdate(update);
      const last = updates.at(-1);
      if (last) offset = last.update_id + 1;
      failures = 0;
    } catch (cause) {
      if (signal.aborted) return;
      const error = translateError(cause);
      if (error instanceof ChannelRefused && error.code === "unauthorised") {
        events.onUnauthorised();
        return;
      }
      const named = error instanceof ChannelRefused ? error.retryAfterMs : null;
      const waitMs = named ?? Math.min(longestWaitMs, 500 * 2 ** failures);
      if (failures === 0) events.onTrouble(waitMs);
      failures++;
      await pause(waitMs, undefined, { signal }).catch(() => {});
    }
  }
}
