import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { receiveMessage } from "../../../src/store/inbox.js";
import { openStore, type Store } from "../../../src/store/open.js";
import { replyTo } from "../../../src/store/outbox.js";
import { startTelegramServer, type TelegramServer } from "../../fakes/telegram-server.js";
import { eventually, temporaryFolder } from "../../fixtures/home.js";
import { startServiceProcess } from "../../fixtures/service.js";

const token = "1:test-of-the-service";

async function office(): Promise<{
  fake: TelegramServer;
  home: string;
  start: (env?: Record<string, string>) => ReturnType<typeof startServiceProcess>;
}> {
  const fake = await startTelegramServer({ token });
  onTestFinished(() => fake.close());
  const home = temporaryFolder();
  return { fake, home, start: (env) => startServiceProcess(home, { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: fake.url, ...env }) };
}

/** Looks into the home beside the running service, as `zhengwen ask` does. */
function looking<T>(home: string, look: (store: Store) => T): T {
  const store = openStore(home);
  try {
    return look(store);
  } finally {
    store.close();
  }
}

/** The states of the replies, and of the messages that have none: `waiting`. */
const states = (home: string): readonly string[] =>
  looking(home, (store) => {
    const rows = store.sqlite.prepare("select id from inbox order by id").all() as { id: number }[];
    return rows.map(({ id }) => replyTo(store, id)?.state ?? "waiting");
  });

/** Long enough for a second reply to come, if there were one. */
const aWhile = () => pause(1500);

describe("the service over Telegram", { timeout: 120_000 }, () => {
  it("answers, and ends in order while a long poll hangs", async () => {
    const { fake, start } = await office();
    const service = await start();
    fake.say(42, "办居住证要带什么材料");
    await eventually(() => fake.texts(42).length === 1, 20_000);
    const { code, ms } = await service.terminate();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
    expect(service.output()).not.toContain(token);
  });

  it("answers once what it had received and not answered when it was killed", async () => {
    const { fake, home, start } = await office();
    await (await start()).terminate();
    // as the killed process left it: on disk and unanswered; whether Telegram knows that it arrived is open
    const updateId = fake.say(42, "办居住证要带什么材料");
    const message = {
      channel: "telegram",
      updateId: String(updateId),
      conversation: "42",
      text: "办居住证要带什么材料",
      choice: null,
      place: null,
    } as const;
    looking(home, (store) => receiveMessage(store, message, "2026-11-23T09:00:00+08:00"));
    await start();
    await eventually(() => fake.texts(42).length > 0 && fake.unconfirmed() === 0, 20_000);
    await aWhile();
    expect(fake.texts(42)).toHaveLength(1);
    expect(states(home)).toEqual(["sent"]);
  });

  it("delivers once what it had answered and not delivered when it was killed", async () => {
    const { fake, home, start } = await office();
    const service = await start();
    fake.misfortunes({ kind: "rate_limited", retryAfter: 2 });
    fake.say(42, "办居住证要带什么材料");
    await eventually(() => states(home)[0] === "pending" && fake.unconfirmed() === 0, 20_000);
    await service.kill();
    expect(fake.texts(42)).toHaveLength(0);
    await start();
    await eventually(() => fake.texts(42).length > 0, 20_000);
    await aWhile();
    expect(fake.texts(42)).toHaveLength(1);
  });

  it("does not repeat what was on its way when it was killed: nobody can tell whether it arrived", async () => {
    const { fake, home, start } = await office();
    const service = await start();
    fake.misfortunes({ kind: "held" });
    fake.say(42, "办居住证要带什么材料");
    await eventually(() => fake.texts(42).length === 1, 20_000);
    await service.kill();
    await start();
    await aWhile();
    expect(fake.texts(42)).toHaveLength(1);
    expect(states(home)).toEqual(["unknown"]);
  });

  it("answers every message once, whenever it is killed", async () => {
    const { fake, home, start } = await office();
    await (await start()).terminate();
    const persons = [1, 2, 3, 4, 5, 6];
    for (const [round, person] of persons.entries()) {
      const service = await start();
      fake.say(person, "办居住证要带什么材料");
      await pause(round * 8);
      await service.kill();
    }
    await start();
    await eventually(() => fake.unconfirmed() === 0 && states(home).every((state) => state === "sent" || state === "unknown"), 20_000);
    await aWhile();
    expect(states(home)).toHaveLength(persons.length);
    for (const person of persons) expect(fake.texts(person).length).toBeLessThanOrEqual(1);
    const arrived = persons.filter((person) => fake.texts(person).length === 1).length;
    // only one that was on its way may be missing
    expect(arrived).toBeGreaterThanOrEqual(states(home).filter((state) => state === "sent").length);
  });

  it("says once that the token was refused; the web answers on", async () => {
    const { start } = await office();
    const service = await start({ TELEGRAM_BOT_TOKEN: "2:wrong-and-secret" });
    await eventually(() => service.output().includes("Telegram: token refused"), 20_000);
    const response = await fetch(new URL("api/v1/messages", service.url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ conversation: "a-conversation-of-enough-letters", text: "你好" }),
    });
    expect(response.status).toBe(200);
    await aWhile();
    expect(service.output().match(/token refused/g)).toHaveLength(1);
    expect(service.output()).not.toContain("wrong-and-secret");
  });

  it("ends within its limit while a delivery hangs", async () => {
    const { fake, start } = await office();
    const service = await start();
    fake.misfortunes({ kind: "held" });
    fake.say(42, "办居住证要带什么材料");
    await eventually(() => fake.texts(42).length === 1, 20_000);
    const { code, ms } = await service.terminate();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
  });
});
