import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the next request meets instead of its vectors. */
export type EmbeddingMisfortune =
  | { readonly kind: "rate_limited"; readonly retryAfterSeconds?: number }
  | { readonly kind: "server_error" | "dropped" | "stalled" | "stalled_midway" | "quota_spent" | "wrong_key" | "garbage" | "not_json" }
  /** Goes well: for what a later one is to meet. */
  | { readonly kind: "none" }
  | { readonly kind: "fewer_rows" | "same_index_twice" | "not_numbers" }
  | { readonly kind: "wrong_dimension"; readonly dimension: number };

export type EmbeddingServer = {
  /** The base URL, as OPENAI_BASE_URL takes it. */
  readonly url: string;
  /** The texts of each request that was answered or refused, in order. */
  readonly requests: readonly (readonly string[])[];
  /** The header Authorization of each request. */
  readonly authorizations: readonly string[];
  misfortunes(...list: readonly EmbeddingMisfortune[]): void;
  close(): Promise<void>;
};

/**
 * An OpenAI-compatible `/v1/embeddings` for tests. A text's vector counts its characters by code point, so that like texts have like
 * vectors; it is not of length 1, and the rows come in reverse order, as they may.
 * @param options.mostTexts more texts in one request are refused with 400
 */
export async function startEmbeddingServer(options: { dimension?: number; mostTexts?: number } = {}): Promise<EmbeddingServer> {
  const { dimension = 64, mostTexts = 2048 } = options;
  const requests: string[][] = [];
  const authorizations: string[] = [];
  const misfortunes: EmbeddingMisfortune[] = [];

  const server = createServer(async (request, response) => {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    if (request.url !== "/v1/embeddings") return error(response, 404, `no ${request.url} here`);
    const { input } = JSON.parse(Buffer.concat(body).toString("utf8")) as { input: string[] };
    const authorization = request.headers.authorization ?? "";
    requests.push(input);
    authorizations.push(authorization);
    const misfortune = misfortunes.shift();
    if (input.length > mostTexts) return error(response, 400, `at most ${mostTexts} texts`);
    if (input.some((text) => text === "")) return error(response, 400, "an empty text");
    switch (misfortune?.kind) {
      case "rate_limited": {
        if (misfortune.retryAfterSeconds) response.setHeader("retry-after", misfortune.retryAfterSeconds);
        return error(response, 429, "slow down");
      }
      case "quota_spent":
        return error(response, 429, "you spent all", "insufficient_quota");
      case "server_error":
        return error(response, 503, "overloaded");
      case "wrong_key":
        return error(response, 401, `Incorrect API key provided: ${authorization.replace("Bearer ", "")}`);
      case "dropped":
        return request.socket.destroy();
      case "stalled":
        return;
      case "stalled_midway":
        response.writeHead(200, { "content-type": "application/json" });
        response.write('{"data":[');
        return;
      case "garbage":
        return json(response, 200, { message: "welcome" });
      case "not_json":
        response.writeHead(200, { "content-type": "application/json" });
        return response.end("<html>");
    }
    const size = misfortune?.kind === "wrong_dimension" ? misfortune.dimension : dimension;
    const rows = input.map((text, index) => ({ object: "embedding", index, embedding: vectorOf(text, size) as unknown[] }));
    if (misfortune?.kind === "fewer_rows") rows.pop();
    if (misfortune?.kind === "same_index_twice") for (const row of rows) row.index = 0;
    if (misfortune?.kind === "not_numbers") rows[0]?.embedding.fill(null);
    return json(response, 200, { object: "list", data: rows.reverse(), model: "fake", usage: { prompt_tokens: 1, total_tokens: 1 } });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    authorizations,
    misfortunes: (...list) => misfortunes.push(...list),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function vectorOf(text: string, dimension: number): number[] {
  const vector = new Array<number>(dimension).fill(0);
  for (const character of text) {
    const place = (character.codePointAt(0) ?? 0) % dimension;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  return vector;
}

function error(response: ServerResponse, status: number, message: string, code: string | null = null): void {
  json(response, status, { error: { message, type: "error", code } });
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
