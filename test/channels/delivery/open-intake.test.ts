import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { conversationQueue } from "../../../src/channels/delivery/conversation-queue.js";
import { openIntake } from "../../../src/channels/delivery/open-intake.js";
import { systemClock } from "../../../src/domain/clock.js";
import type { IncomingMessage } from "../../../src/domain/message.js";
import { inboxMessage } from "../../../src/store/inbox.js";
import type { Store } from "../../../src/store/open.js";
import { echoAnswerer } from "../../fixtures/answerer.js";
import { temporaryStore } from "../../fixtures/home.js";

const message: IncomingMessage = { channel: "web", updateId: "1", conversation: "甲", text: "你好", choice: null, place: null };

function open(store: Store) {
  const { intake, answered, connect } = openIntake(store, systemClock);
  const answerer = echoAnswerer(store);
  connect(conversationQueue({ store, answerer, log: pino({ level: "silent" }), channels: ["web"], onAnswered: answered }));
  return { intake };
}

describe("the intake", () => {
  it("has the message on disk when it returns, and its reply a moment later", async () => {
    const store = temporaryStore();
    const { intake } = open(store);
    const inboxId = intake.receive(message);
    expect(inboxMessage(store, inboxId)).toMatchObject({ message, answered: false });
    expect(await intake.answered(inboxId, 5000)).toMatchObject({ inboxId, reply: { text: "您说：你好" } });
  });

  it("gives the same reply to a message that was sent twice", async () => {
    const { intake } = open(temporaryStore());
    const first = await intake.answered(intake.receive(message), 5000);
    const second = await intake.answered(intake.receive(message), 5000);
    expect(second?.messageId).toBe(first?.messageId);
  });

  it("tells all who wait for one reply", async () => {
    const { intake } = open(temporaryStore());
    const inboxId = intake.receive(message);
    const [one, other] = await Promise.all([intake.answered(inboxId, 5000), intake.answered(inboxId, 5000)]);
    expect(one?.messageId).toBe(other?.messageId);
  });

  it("gives up waiting, and the reply is there when asked again", async () => {
    const store = temporaryStore();
    const { intake } = openIntake(store, systemClock);
    const inboxId = intake.receive(message);
    expect(await intake.answered(inboxId, 10)).toBeNull();
    await echoAnswerer(store).answer(inboxId);
    expect(await intake.answered(inboxId, 10)).toMatchObject({ reply: { text: "您说：你好" } });
  });
});
