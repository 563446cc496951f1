import type { ChannelName } from "../domain/message.js";
import type { Reply } from "../domain/reply.js";

/** A reply to be handed to the platform. */
export type Delivery = { readonly outboxId: number; readonly messageId: string; readonly conversation: string; readonly reply: Reply };

/** A way in and out. `receive` writes the inbox; a channel's handler does nothing else. */
export type Channel = {
  readonly name: ChannelName;
  start(): Promise<void>;
  /** Stops taking messages in; resolves when nothing is under way any more. */
  stop(): Promise<void>;
  /**
   * Resolves once the platform confirmed the delivery.
   * @throws ChannelRefused the platform answered and said no; ChannelUnreachable no answer came
   */
  send(delivery: Delivery): Promise<void>;
};

export const refusalCodes = ["rate_limited", "blocked", "unauthorised", "rejected", "server_error"] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** The platform answered and said no: nothing was delivered. */
export class ChannelRefused extends Error {
  override readonly name = "ChannelRefused";
  constructor(
    readonly channel: ChannelName,
    readonly code: RefusalCode,
    /** Milliseconds to wait before the next try, or null when the platform named none. */
    readonly retryAfterMs: number | null,
  ) {
    super(`${channel} refused: ${code}`);
  }
}

/** No answer came: it may have been delivered. The outbox row becomes `unknown`, not `failed`. */
export class ChannelUnreachable extends Error {
  override readonly name = "ChannelUnreachable";
  constructor(
    readonly channel: ChannelName,
    options?: { cause?: unknown },
  ) {
    super(`${channel} did not answer`, options);
  }
}
