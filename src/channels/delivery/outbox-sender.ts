import type { Logger } from "pino";
import type { Clock } from "../../domain/clock.js";
import { shanghaiTime } from "../../domain/plain-date.js";
import type { Store } from "../../store/open.js";
import { claimNext, type DeliveryResult, giveUpInterrupted, type OutboxRow, settleDelivery } from "../../store/outbox.js";
import { type Channel, ChannelRefused } from "../channel.js";

export type OutboxSender = {
  /** Something may be there to send. */
  wake(): void;
  /** Resolves when the delivery under way has ended, or after `limitMs`. */
  stop(limitMs: number): Promise<void>;
};

const mostAttempts = 6;
const pollMs = 1000;

/**
 * Sends a channel's replies, one after another. What a refusal named a waiting time for is tried again then; a server's failure, later and
 * later; what the platform cannot tell is `unknown` and not repeated.
 */
export function outboxSender(store: Store, channel: Channel, clock: Clock, log: Logger): OutboxSender {
  const interrupted = giveUpInterrupted(store, channel.name);
  if (interrupted > 0)
    log.warn({ channel: channel.name, count: interrupted }, "replies were being sent when the service stopped: delivery unknown");
  let running: Promise<void> | null = null;
  let stopped = false;

  const run = async (): Promise<void> => {
    while (!stopped) {
      const row = claimNext(store, channel.name, shanghaiTime(clock()));
      if (!row) return;
      const result = await deliver(channel, row, clock);
      settleDelivery(store, row.id, result);
      if (result.state !== "sent")
        log.warn({ channel: channel.name, outboxId: row.id, state: result.state, error: result.error }, "a reply was not delivered");
    }
  };
  const wake = () => {
    if (stopped || running) return;
    running = run()
      .catch((cause) =>
        log.error({ channel: channel.name, error: cause instanceof Error ? cause.name : "unknown" }, "the outbox stopped for a moment"),
      )
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(wake, pollMs);
  wake();
  return {
    wake,
    stop: async (limitMs) => {
      stopped = true;
      clearInterval(timer);
      let limit: NodeJS.Timeout | undefined;
      await Promise.race([running, new Promise((resolve) => (limit = setTimeout(resolve, limitMs)))]);
      clearTimeout(limit);
    },
  };
}

async function deliver(channel: Channel, row: OutboxRow, clock: Clock): Promise<DeliveryResult> {
  try {
    await channel.send({ outboxId: row.id, messageId: row.messageId, conversation: row.conversation, reply: row.reply });
    return { state: "sent", at: shanghaiTime(clock()) };
  } catch (cause) {
    if (!(cause instanceof ChannelRefused)) return { state: "unknown", error: "no answer came" };
    const later = (ms: number): DeliveryResult => ({
      state: "pending",
      notBefore: shanghaiTime(new Date(clock().getTime() + ms)),
      error: cause.code,
    });
    if (cause.code === "rate_limited") return later(cause.retryAfterMs ?? 5000);
    if (cause.code === "server_error" && row.attempts < mostAttempts) return later(2 ** row.attempts * 1000);
    return { state: "failed", error: cause.code };
  }
}
