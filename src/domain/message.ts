import type { Place } from "./place.js";

export const channelNames = ["web", "telegram", "cli", "office"] as const;
export type ChannelName = (typeof channelNames)[number];

/** What a resident sent, as every channel hands it over. */
export type IncomingMessage = {
  readonly channel: ChannelName;
  /** Unique within the channel: the platform's own id, so that a redelivery is known. */
  readonly updateId: string;
  /** The dialog it belongs to, unique within the channel. */
  readonly conversation: string;
  readonly text: string;
  /** The platform's ids of photos that came with it. */
  readonly photos?: readonly string[];
  /** The id (or label, or number as text) of a button pressed, else null. */
  readonly choice: string | null;
  /** The resident's place where the channel knows it, else null: the office's. */
  readonly place: Place | null;
};
