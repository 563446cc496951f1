import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { conversationQueue } from "../../../src/channels/delivery/conversation-queue.js";
import type { Answered } from "../../../src/channels/intake.js";
import type { IncomingMessage } from "../../../src/domain/message.js";
import { inboxMessage, pendingMessages, receiveMessage } from "../../../src/store/inbox.js";
import type { Store } from "../../../src/store/open.js";
import { echoAnswerer } from "../../fixtures/answerer.js";
import { eventually, temporaryStore } from "../../fixtures/home.js";

const at = "2026-11-23T09:00:00+08:00";
const message = (updateId: string, conversation: string, text: string): IncomingMessage => ({
  channel: "telegram",
  updateId,
  conversation,
  text,
  choice: null,
  place: null,
});

function open(
  store: Store,
  fails: (text: string) => boolean = () => false,
  apologyFails = () => false,
  waits: (inboxId: number) => Promise<void> | undefined = () => undefined,
) {
  const answers: Answered[] = [];
  const logged: string[] = [];
  const answerer = echoAnswerer(store, (text) => {
    if (fails(text)) throw new Error(`cannot answer “${text}”`);
    return false;
  });
  const apologise = (inboxId: number) => {
    if (apologyFails()) throw new Error("the disk is full");
    return answerer.apologise(inboxId);
  };
  const answer = async (inboxId: number) => {
    await waits(inboxId);
    return answerer.answer(inboxId);
  };
  const queue = conversationQueue({
    store,
    answerer: { ...answerer, answer, apologise },
    log: pino({ level: "error" }, { write: (line: string) => logged.push(line) }),
    channels: ["telegram"],
    onAnswered: (answered) => answers.push(answered),
    waitMs: [5, 10, 50],
  });
  return { queue, answers, logged };
}

describe("the conversation queue", () => {
  it("answers one person's messages in the order in which they came", async () => {
    const store = temporaryStore();
    const { queue, answers } = open(store);
    for (const text of ["一", "二", "三"]) queue.enqueue(receiveMessage(store, message(text, "阿婆", text), at), "telegram/阿婆");
    await eventually(() => answers.length === 3);
    expect(answers.map((answer) => answer.reply.text)).toEqual(["您说：一", "您说：二", "您说：三"]);
  });

  it("waits with one person's second message until the first is answered, and lets others pass", async () => {
    const store = temporaryStore();
    const { queue, answers } = open(
      store,
      () => false,
      () => false,
      (inboxId) => (inboxId === 1 ? eventually(() => answers.length > 0) : undefined),
    );
    for (const [person, text] of [
      ["阿婆", "慢"],
      ["阿婆", "快"],
      ["阿公", "你好"],
    ] as const)
      queue.enqueue(receiveMessage(store, message(text, person, text), at), `telegram/${person}`);
    await eventually(() => answers.length === 3);
    expect(answers.map((answer) => answer.reply.text)).toEqual(["您说：你好", "您说：慢", "您说：快"]);
  });

  it("answers what an earlier process left, once", async () => {
    const store = temporaryStore();
    receiveMessage(store, message("1", "甲", "还在吗"), at);
    const first = open(store);
    expect(first.queue.drain()).toBe(1);
    await eventually(() => first.answers.length === 1);
    expect(open(store).queue.drain()).toBe(0);
  });

  it("gives a redelivered update the row it already has", () => {
    const store = temporaryStore();
    const first = receiveMessage(store, message("77", "甲", "你好"), at);
    expect(receiveMessage(store, message("77", "甲", "你好"), at)).toBe(first);
    expect(pendingMessages(store, ["telegram"])).toHaveLength(1);
  });

  it("leaves other channels' messages alone", () => {
    const store = temporaryStore();
    receiveMessage(store, { ...message("1", "甲", "命令行"), channel: "cli" }, at);
    expect(open(store).queue.drain()).toBe(0);
  });

  it("apologises for a message that breaks the pipeline, and goes on", async () => {
    const store = temporaryStore();
    const { queue, answers } = open(store, (text) => text === "坏");
    queue.enqueue(receiveMessage(store, message("1", "甲", "坏"), at), "telegram/甲");
    queue.enqueue(receiveMessage(store, message("2", "甲", "好"), at), "telegram/甲");
    await eventually(() => answers.length === 2);
    expect(answers.map((answer) => answer.reply.outcome)).toEqual(["failed", "answered"]);
  });

  it("answers others while one person's message is tried again", async () => {
    const store = temporaryStore();
    const { queue, answers } = open(store, (text) => text === "坏");
    queue.enqueue(receiveMessage(store, message("1", "甲", "坏"), at), "telegram/甲");
    queue.enqueue(receiveMessage(store, message("2", "乙", "好"), at), "telegram/乙");
    await eventually(() => answers.length === 2);
    expect(answers.map((answer) => answer.reply.text)).toEqual(["您说：好", "抱歉"]);
  });

  it("lets others have the event loop during a long backlog", async () => {
    const store = temporaryStore();
    for (let n = 0; n < 40; n++) receiveMessage(store, message(String(n), `住户${n}`, "在吗"), at);
    const { queue, answers } = open(store);
    queue.drain();
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(answers.length).toBeLessThan(20);
    await eventually(() => answers.length === 40);
  });

  it("tries a message again that not even an apology could be stored for", async () => {
    const store = temporaryStore();
    let isDiskFull = true;
    const { queue, answers, logged } = open(
      store,
      () => isDiskFull,
      () => isDiskFull,
    );
    queue.enqueue(receiveMessage(store, message("1", "甲", "我的电话是13800138000"), at), "telegram/甲");
    await eventually(() => logged.length === 4);
    isDiskFull = false;
    await eventually(() => answers.length === 1);
    expect(answers[0]?.reply.outcome).toBe("answered");
    expect(logged.join()).not.toContain("13800138000");
  });

  it("stops within its limit and leaves the rest to the next start", async () => {
    const store = temporaryStore();
    const { queue } = open(store, () => true);
    const inboxId = receiveMessage(store, message("1", "甲", "坏"), at);
    queue.enqueue(inboxId, "telegram/甲");
    await queue.stop(1);
    expect(inboxMessage(store, inboxId)?.answered).toBe(false);
    const next = open(store);
    next.queue.drain();
    await eventually(() => next.answers.length === 1);
  });
});
