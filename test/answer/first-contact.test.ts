import { expect, it } from "vitest";
import { openConsultation } from "../../src/answer/consultation.js";
import { inboxAnswerer } from "../../src/channels/delivery/answer-inbox.js";
import type { ChannelName } from "../../src/domain/message.js";
import { receiveMessage } from "../../src/store/inbox.js";
import { noRetrieval } from "../fixtures/no-retrieval.js";
import { sampleDesk, sampleKnowledge } from "../fixtures/request-dialog.js";

function opened() {
  const { store, vault, desk, ownData, watches, clock } = sampleDesk();
  const knowledge = sampleKnowledge();
  const officePlace = knowledge.office.place;
  const ports = {
    store,
    vault,
    knowledge,
    retrieval: noRetrieval,
    requests: desk,
    ownData,
    watches,
    clock,
    officePlace,
    chatModel: null,
    chatTimeoutMs: 12_000,
  };
  const answerer = inboxAnswerer(store, openConsultation(ports), clock);
  let updates = 0;
  const say = async (text: string, channel: ChannelName, photos: readonly string[] = []) => {
    const message = { channel, updateId: String(++updates), conversation: "4711", text, choice: null, place: null, photos };
    return (await answerer.answer(receiveMessage(store, message, "2026-11-23T10:00:00+08:00"))).reply.text;
  };
  return { say, vault, store };
}

const { first } = sampleKnowledge().privacy;

it("个人信息保护法 Art. 17: a channel without a page says once, below the first reply, who keeps what", async () => {
  const { say } = opened();
  expect(await say("你好", "telegram")).toContain(first);
  expect(await say("谢谢", "telegram")).not.toContain(first);
});

it("leaves it to the page where there is one", async () => {
  expect(await opened().say("你好", "web")).not.toContain(first);
});

it("keeps a photo with its message, sealed, and adds it to the request that is open", async () => {
  const { say, vault, store } = opened();
  await say("青云路12号门口的井盖响", "telegram");
  await say("确认", "telegram");
  expect(await say("[图片]", "telegram", ["photo-1"])).toContain("补充的情况已经加进TS-2026-000001");
  const kept = vault.ofConversation(3).filter(({ subject }) => subject.startsWith("photo/"));
  expect(kept.map((ref) => vault.open(ref, { by: "李经办", why: "办理", at: "2026-11-23T10:00:00+08:00" }))).toEqual(['["photo-1"]']);
  expect(store.sqlite.prepare("SELECT event FROM request_events ORDER BY id").pluck().all()).toEqual(["filed", "added"]);
});
