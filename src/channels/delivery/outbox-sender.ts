import type { Logger } from "pino";
import type { Clock } from "../../domain/clock.js";
import { shanghaiTime } from "../../domain/plain-date.js";
import type { Store } from "../../store/open.js";
import { claimNext, type DeliveryResult, giveUpInterrupted, type OutboxRow, settleDelivery } from "../../store/outbox.js";
import { type Channel, ChannelRefused } from "../channel.js";
import { whatFailed } from "./what-failed.js";

export type OutboxSender = {
  /** Something may be there to send. */
  wake(): void;
  /** Resolves when the deliveries under way have ended, or after `limitMs`; what has not ended then is `unknown` at the next start. */
  stop(limitMs: number): Promise<void>;
};

/** To so many persons at a time: one whose delivery hangs does not hold up the others. */
const lanes = 4;
const pollMs = 1000;
/** Together about 25 minutes of a platform that cannot be reached. */
const mostAttempts = 12;
const longestDelayMs = 300_000;
const unnamedWaitMs = 5000;

/**
 * Sends a channel's replies, in order to one person. What a refusal named a waiting time for is tried again then; a server's failure, later and
 * later; what the platform cannot tell is `unknown` and not repeated.
 */
export function outboxSender(store: Store, channel: Channel, clock: Clock, log: Logger): OutboxSender {
  const interrupted = giveUpInterrupted(store, channel.name);
  if (interrupted > 0)
    log.warn({ channel: channel.name, count: interrupted }, "replies were being sent when the service stopped: delivery unknown");
  const underWay = new Map<string, Promise<void>>();
  let stopped = false;
  let abandoned = false;

  const deliverOne = async (row: OutboxRow): Promise<void> => {
    const result = await deliver(channel, row, clock);
    // the store may be closed by now; the row is still `sending`, which the next start reads as unknown
    if (abandoned) return;
    settleDelivery(store, row.id, result);
    if (result.state !== "sent")
      log.warn({ channel: channel.name, outboxId: row.id, state: result.state, error: result.error }, "a reply was not delivered");
  };
  const wake = () => {
    try {
      while (!stopped && underWay.size < lanes) {
        const row = claimNext(store, channel.name, shanghaiTime(clock()), [...underWay.keys()]);
        if (!row) return;
        const done = deliverOne(row)
          .catch((cause) =>
            log.error({ channel: channel.name, outboxId: row.id, ...whatFailed(cause) }, "how a delivery ended could not be stored"),
          )
          .finally(() => {
            underWay.delete(row.conversation);
            wake();
          });
        underWay.set(row.conversation, done);
      }
    } catch (cause) {
      log.error({ channel: channel.name, ...whatFailed(cause) }, "the outbox could not be read; tried again in a moment");
    }
  };
  const timer = setInterval(wake, pollMs);
  wake();
  return {
    wake,
    stop: async (limitMs) => {
      stopped = true;
      clearInterval(timer);
      let limit: NodeJS.Timeout | undefined;
      await Promise.race([Promise.all(underWay.values()), new Promise((resolve) => (limit = setTimeout(resolve, limitMs)))]);
      clearTimeout(limit);
      abandoned = true;
    },
  };
}

async function deliver(channel: Channel, row: OutboxRow, clock: Clock): Promise<DeliveryResult> {
  try {
    await channel.send({ outboxId: row.id, messageId: row.messageId, conversation: row.conversation, reply: row.reply });
    return { state: "sent", at: shanghaiTime(clock()) };
  } catch (cause) {
    if (!(cause instanceof ChannelRefused)) return { state: "unknown", error: "no answer came" };
    // stored to the second: rounded up, so that the platform's waiting time is never cut short
    const later = (ms: number): DeliveryResult => ({
      state: "pending",
      notBefore: shanghaiTime(new Date(clock().getTime() + ms + 999)),
      error: cause.code,
    });
    if (cause.code === "rate_limited") return later(cause.retryAfterMs ?? unnamedWaitMs);
    if (cause.code === "server_error" && row.attempts < mostAttempts) return later(Math.min(longestDelayMs, 2 ** row.attempts * 1000));
    return { state: "failed", error: cause.code };
  }
}
