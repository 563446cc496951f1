import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiRoutes } from "../../../src/channels/web/api/routes.js";
import { feedback } from "../../../src/store/schema/index.js";
import { chat, fakeWeb, json, secondChild } from "./fake-services.js";

let web: ReturnType<typeof fakeWeb>;
beforeAll(() => {
  web = fakeWeb({ perConversation: 1_000, perAddress: 1_000 });
});
afterAll(() => web.close());

const post = (path: string, body: unknown) => web.app.request(path, json(body));

/** The one shape that every error of the API has. */
async function expectProblem(response: Response, status: number, code?: string): Promise<void> {
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toContain("application/json");
  const body = (await response.json()) as { error: { code: string; message: string } };
  expect(Object.keys(body)).toEqual(["error"]);
  expect(Object.keys(body.error).sort()).toEqual(["code", "message"]);
  expect(typeof body.error.message).toBe("string");
  if (code) expect(body.error.code).toBe(code);
}

describe("POST /api/v1/messages", () => {
  it("gives the reply as it is and its id in a header", async () => {
    const response = await post("/api/v1/messages", { conversation: chat, text: "再婚能生吗", place: "广东" });
    expect(response.status).toBe(200);
    expect(response.headers.get("x-message-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(await response.json()).toEqual(secondChild);
    expect(web.received.at(-1)).toMatchObject({ channel: "web", conversation: chat, text: "再婚能生吗", place: "广东省", choice: null });
  });

  it("makes each call a message of its own", async () => {
    const before = web.received.length;
    for (let i = 0; i < 2; i++) await post("/api/v1/messages", { conversation: chat, text: "同一句话" });
    expect(web.received.length).toBe(before + 2);
  });

  it("takes a choice without text", async () => {
    const response = await post("/api/v1/messages", { conversation: chat, text: "", choice: "confirm" });
    expect(await response.json()).toMatchObject({ request: { number: "TS-2026-000001" } });
  });

  it("passes 10,000 characters on, escaped or not, and refuses a body above 64 KiB", async () => {
    const long = "问".repeat(10_000);
    expect((await post("/api/v1/messages", { conversation: chat, text: long })).status).toBe(200);
    expect(web.received.at(-1)?.text).toBe(long);
    await expectProblem(await post("/api/v1/messages", { conversation: chat, text: "问".repeat(30_000) }), 413, "too_large");
  });

  it("says when the reply takes too long, with the message kept", async () => {
    const response = await post("/api/v1/messages", { conversation: chat, text: "慢" });
    expect(response.headers.get("retry-after")).toBe("5");
    await expectProblem(response, 503, "not_yet_answered");
    expect(web.received.at(-1)?.text).toBe("慢");
  });

  it("does not tell what broke inside", async () => {
    const response = await post("/api/v1/messages", { conversation: chat, text: "崩" });
    expect(await response.clone().text()).not.toContain("secret");
    await expectProblem(response, 500, "failed");
    expect(web.failures).toHaveLength(1);
  });

  it.each([
    ["no conversation", { text: "好" }],
    ["an empty conversation", { conversation: "", text: "好" }],
    ["neither text nor choice", { conversation: chat, text: " " }],
    ["a text that is no string", { conversation: chat, text: 3 }],
    ["a list", []],
  ])("refuses %s", async (_, body) => {
    await expectProblem(await post("/api/v1/messages", body), 400, "invalid_body");
  });

  it("refuses a place that nobody knows", async () => {
    await expectProblem(await post("/api/v1/messages", { conversation: chat, text: "好", place: "亚特兰蒂斯" }), 400, "unknown_place");
  });
});

describe("POST /api/v1/feedback", () => {
  const ask = async (conversation: string) =>
    (await post("/api/v1/messages", { conversation, text: "再婚能生吗" })).headers.get("x-message-id") ?? "";

  it("keeps the last verdict on a reply", async () => {
    const message = await ask(chat);
    expect((await post("/api/v1/feedback", { conversation: chat, message, verdict: "wrong", note: "条文旧了" })).status).toBe(200);
    expect((await post("/api/v1/feedback", { conversation: chat, message, verdict: "useful" })).status).toBe(200);
    const rows = web.store.rows
      .select()
      .from(feedback)
      .all()
      .filter((row) => row.messageId === message);
    expect(rows).toMatchObject([{ verdict: "useful", note: "条文旧了" }]);
  });

  it("knows no message of another conversation", async () => {
    const message = await ask(chat);
    await ask("another-conversation-with-id");
    await expectProblem(
      await post("/api/v1/feedback", { conversation: "another-conversation-with-id", message, verdict: "useful" }),
      404,
      "not_found",
    );
    await expectProblem(await post("/api/v1/feedback", { conversation: chat, message: "none", verdict: "useful" }), 404, "not_found");
  });

  it("refuses another verdict", async () => {
    await expectProblem(await post("/api/v1/feedback", { conversation: chat, message: "x", verdict: "great" }), 400, "invalid_body");
  });
});

describe("POST /api/v1/requests/status", () => {
  it("tells whoever has the code", async () => {
    const response = await post("/api/v1/requests/status", { number: " ts-2026-000001 ", code: "7K2M-9QXD" });
    expect(await response.json()).toMatchObject({ state: "in_progress", dueOn: "2026-12-07" });
  });

  it("answers a wrong code and an unknown number alike", async () => {
    const wrong = await post("/api/v1/requests/status", { number: "TS-2026-000001", code: "x" });
    const unknown = await post("/api/v1/requests/status", { number: "TS-2026-000009", code: "x" });
    expect(await wrong.clone().text()).toBe(await unknown.text());
    await expectProblem(wrong, 404, "not_found");
  });
});

describe("errors have one shape", () => {
  const posts = apiRoutes.filter((route) => route.method === "post").map((route) => route.path);

  it.each(posts)("%s", async (path) => {
    await expectProblem(
      await web.app.request(path, { method: "POST", body: "{}", headers: { "Content-Type": "text/plain" } }),
      400,
      "not_json",
    );
    await expectProblem(await web.app.request(path, { ...json({}), body: "{" }), 400, "invalid_json");
    await expectProblem(await post(path, {}), 400, "invalid_body");
    await expectProblem(await post(path, { conversation: "x".repeat(70_000) }), 413, "too_large");
    await expectProblem(await web.app.request(path), 404, "not_found");
  });

  it("also for the stream, unknown addresses and a service that is not ready", async () => {
    await expectProblem(await web.app.request("/api/v1/messages/stream"), 400, "invalid_body");
    await expectProblem(await web.app.request("/api/v1/nothing"), 404, "not_found");
    const starting = fakeWeb({}, { ready: () => false });
    await expectProblem(await starting.app.request("/readyz"), 503, "not_yet_answered");
    expect((await starting.app.request("/healthz")).status).toBe(200);
    starting.close();
  });

  it("also when there were too many", async () => {
    const strict = fakeWeb({ perConversation: 2, perAddress: 4, perRequestNumber: 1 });
    const send = (conversation: string) => strict.app.request("/api/v1/messages", json({ conversation, text: "好" }));
    await send(chat);
    await send(chat);
    const third = await send(chat);
    expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(0);
    await expectProblem(third, 429, "too_many");
    await send("another-conversation-with-id");
    for (const path of posts) await expectProblem(await strict.app.request(path, json({})), 429, "too_many");
    strict.close();
  });

  it("also when a code is being guessed", async () => {
    const strict = fakeWeb({ perRequestNumber: 1 });
    const look = (number: string) => strict.app.request("/api/v1/requests/status", json({ number, code: "x" }));
    await look("TS-2026-000001");
    await expectProblem(await look("ts-2026-000001"), 429, "too_many");
    strict.close();
  });
});

describe("operations", () => {
  it("is ready", async () => {
    expect((await web.app.request("/readyz")).status).toBe(200);
  });

  it("prints figures without a resident's words", async () => {
    const text = await (await web.app.request("/metrics")).text();
    expect(text).toContain('zhengwen_web_reply_seconds_count{outcome="answered"}');
    expect(text).toContain("# HELP zhengwen_messages ");
    expect(text).not.toContain("再婚");
  });

  it("sets the security headers everywhere", async () => {
    for (const path of ["/", "/healthz", "/api/v1/nothing", "/nothing", "/assets/chat.js"]) {
      const { headers } = await web.app.request(path);
      expect(headers.get("content-security-policy")).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("same-origin");
    }
  });
});
