import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Channel, ChannelRefused, ChannelUnreachable, type Delivery } from "../../../src/channels/channel.js";
import { outboxSender } from "../../../src/channels/delivery/outbox-sender.js";
import { systemClock } from "../../../src/domain/clock.js";
import { receiveMessage } from "../../../src/store/inbox.js";
import type { Store } from "../../../src/store/open.js";
import { claimNext, replyTo } from "../../../src/store/outbox.js";
import { echoAnswerer } from "../../fixtures/answerer.js";
import { eventually, temporaryStore } from "../../fixtures/home.js";

const log = pino({ level: "silent" });

/** A platform that meets the first sends with these errors, then takes everything. */
function platform(...troubles: readonly Error[]): Channel & { readonly delivered: Delivery[]; readonly tried: () => number } {
  const delivered: Delivery[] = [];
  let tried = 0;
  return {
    name: "telegram",
    delivered,
    tried: () => tried,
    start: async () => {},
    stop: async () => {},
    send: async (delivery) => {
      const trouble = troubles[tried++];
      if (trouble) throw trouble;
      delivered.push(delivery);
    },
  };
}

function answeredMessage(store: Store, updateId = "1"): number {
  const inboxId = receiveMessage(
    store,
    { channel: "telegram", updateId, conversation: "甲", text: "你好", choice: null, place: null },
    "2026-11-23T09:00:00+08:00",
  );
  echoAnswerer(store).answer(inboxId);
  return inboxId;
}

function sender(store: Store, channel: Channel) {
  const opened = outboxSender(store, channel, systemClock, log);
  onTestFinished(() => opened.stop(100));
  return opened;
}

describe("the outbox sender", () => {
  it("sends a reply once and marks it as sent", async () => {
    const store = temporaryStore();
    const inboxId = answeredMessage(store);
    const channel = platform();
    sender(store, channel);
    await eventually(() => replyTo(store, inboxId)?.state === "sent");
    expect(channel.delivered).toHaveLength(1);
  });

  it("waits as long as the platform asks", async () => {
    const store = temporaryStore();
    const inboxId = answeredMessage(store);
    const channel = platform(new ChannelRefused("telegram", "rate_limited", 1000));
    sender(store, channel);
    await eventually(() => channel.tried() === 1 && replyTo(store, inboxId)?.state === "pending");
    await eventually(() => replyTo(store, inboxId)?.state === "sent");
    expect(channel.delivered).toHaveLength(1);
  });

  it("does not repeat what the platform cannot tell", async () => {
    const store = temporaryStore();
    const inboxId = answeredMessage(store);
    const channel = platform(new ChannelUnreachable("telegram"));
    sender(store, channel).wake();
    await eventually(() => replyTo(store, inboxId)?.state === "unknown");
    expect(channel.tried()).toBe(1);
  });

  it("gives up on somebody who blocked the bot", async () => {
    const store = temporaryStore();
    const inboxId = answeredMessage(store);
    sender(store, platform(new ChannelRefused("telegram", "blocked", null)));
    await eventually(() => replyTo(store, inboxId)?.state === "failed");
  });

  it("marks what was being sent at a crash as unknown and sends the rest", async () => {
    const store = temporaryStore();
    const interrupted = answeredMessage(store, "1");
    claimNext(store, "telegram", "2026-11-23T09:00:00+08:00");
    const waiting = answeredMessage(store, "2");
    const channel = platform();
    sender(store, channel);
    await eventually(() => replyTo(store, waiting)?.state === "sent");
    expect(replyTo(store, interrupted)?.state).toBe("unknown");
    expect(channel.delivered).toHaveLength(1);
  });
});
