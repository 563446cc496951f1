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

async function answeredMessage(store: Store, updateId = "1", conversation = "甲"): Promise<number> {
  const message = { channel: "telegram", updateId, conversation, text: updateId, choice: null, place: null } as const;
  const inboxId = receiveMessage(store, message, "2026-11-23T09:00:00+08:00");
  await echoAnswerer(store).answer(inboxId);
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
    const inboxId = await answeredMessage(store);
    const channel = platform();
    sender(store, channel);
    await eventually(() => replyTo(store, inboxId)?.state === "sent");
    expect(channel.delivered).toHaveLength(1);
  });

  it("waits as long as the platform asks", async () => {
    const store = temporaryStore();
    const inboxId = await answeredMessage(store);
    const channel = platform(new ChannelRefused("telegram", "rate_limited", 1000));
    sender(store, channel);
    await eventually(() => channel.tried() === 1 && replyTo(store, inboxId)?.state === "pending");
    await eventually(() => replyTo(store, inboxId)?.state === "sent");
    expect(channel.delivered).toHaveLength(1);
  });

  it("does not repeat what the platform cannot tell", async () => {
    const store = temporaryStore();
    const inboxId = await answeredMessage(store);
    const channel = platform(new ChannelUnreachable("telegram"));
    sender(store, channel).wake();
    await eventually(() => replyTo(store, inboxId)?.state === "unknown");
    expect(channel.tried()).toBe(1);
  });

  it("gives up on somebody who blocked the bot", async () => {
    const store = temporaryStore();
    const inboxId = await answeredMessage(store);
    sender(store, platform(new ChannelRefused("telegram", "blocked", null)));
    await eventually(() => replyTo(store, inboxId)?.state === "failed");
  });

  it("marks what was being sent at a crash as unknown and sends the rest", async () => {
    const store = temporaryStore();
    const interrupted = await answeredMessage(store, "1");
    claimNext(store, "telegram", "2026-11-23T09:00:00+08:00");
    const waiting = await answeredMessage(store, "2");
    const channel = platform();
    sender(store, channel);
    await eventually(() => replyTo(store, waiting)?.state === "sent");
    expect(replyTo(store, interrupted)?.state).toBe("unknown");
    expect(channel.delivered).toHaveLength(1);
  });

  it("never waits less than the platform asked, whatever the part of the second", async () => {
    const store = temporaryStore();
    const inboxId = await answeredMessage(store);
    const now = new Date("2026-11-23T01:00:00.950Z");
    const opened = outboxSender(store, platform(new ChannelRefused("telegram", "rate_limited", 3000)), () => now, log);
    onTestFinished(() => opened.stop(100));
    await eventually(() => replyTo(store, inboxId)?.state === "pending");
    expect(claimNext(store, "telegram", "2026-11-23T09:00:03+08:00")).toBeNull();
    expect(claimNext(store, "telegram", "2026-11-23T09:00:04+08:00")?.inboxId).toBe(inboxId);
  });

  it("keeps the order for one person while the first reply waits, and does not hold up others", async () => {
    const store = temporaryStore();
    const first = await answeredMessage(store, "1");
    await answeredMessage(store, "2");
    const other = await answeredMessage(store, "3", "乙");
    const channel = platform(new ChannelRefused("telegram", "rate_limited", 1000));
    sender(store, channel);
    await eventually(() => replyTo(store, other)?.state === "sent");
    expect(replyTo(store, first)?.state).toBe("pending");
    await eventually(() => channel.delivered.length === 3);
    expect(channel.delivered.map(({ conversation, reply }) => [conversation, reply.text])).toEqual([
      ["乙", "您说：3"],
      ["甲", "您说：1"],
      ["甲", "您说：2"],
    ]);
  });

  it("sends to others while one delivery hangs", async () => {
    const store = temporaryStore();
    const hanging = await answeredMessage(store, "1");
    const other = await answeredMessage(store, "2", "乙");
    const channel = platform();
    const opened = sender(store, {
      ...channel,
      send: (delivery) => (delivery.conversation === "甲" ? new Promise<void>(() => {}) : channel.send(delivery)),
    });
    await eventually(() => replyTo(store, other)?.state === "sent");
    await opened.stop(50);
    expect(replyTo(store, hanging)?.state).toBe("sending");
  });

  it("tries a failing server again later, and gives up in the end", async () => {
    const store = temporaryStore();
    const inboxId = await answeredMessage(store);
    let now = Date.parse("2026-11-23T01:00:00Z");
    const channel = platform(...Array.from({ length: 50 }, () => new ChannelRefused("telegram", "server_error", null)));
    const opened = outboxSender(store, channel, () => new Date(now), log);
    onTestFinished(() => opened.stop(100));
    const nextTry = async () => {
      const before = channel.tried();
      now += 301_000;
      opened.wake();
      await eventually(() => channel.tried() > before && replyTo(store, inboxId)?.state !== "sending");
    };
    await eventually(() => replyTo(store, inboxId)?.state === "pending");
    while (replyTo(store, inboxId)?.state === "pending") await nextTry();
    expect(replyTo(store, inboxId)?.state).toBe("failed");
    expect(channel.tried()).toBe(12);
  });

  it("leaves other channels' replies alone", async () => {
    const store = temporaryStore();
    const inboxId = await answeredMessage(store);
    sender(store, { ...platform(), name: "web" });
    expect(replyTo(store, inboxId)?.state).toBe("pending");
  });
});
