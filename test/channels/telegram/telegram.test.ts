import { type AddressInfo, createServer } from "node:net";
import { inspect } from "node:util";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Channel } from "../../../src/channels/channel.js";
import { telegramChannel } from "../../../src/channels/telegram/index.js";
import { Secret } from "../../../src/config.js";
import type { IncomingMessage } from "../../../src/domain/message.js";
import { reply } from "../../../src/domain/reply.js";
import { startTelegramServer, type TelegramServer } from "../../fakes/telegram-server.js";
import { eventually } from "../../fixtures/home.js";

const token = "1:test";

async function open(
  options: { token?: string; receive?: (message: IncomingMessage) => number } = {},
): Promise<{ fake: TelegramServer; channel: Channel; received: IncomingMessage[]; logged: string[] }> {
  const fake = await startTelegramServer({ token });
  const received: IncomingMessage[] = [];
  const logged: string[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => logged.push(line) });
  const receive = options.receive ?? ((message: IncomingMessage) => received.push(message));
  const channel = telegramChannel({
    config: { mode: "polling", token: new Secret(options.token ?? token), apiRoot: fake.url },
    intake: { receive },
    log,
    words: { generatedLabel: "内容由AI生成" },
  });
  onTestFinished(async () => {
    await channel.stop();
    await fake.close();
  });
  return { fake, channel, received, logged };
}

const answer = (text: string) => ({
  outboxId: 1,
  messageId: "m1",
  conversation: "42",
  reply: reply({ kind: "answer", outcome: "answered", route: "question", text }),
});

describe("the Telegram channel", () => {
  it("puts a private message into the inbox with the update's id", async () => {
    const { fake, channel, received } = await open();
    await channel.start();
    const updateId = fake.say(42, "办居住证要带什么");
    await eventually(() => received.length === 1);
    expect(received[0]).toEqual({
      channel: "telegram",
      updateId: String(updateId),
      conversation: "42",
      text: "办居住证要带什么",
      choice: null,
      place: null,
    });
  });

  it("confirms an update only after it is on disk: a failed write is delivered again", async () => {
    let writes = 0;
    const { fake, channel } = await open({
      receive: () => {
        writes++;
        if (writes === 1) throw new Error("the disk is full");
        return 1;
      },
    });
    await channel.start();
    fake.say(42, "你好");
    await eventually(() => writes === 2);
    await eventually(() => fake.unconfirmed() === 0);
  });

  it("takes a pressed button as a choice and confirms the press", async () => {
    const { fake, channel, received } = await open();
    await channel.start();
    fake.press(42, "confirm");
    await eventually(() => received.length === 1);
    expect(received[0]?.choice).toBe("confirm");
    await eventually(() => fake.sent.some((call) => call.method === "answerCallbackQuery"));
  });

  it("says once that the token refused, without showing it", async () => {
    const { channel, logged } = await open({ token: "2:wrong" });
    await channel.start();
    await eventually(() => logged.some((line) => line.includes("token refused")));
    expect(logged).toHaveLength(1);
    expect(logged.join()).not.toContain("2:wrong");
  });

  it("polls on after Telegram was down", async () => {
    const { fake, channel, received } = await open();
    fake.breakDown(true);
    await channel.start();
    fake.say(42, "在吗");
    await new Promise((resolve) => setTimeout(resolve, 100));
    fake.breakDown(false);
    await eventually(() => received.length === 1);
  });

  it("sends markup of a resident as the plain text it is", async () => {
    const { fake, channel } = await open();
    await channel.send(answer('<b>您写的 <a href="tg://resolve">'));
    expect(fake.sent[0]?.payload).toMatchObject({ chat_id: "42", text: '<b>您写的 <a href="tg://resolve">' });
    expect(fake.sent[0]?.payload).not.toHaveProperty("parse_mode");
  });

  it("splits a text of more than 4,096 characters at a paragraph", async () => {
    const { fake, channel } = await open();
    await channel.send(answer(`${"甲".repeat(4000)}\n\n${"乙".repeat(500)}`));
    expect(fake.sent.map((call) => String(call.payload["text"]).length)).toEqual([4000, 500]);
  });

  it("tells a refusal with its waiting time", async () => {
    const { fake, channel } = await open();
    fake.misfortunes({ kind: "rate_limited", retryAfter: 7 });
    await expect(channel.send(answer("你好"))).rejects.toMatchObject({ name: "ChannelRefused", code: "rate_limited", retryAfterMs: 7000 });
  });

  it.each([
    ["blocked", "blocked"],
    ["rejected", "rejected"],
    ["server_error", "server_error"],
  ] as const)("tells a refusal: %s", async (kind, code) => {
    const { fake, channel } = await open();
    fake.misfortunes({ kind });
    await expect(channel.send(answer("你好"))).rejects.toMatchObject({ name: "ChannelRefused", code });
  });

  it("tells a refused token without showing it", async () => {
    const { channel } = await open({ token: "2:wrong" });
    const refusal = await channel.send(answer("你好")).catch((cause) => cause);
    expect(refusal).toMatchObject({ name: "ChannelRefused", code: "unauthorised" });
    expect(inspect(refusal)).not.toContain("2:wrong");
  });

  it("tells that nobody knows when the connection broke", async () => {
    const { fake, channel } = await open();
    fake.misfortunes({ kind: "dropped" });
    const broken = await channel.send(answer("你好")).catch((cause) => cause);
    expect(broken).toMatchObject({ name: "ChannelUnreachable" });
    expect(inspect(broken)).not.toContain(token);
  });

  it("may try again when no connection was made: nothing was sent", async () => {
    const { fake, channel } = await open();
    await fake.close();
    await expect(channel.send(answer("你好"))).rejects.toMatchObject({ name: "ChannelRefused", code: "server_error" });
  });

  it("may try again when the connection broke before it was secured", async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const config = { mode: "polling", token: new Secret(token), apiRoot: `https://127.0.0.1:${port}` } as const;
    const channel = telegramChannel({
      config,
      intake: { receive: () => 1 },
      log: pino({ level: "silent" }),
      words: { generatedLabel: "" },
    });
    await expect(channel.send(answer("你好"))).rejects.toMatchObject({ name: "ChannelRefused", code: "server_error" });
  });

  it("makes a connection for each message: a kept one may be dead", async () => {
    const { fake, channel } = await open();
    await channel.send(answer("一"));
    await channel.send(answer("二"));
    expect(fake.connections()).toBe(2);
  });

  it("does not say twice that the second half was refused after the first went out", async () => {
    const { fake, channel } = await open();
    fake.misfortunes({ kind: "none" }, { kind: "server_error" });
    await expect(channel.send(answer(`${"甲".repeat(4000)}\n\n${"乙".repeat(500)}`))).rejects.toMatchObject({ name: "ChannelUnreachable" });
  });

  it("shows that it is typing while a message waits, and no longer", async () => {
    const { fake, channel } = await open();
    await channel.start();
    fake.say(42, "办居住证要带什么");
    fake.say(43, "很快答复的");
    await eventually(() => fake.unconfirmed() === 0);
    await channel.send({ ...answer("答复"), conversation: "43" });
    await eventually(() => fake.sent.some(({ method }) => method === "sendChatAction"));
    expect(fake.sent.filter(({ method }) => method === "sendChatAction").map(({ payload }) => payload)).toEqual([
      { chat_id: "42", action: "typing" },
    ]);
  });

  it("knows its name before it reads what a group said", async () => {
    const { fake, channel, received } = await open();
    const group = { id: -100, type: "supergroup" };
    fake.push({ message: { message_id: 1, date: 0, chat: group, text: "今天天气不错" } });
    fake.push({ message: { message_id: 2, date: 0, chat: group, text: "@Zhengwen_Test_Bot 办居住证要带什么" } });
    await channel.start();
    await eventually(() => fake.unconfirmed() === 0);
    expect(received.map(({ conversation, text }) => [conversation, text])).toEqual([["-100", "办居住证要带什么"]]);
  });

  it("takes the updates back from a webhook, and loses none", async () => {
    const { fake, channel } = await open();
    await channel.start();
    await eventually(() => fake.polls() === 1);
    expect(fake.sent.find(({ method }) => method === "deleteWebhook")?.payload).toEqual({ drop_pending_updates: false });
  });

  it("confirms what is on disk, and no more", async () => {
    const { fake, channel } = await open({
      receive: ({ text }) => {
        if (text === "写不进") throw new Error("the disk is full");
        return 1;
      },
    });
    for (const text of ["写得进", "写不进", "排在后面"]) fake.say(42, text);
    await channel.start();
    await eventually(() => fake.unconfirmed() === 2);
  });

  it("stops while a long poll hangs", async () => {
    const { fake, channel } = await open();
    await channel.start();
    await eventually(() => fake.polls() === 1);
    const begun = Date.now();
    await channel.stop();
    expect(Date.now() - begun).toBeLessThan(5000);
  });

  it("stops while a delivery hangs, and tells that nobody knows", async () => {
    const { fake, channel } = await open();
    fake.misfortunes({ kind: "held" });
    const sending = channel.send(answer("你好"));
    const ended = expect(sending).rejects.toMatchObject({ name: "ChannelUnreachable" });
    await eventually(() => fake.sent.length === 1);
    const begun = Date.now();
    await channel.stop();
    await ended;
    expect(Date.now() - begun).toBeLessThan(5000);
  });
});
