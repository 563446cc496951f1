import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../../src/config.js";
import type { Reply } from "../../../src/domain/reply.js";
import { openServices, type Services } from "../../../src/services.js";
import { receiveMessage } from "../../../src/store/inbox.js";
import { chatAnswers } from "../../fakes/chat-answers.js";
import { type ChatServer, startChatServer } from "../../fakes/chat-server.js";
import { mondayMorning } from "../../fixtures/corpus.js";

const question = "我叫陈桂花，老人多大年纪可以领高龄津贴？";
/** What the sample street's interpretation says, in fewer words. */
const sentences = ["国家鼓励各地给80周岁以上的低收入老人建立高龄津贴。", "从哪个年龄开始、要不要看收入，由各地自己定。"];
const good = ["完整度：full", ...sentences.map((sentence) => `${sentence}〔来源1〕`), ""].join("\n");

const home = mkdtempSync(join(tmpdir(), "zhengwen-test-"));
let server: ChatServer;
let services: Services;
let updates = 0;

beforeAll(async () => {
  server = await startChatServer();
  const config = readConfig({
    ZHENGWEN_HOME: home,
    OPENAI_MODEL: "some-model",
    OPENAI_BASE_URL: server.url,
    CHAT_TIMEOUT_MS: "1000",
  });
  services = await openServices(config, mondayMorning);
});
afterAll(async () => {
  services.close();
  await server.close();
  rmSync(home, { recursive: true, force: true });
});
beforeEach(() => {
  server.otherwise({ kind: "server_error" });
});

async function asked(): Promise<{ readonly reply: Reply; readonly told: readonly string[]; readonly status: string }> {
  const told: string[] = [];
  const conversation = `conversation-${++updates}`;
  const message = { channel: "web", updateId: String(updates), conversation, text: question, choice: null, place: null } as const;
  const inboxId = receiveMessage(services.store, message, "2026-11-23T10:00:00+08:00");
  const { reply } = await services.answerer.answer(inboxId, (_, text) => told.push(text));
  return { reply, told, status: reply.trace.find(({ step }) => step === "generate")?.status ?? "" };
}

describe("a question of the sample street, with a model", () => {
  it("is answered in sentences, each with its source", async () => {
    server.script({ kind: "says", text: good });
    const { reply, told } = await asked();
    expect(reply).toMatchObject({ kind: "answer", generated: true, citations: [{ document: "高龄津贴政策解读" }] });
    expect(told).toEqual(sentences.map((sentence) => `${sentence}[1]\n`));
    expect(reply.text.startsWith(told.join("").trim())).toBe(true);
  });

  it("tells the model nothing of who asks", async () => {
    await asked();
    expect(JSON.stringify(server.requests)).not.toMatch(/陈桂花|conversation-/);
  });

  it("is answered in quotes when the model does not answer", async () => {
    server.script({ kind: "stalled" });
    const { reply, status } = await asked();
    expect(reply).toMatchObject({ kind: "answer", generated: false });
    expect(status).toBe("extractive: no_time");
  });

  it("is answered in quotes when the model invents, and nothing invented is told", async () => {
    server.script(chatAnswers.inventedNumber, chatAnswers.inventedNumber);
    const { reply, told } = await asked();
    expect(reply.generated).toBe(false);
    expect(`${reply.text}${told.join("")}`).not.toContain("七千六百五十四");
  });
});
