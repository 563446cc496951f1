import { describe, expect, it } from "vitest";
import { openConsultation } from "../../src/answer/consultation.js";
import { readDialog } from "../../src/answer/dialog.js";
import { inboxAnswerer } from "../../src/channels/delivery/answer-inbox.js";
import type { IncomingMessage } from "../../src/domain/message.js";
import { findConversation } from "../../src/store/conversations.js";
import { receiveMessage } from "../../src/store/inbox.js";
import { messages, outbox, requests } from "../../src/store/schema/index.js";
import { noRetrieval } from "../fixtures/no-retrieval.js";
import { sampleDesk, sampleKnowledge } from "../fixtures/request-dialog.js";

const question = "请问产假休几天？";
const complaint = "水仙大街28号门前井盖不见了";

/** The whole way from the inbox to the outbox, over a search that answers when `release` is called. */
function opened() {
  let now = new Date("2026-11-23T02:00:00Z");
  const { store, vault, clock, desk, ownData, watches } = sampleDesk(() => now);
  const knowledge = sampleKnowledge();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const retrieval = { ...noRetrieval, search: () => released.then(() => []) };
  const consultation = openConsultation({
    store,
    vault,
    knowledge,
    retrieval,
    requests: desk,
    ownData,
    watches,
    clock,
    officePlace: knowledge.office.place,
    chatModel: null,
    chatTimeoutMs: 12_000,
  });
  const answerer = inboxAnswerer(store, consultation, clock);
  let updates = 0;
  const receive = (text: string, conversation = "阿婆") => {
    const message: IncomingMessage = { channel: "cli", updateId: String(++updates), conversation, text, choice: null, place: null };
    return receiveMessage(store, message, "2026-11-23T10:00:00+08:00");
  };
  return {
    store,
    release,
    answerer,
    receive,
    /** Lets the hours pass in silence. */
    wait: (hours: number) => {
      now = new Date(now.getTime() + hours * 3_600_000);
    },
    say: (text: string, conversation?: string) => answerer.answer(receive(text, conversation)),
    draft: () => readDialog(findConversation(store, "cli", "阿婆")?.state, vault).draft,
  };
}

describe("a message that has to wait for something", () => {
  it("has nothing stored until its answer is, and then all of it", async () => {
    const { store, say, release } = opened();
    const answering = say(question);
    await new Promise(setImmediate);
    expect(store.rows.select().from(messages).all()).toEqual([]);
    release();
    const { messageId } = await answering;
    expect(store.rows.select().from(messages).all()).toMatchObject([{ direction: "in" }, { direction: "out", id: messageId }]);
    expect(store.rows.select().from(outbox).all()).toMatchObject([{ messageId }]);
  });

  it("does not undo what another turn of the dialog did meanwhile", async () => {
    const { say, release, draft } = opened();
    const answering = say(question);
    await say(complaint);
    release();
    await answering;
    expect(draft()).toMatchObject({ order: { type: "complaint", description: complaint } });
  });

  it("is answered once, though two processes take it up", async () => {
    const { store, answerer, receive, release } = opened();
    const inboxId = receive(question);
    const both = Promise.all([answerer.answer(inboxId), answerer.answer(inboxId)]);
    release();
    const [one, other] = await both;
    expect(one.messageId).toBe(other.messageId);
    expect(store.rows.select().from(messages).all()).toHaveLength(2);
  });
});

describe("confirmations that come at the same time", () => {
  it("file one request where one person sent two", async () => {
    const { store, say } = opened();
    await say(complaint);
    await Promise.all([say("确认"), say("确认")]);
    expect(store.rows.select().from(requests).all()).toHaveLength(1);
  });

  it("get a number each where they are of two persons", async () => {
    const { store, say } = opened();
    await say(complaint, "甲");
    await say(complaint, "乙");
    await Promise.all([say("确认", "甲"), say("确认", "乙")]);
    const numbers = store.rows.select({ number: requests.number }).from(requests).all();
    expect(numbers.map(({ number }) => number).sort()).toEqual(["TS-2026-000001", "TS-2026-000002"]);
  });
});

describe("a draft that nobody confirmed", () => {
  it("is confirmed hours later", async () => {
    const { store, say, wait } = opened();
    await say(complaint);
    wait(5);
    await say("确认");
    expect(store.rows.select().from(requests).all()).toHaveLength(1);
  });

  it("is forgotten after the days that the policy gives it, and files nothing", async () => {
    const { store, say, wait } = opened();
    await say(complaint);
    wait(sampleKnowledge().dialogRules.hours.draft + 1);
    const { reply } = await say("确认");
    expect(reply.outcome).not.toBe("request_filed");
    expect(store.rows.select().from(requests).all()).toEqual([]);
  });
});
