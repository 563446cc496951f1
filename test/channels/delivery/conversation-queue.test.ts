import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { conversationQueue } from "../../../src/channels/delivery/conversation-queue.js";
import type { Answered } from "../../../src/channels/intake.js";
import type { IncomingMessage } from "../../../src/domain/message.js";
import { pendingMessages, receiveMessage } from "../../../src/store/inbox.js";
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

function open(store: Store, fails?: (text: string) => boolean) {
  const answers: Answered[] = [];
  const queue = conversationQueue({
    store,
    answerer: echoAnswerer(store, fails),
    log: pino({ level: "silent" }),
    channels: ["telegram"],
    onAnswered: (answered) => answers.push(answered),
  });
  return { queue, answers };
}

describe("the conversation queue", () => {
  it("answers one person's messages in the order in which they came", async () => {
    const store = temporaryStore();
    const { queue, answers } = open(store);
    for (const text of ["一", "二", "三"]) queue.enqueue(receiveMessage(store, message(text, "阿婆", text), at), "telegram/阿婆");
    await eventually(() => answers.length === 3);
    expect(answers.map((answer) => answer.reply.text)).toEqual(["您说：一", "您说：二", "您说：三"]);
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
});
