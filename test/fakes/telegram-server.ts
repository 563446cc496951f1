import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";

/** What the next sendMessage meets instead of success. */
export type Misfortune =
  | { readonly kind: "rate_limited"; readonly retryAfter: number }
  /** `dropped` and `held` take the message; the one breaks the connection, the other never answers. */
  | { readonly kind: "dropped" | "held" | "server_error" | "blocked" | "rejected" }
  /** Goes well: for what a later one is to meet. */
  | { readonly kind: "none" };

export type Sent = { readonly method: string; readonly payload: Record<string, unknown> };

export type TelegramServer = {
  readonly url: string;
  /** Calls that succeeded, except getUpdates and getMe. */
  readonly sent: readonly Sent[];
  /** The texts that a chat was sent, in order. */
  texts(chatId: number): readonly string[];
  /** How many times getUpdates was asked with the right token. */
  polls(): number;
  /** A resident writes; returns the update id. */
  say(chatId: number, text: string): number;
  /** A resident presses a button. */
  press(chatId: number, data: string): number;
  /** How many connections were made. */
  connections(): number;
  /** Queues an update as it is. */
  push(update: Record<string, unknown>): number;
  /** Updates that were not confirmed by a higher offset. */
  unconfirmed(): number;
  /** The next sendMessage calls meet these, in order. */
  misfortunes(...list: readonly Misfortune[]): void;
  /** While true every call is answered with 502. */
  breakDown(broken: boolean): void;
  close(): Promise<void>;
};

/** Telegram gives so many updates at once. */
const mostUpdates = 100;

const json = (response: ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
};

/** A Telegram Bot API server for tests: updates with offsets and redelivery, long polls, refusals, dropped connections. */
export async function startTelegramServer(options: { token: string; port?: number }): Promise<TelegramServer> {
  const updates: { update_id: number }[] = [];
  const sent: Sent[] = [];
  const misfortunes: Misfortune[] = [];
  const waiting = new Set<() => void>();
  let nextUpdate = 1000;
  let nextMessage = 1;
  let polls = 0;
  let broken = false;
  let connections = 0;

  const push = (update: Record<string, unknown>) => {
    const update_id = nextUpdate++;
    updates.push({ update_id, ...update });
    for (const wake of waiting) wake();
    return update_id;
  };

  const getUpdates = async (payload: Record<string, unknown>, request: IncomingMessage, response: ServerResponse) => {
    polls++;
    const offset = Number(payload["offset"] ?? 0);
    while (updates[0] && updates[0].update_id < offset) updates.shift();
    if (updates.length === 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, Math.min(Number(payload["timeout"] ?? 0), 25) * 1000);
        function done() {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        }
        waiting.add(done);
        request.once("close", done);
      });
    }
    json(response, 200, { ok: true, result: updates.slice(0, mostUpdates) });
  };

  const sendMessage = (payload: Record<string, unknown>, request: IncomingMessage, response: ServerResponse) => {
    const misfortune = misfortunes.shift();
    if (misfortune?.kind === "rate_limited") {
      json(response, 429, {
        ok: false,
        error_code: 429,
        description: "Too Many Requests",
        parameters: { retry_after: misfortune.retryAfter },
      });
    } else if (misfortune?.kind === "server_error") {
      json(response, 502, { ok: false, error_code: 502, description: "Bad Gateway" });
    } else if (misfortune?.kind === "blocked") {
      json(response, 403, { ok: false, error_code: 403, description: "Forbidden: bot was blocked by the user" });
    } else if (misfortune?.kind === "rejected") {
      json(response, 400, { ok: false, error_code: 400, description: "Bad Request: chat not found" });
    } else if (misfortune?.kind === "dropped" || misfortune?.kind === "held") {
      sent.push({ method: "sendMessage", payload });
      if (misfortune.kind === "dropped") request.socket.destroy();
    } else {
      sent.push({ method: "sendMessage", payload });
      json(response, 200, {
        ok: true,
        result: { message_id: nextMessage++, date: 0, chat: { id: payload["chat_id"], type: "private" }, text: payload["text"] },
      });
    }
  };

  const server = createServer(async (request, response) => {
    const [, token, method] = /^\/bot([^/]+)\/(\w+)/.exec(request.url ?? "") ?? [];
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    const text = Buffer.concat(body).toString("utf8");
    const payload = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
    if (broken) return json(response, 502, { ok: false, error_code: 502, description: "Bad Gateway" });
    if (token !== options.token) return json(response, 401, { ok: false, error_code: 401, description: "Unauthorized" });
    if (method === "getUpdates") return getUpdates(payload, request, response);
    if (method === "sendMessage") return sendMessage(payload, request, response);
    if (method === "getMe")
      return json(response, 200, { ok: true, result: { id: 1, is_bot: true, first_name: "政问", username: "zhengwen_test_bot" } });
    sent.push({ method: method ?? "", payload });
    return json(response, 200, { ok: true, result: method === "editMessageText" ? { message_id: payload["message_id"] } : true });
  });
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    texts: (chatId) =>
      sent
        .filter(({ method, payload }) => method === "sendMessage" && String(payload["chat_id"]) === String(chatId))
        .map(({ payload }) => String(payload["text"])),
    polls: () => polls,
    say: (chatId, text) =>
      push({
        message: {
          message_id: nextMessage++,
          date: 0,
          chat: { id: chatId, type: "private" },
          from: { id: chatId, is_bot: false, first_name: "居民" },
          text,
        },
      }),
    press: (chatId, data) =>
      push({
        callback_query: {
          id: `q${nextMessage}`,
          from: { id: chatId, is_bot: false, first_name: "居民" },
          chat_instance: "1",
          data,
          message: { message_id: nextMessage++, date: 0, chat: { id: chatId, type: "private" } },
        },
      }),
    connections: () => connections,
    push,
    unconfirmed: () => updates.length,
    misfortunes: (...list) => misfortunes.push(...list),
    breakDown: (value) => {
      broken = value;
    },
    close: () =>
      new Promise((resolve) => {
        for (const wake of waiting) wake();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** By hand: `npx tsx test/fakes/telegram-server.ts --port 8081 --token 1:test`, then a line on stdin is a resident's message. */
if (process.argv[1]?.endsWith("telegram-server.ts")) {
  const { values } = parseArgs({ options: { port: { type: "string", default: "8081" }, token: { type: "string", default: "1:test" } } });
  const fake = await startTelegramServer({ token: values.token, port: Number(values.port) });
  process.stdout.write(`${fake.url}  token ${values.token}\n`);
  let shown = 0;
  setInterval(() => {
    for (; shown < fake.sent.length; shown++) process.stdout.write(`${JSON.stringify(fake.sent[shown])}\n`);
  }, 200);
  for await (const line of process.stdin) fake.say(42, String(line).trim());
}
