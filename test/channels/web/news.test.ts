import { expect, it } from "vitest";
import { reply } from "../../../src/domain/reply.js";
import { addMessage, openConversation } from "../../../src/store/conversations.js";
import { enqueueReply } from "../../../src/store/outbox.js";
import { fakeWeb } from "./fake-services.js";

const at = "2026-11-23T10:00:00+08:00";
const key = "abcdefghijklmnopqrstuvwxyz";

function webWithNews() {
  const web = fakeWeb();
  const { id } = openConversation(web.store, "web", key, at);
  const said = reply({ kind: "status", outcome: "status_given", route: "status", text: "您的投诉（TS-2026-000001）<b>有进展</b>了。" });
  const messageId = addMessage(web.store, id, "out", said.text, at);
  enqueueReply(web.store, { inboxId: null, channel: "web", conversation: key, messageId, reply: said, state: "sent" }, at);
  const ask = async (fields: Record<string, string>) => {
    const response = await web.app.request("/news", { method: "POST", body: new URLSearchParams(fields) });
    return { status: response.status, text: await response.text() };
  };
  return { web, messageId, ask };
}

it("gives a conversation what it was told without having asked, escaped, and not twice", async () => {
  const { web, messageId, ask } = webWithNews();
  const { text } = await ask({ conversation: key });
  expect(text).toContain("TS-2026-000001");
  expect(text).toContain("&lt;b&gt;");
  expect((await ask({ conversation: key, known: `x ${messageId}` })).text).toBe("");
  web.close();
});

it("gives nobody else's, and none for a conversation that can be guessed", async () => {
  const { web, ask } = webWithNews();
  expect((await ask({ conversation: "zyxwvutsrqponmlkjihgfedcba" })).text).toBe("");
  expect((await ask({ conversation: "abc" })).text).toBe("");
  web.close();
});
