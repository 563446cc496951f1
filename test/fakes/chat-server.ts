import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ChatMessage } from "../../src/models/chat/chat-model.js";

/** What one request meets. */
export type ChatScript =
  /** `pieces` as they are sent, else the text character by character; `usage` as an endpoint may tell it. */
  | { readonly kind: "says"; readonly text: string; readonly finish?: string | null; readonly usage?: unknown }
  | { readonly kind: "says_pieces"; readonly pieces: readonly string[] }
  /** As `says`, of what was asked. */
  | { readonly kind: "answers"; readonly with: (messages: readonly ChatMessage[]) => string }
  | { readonly kind: "stalled" | "dropped" }
  | { readonly kind: "stalled_midway" | "cut_off" | "broken_midway" | "fails_midway"; readonly text: string }
  | { readonly kind: "html" | "broken_json" | "empty_choices" | "empty_text" | "other_shape" | "endless" }
  | { readonly kind: "wrong_key" | "no_model" | "quota_spent" | "too_long" | "server_error" }
  | { readonly kind: "rate_limited"; readonly retryAfterSeconds?: number };

export type ChatRequest = {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly authorization: string | null;
  readonly body: Readonly<Record<string, unknown>>;
};

export type ChatServer = {
  /** The base URL, as OPENAI_BASE_URL takes it. */
  readonly url: string;
  readonly requests: readonly ChatRequest[];
  /** What the next requests meet, in order; those after them hear `otherwise`. */
  script(...list: readonly ChatScript[]): void;
  /** What a request without a script meets; 好 at first. */
  otherwise(script: ChatScript): void;
  close(): Promise<void>;
};

/** An OpenAI-compatible `/v1/chat/completions` for tests, that streams and does whatever endpoints and models do. */
export async function startChatServer(): Promise<ChatServer> {
  const requests: ChatRequest[] = [];
  const scripts: ChatScript[] = [];
  let usual: ChatScript = { kind: "says", text: "好" };

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.url !== "/v1/chat/completions") return error(response, 404, `no ${request.url} here`);
    const body = JSON.parse(Buffer.concat(chunks).toString("utf8")) as { model: string; messages: ChatMessage[] };
    const authorization = request.headers.authorization ?? null;
    requests.push({ model: body.model, messages: body.messages, authorization, body });
    play(scripts.shift() ?? usual, requests.at(-1) as ChatRequest, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    script: (...list) => scripts.push(...list),
    otherwise: (script) => {
      usual = script;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function play(script: ChatScript, request: ChatRequest, response: ServerResponse): unknown {
  switch (script.kind) {
    case "says":
      return stream(response, [...script.text], script.finish === undefined ? "stop" : script.finish, script.usage);
    case "says_pieces":
      return stream(response, script.pieces, "stop");
    case "answers":
      return stream(response, [...script.with(request.messages)], "stop");
    case "stalled":
      return;
    case "dropped":
      response.socket?.destroy();
      return;
    case "stalled_midway":
      return begin(response, script.text);
    case "cut_off":
      begin(response, script.text, () => response.socket?.destroy());
      return;
    case "broken_midway":
      return begin(response, script.text, () => response.end('data: {"choices": [\n\n'));
    case "fails_midway":
      return begin(response, script.text, () => response.end('data: {"error": {"message": "out of memory"}}\n\n'));
    case "html":
      response.writeHead(200, { "content-type": "text/html" });
      response.end("<html><body>Sign in to the network</body></html>");
      return;
    case "broken_json":
      return begin(response, "", () => response.end('data: {"choices": [{"delta"\n\n'));
    case "empty_choices":
      return events(response, [{ choices: [] }, { choices: [] }]);
    case "empty_text":
      return stream(response, ["", " ", "\n"], "stop");
    case "other_shape":
      return events(response, [{ choices: "welcome" }]);
    case "endless":
      return endless(response);
    case "wrong_key":
      return error(response, 401, `Incorrect API key provided: ${(request.authorization ?? "").replace("Bearer ", "")}`);
    case "no_model":
      return error(response, 404, `model "${request.model}" not found, try pulling it first`);
    case "quota_spent":
      return error(response, 429, "you spent all", "insufficient_quota");
    case "too_long":
      return error(response, 400, "the request exceeds the context of the model");
    case "server_error":
      return error(response, 500, "out of memory");
    case "rate_limited":
      if (script.retryAfterSeconds !== undefined) response.setHeader("retry-after", script.retryAfterSeconds);
      return error(response, 429, "slow down");
  }
}

const pieceOf = (content: string, finish: string | null = null) => ({
  object: "chat.completion.chunk",
  choices: [{ index: 0, delta: { content }, finish_reason: finish }],
});
const line = (data: unknown) => `data: ${JSON.stringify(data)}\n\n`;

function head(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
}

function events(response: ServerResponse, data: readonly unknown[]): void {
  head(response);
  response.end(`${data.map(line).join("")}data: [DONE]\n\n`);
}

function stream(response: ServerResponse, pieces: readonly string[], finish: string | null, usage?: unknown): void {
  const told = usage === undefined ? [] : [{ choices: [], usage }];
  events(response, [...pieces.map((piece) => pieceOf(piece)), pieceOf("", finish), ...told]);
}

/** Sends the text and leaves the stream open; `then` once it is on its way. */
function begin(response: ServerResponse, text: string, then: () => void = () => {}): void {
  head(response);
  // the next turn of the loop: the bytes are out before a socket is destroyed
  response.write(line(pieceOf(text)), () => setTimeout(then, 20));
}

function endless(response: ServerResponse): void {
  head(response);
  const timer = setInterval(() => response.write(line(pieceOf("再说一遍。".repeat(20)))), 1);
  response.on("close", () => clearInterval(timer));
}

function error(response: ServerResponse, status: number, message: string, code: string | null = null): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: { message, type: "error", code } }));
}
