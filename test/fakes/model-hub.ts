import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the next request for a file's content meets. */
export type HubMisfortune =
  | { readonly kind: "server_error" | "rate_limited" | "stalled" | "none" }
  /** The connection breaks after so many bytes, once they arrived. */
  | { readonly kind: "dropped"; readonly after: number; readonly arrived: Promise<unknown> }
  /** One byte comes out another. */
  | { readonly kind: "flipped" }
  /** Fewer bytes than the file has, announced as if they were all. */
  | { readonly kind: "short"; readonly bytes: number };

export type ModelHub = {
  readonly url: string;
  /** Each request for content: the file's path and the first byte that was asked for. */
  readonly requests: readonly { readonly file: string; readonly from: number }[];
  misfortunes(...list: readonly HubMisfortune[]): void;
  close(): Promise<void>;
};

/** As small as an ONNX file can be that is one by its outermost fields: a version, and a graph of zeros. */
export function tinyOnnx(graphBytes = 4_000): Buffer {
  const length = [(graphBytes & 127) | 128, graphBytes >> 7];
  return Buffer.concat([Buffer.from([0x08, 0x08, 0x3a, ...length]), Buffer.alloc(graphBytes)]);
}

/** A made-up model's files; it can be fetched but not run. */
export const tinyModel: Readonly<Record<string, Buffer>> = {
  "config.json": Buffer.from('{"model_type":"bert","hidden_size":8,"max_position_embeddings":64}'),
  "tokenizer.json": Buffer.from('{"model":{"vocab":{}}}'),
  "tokenizer_config.json": Buffer.from('{"model_max_length":64}'),
  "onnx/model_quantized.onnx": tinyOnnx(),
};

/**
 * A hub for tests with one model, `someone/tiny`: large files lie elsewhere, as on the real one, their sha256 told where they are pointed
 * to; content can be asked for from a byte on.
 */
export async function startModelHub(files: Readonly<Record<string, Buffer>> = tinyModel): Promise<ModelHub> {
  const requests: { file: string; from: number }[] = [];
  const misfortunes: HubMisfortune[] = [];

  const send = async (request: IncomingMessage, response: ServerResponse, file: string, whole: Buffer): Promise<void> => {
    const etag = `"${createHash("md5").update(whole).digest("hex")}"`;
    const from = request.headers["if-range"] === etag ? Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0) : 0;
    requests.push({ file, from });
    const misfortune = misfortunes.shift() ?? { kind: "none" };
    if (misfortune.kind === "stalled") return;
    if (misfortune.kind === "server_error" || misfortune.kind === "rate_limited") {
      response.writeHead(misfortune.kind === "server_error" ? 503 : 429).end();
      return;
    }
    let content = Buffer.from(whole.subarray(from));
    if (misfortune.kind === "flipped") content[content.length - 1] = (content.at(-1) ?? 0) ^ 1;
    if (misfortune.kind === "short") content = content.subarray(0, misfortune.bytes);
    response.writeHead(from > 0 ? 206 : 200, { etag, "content-length": content.length });
    if (misfortune.kind !== "dropped") {
      response.end(content);
      return;
    }
    response.write(content.subarray(0, misfortune.after));
    await misfortune.arrived;
    request.socket.destroy();
  };

  const server = createServer((request, response) => {
    const [, place, file = ""] = /^\/(someone\/tiny\/resolve\/main|elsewhere)\/(.+)$/.exec(request.url ?? "") ?? [];
    const content = files[file];
    if (!content) return response.writeHead(place ? 404 : 401).end();
    if (place === "elsewhere" || !file.endsWith(".onnx")) return send(request, response, file, content);
    const sha256 = createHash("sha256").update(content).digest("hex");
    return response.writeHead(302, { location: `/elsewhere/${file}`, "x-linked-etag": `"${sha256}"` }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    misfortunes: (...list) => misfortunes.push(...list),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
