import { afterEach, beforeEach, expect, it } from "vitest";
import type { Reply } from "../../../src/domain/reply.js";
import { chat, fakeWeb, json } from "./fake-services.js";

let web: ReturnType<typeof fakeWeb>;
beforeEach(() => {
  web = fakeWeb({ keepAliveMs: 20 });
});
afterEach(() => web.close());

/** Reads until the text so far fits. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, fits: (text: string) => boolean): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  while (!fits(text)) {
    const { value, done } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  return text;
}

const listen = async (conversation: string) => {
  const response = await web.app.request(`/api/v1/messages/stream?conversation=${conversation}`);
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  return (response.body as ReadableStream<Uint8Array>).getReader();
};

it("tells deltas that add up to the text, then the reply, once", async () => {
  const reader = await listen(chat);
  await readUntil(reader, (text) => text.includes("listening"));
  const posted = await web.app.request("/api/v1/messages", json({ conversation: chat, text: "再婚能生吗" }));
  const message = posted.headers.get("x-message-id");
  const reply = (await posted.json()) as Reply;
  await web.live.channel.send({ outboxId: 1, messageId: message ?? "", conversation: chat, reply });
  const text = await readUntil(reader, (so) => /event: reply[\s\S]*\n\n[\s\S]*still here/.test(so));
  await reader.cancel();
  const events = text
    .split("\n\n")
    .map((block) => ({ event: /^event: (.*)$/m.exec(block)?.[1], data: /^data: (.*)$/m.exec(block)?.[1] }))
    .filter((each) => each.data !== undefined)
    .map((each) => ({ event: each.event, data: JSON.parse(each.data ?? "") }));
  const deltas = events.filter((each) => each.event === "delta");
  expect(deltas.map((each) => each.data.text).join("")).toBe(reply.text);
  expect(events.filter((each) => each.event === "reply").map((each) => each.data)).toEqual([{ message, reply }]);
});

it("tells nothing of another conversation and keeps the line open", async () => {
  const reader = await listen("another-conversation-with-id");
  await web.app.request("/api/v1/messages", json({ conversation: chat, text: "再婚能生吗" }));
  const text = await readUntil(reader, (so) => so.split("still here").length > 2);
  expect(text).not.toContain("event:");
  await reader.cancel();
});

it("forgets a listener that left", async () => {
  const reader = await listen(chat);
  await readUntil(reader, (text) => text.includes("listening"));
  expect(web.live.listeners()).toBe(1);
  await reader.cancel();
  await expect.poll(() => web.live.listeners()).toBe(0);
});

it("ends when the service stops", async () => {
  const reader = await listen(chat);
  await readUntil(reader, (text) => text.includes("listening"));
  await web.live.channel.stop();
  await readUntil(reader, () => false);
  expect(web.live.listeners()).toBe(0);
});

it("tells sentences of a reply that is still written, then the reply alone", async () => {
  const reader = await listen(chat);
  await readUntil(reader, (text) => text.includes("listening"));
  web.live.draft(chat, "可以生育三个子女。[1]\n");
  web.live.draft("another-conversation-with-id", "别人的。");
  await web.app.request("/api/v1/messages", json({ conversation: chat, text: "再婚能生吗" }));
  const text = await readUntil(reader, (so) => /event: reply[\s\S]*\n\n/.test(so));
  await reader.cancel();
  expect(text.match(/event: delta\ndata: .*/g)).toEqual(['event: delta\ndata: {"message":null,"text":"可以生育三个子女。[1]\\n"}']);
  expect(text).toContain("event: reply");
});
