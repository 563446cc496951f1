import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { ZhengwenError } from "../../../src/domain/errors.js";
import { type OpenaiOptions, openOpenaiEmbedder } from "../../../src/models/embedder/openai.js";
import { type EmbeddingMisfortune, type EmbeddingServer, startEmbeddingServer } from "../../fakes/embedding-server.js";
import { embedderContract } from "./contract.js";

const impatient = { attempts: 3, firstPause: 1, timeout: 200 };

async function serverOf(options: Parameters<typeof startEmbeddingServer>[0] = {}): Promise<EmbeddingServer> {
  const server = await startEmbeddingServer(options);
  onTestFinished(() => server.close());
  return server;
}

const open = (server: Pick<EmbeddingServer, "url">, options: Partial<OpenaiOptions> = {}) =>
  openOpenaiEmbedder({
    model: "some-model",
    baseUrl: server.url,
    apiKey: { reveal: () => "sk-very-secret" },
    budgetCharacters: 100_000,
    patience: { passages: impatient, question: impatient },
    ...options,
  });

const fails = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable("it went well"),
    (cause: ZhengwenError) => cause,
  );

describe("an OpenAI-compatible endpoint", () => {
  let shared: EmbeddingServer;
  beforeAll(async () => {
    shared = await startEmbeddingServer();
  });
  afterAll(() => shared.close());
  embedderContract("openai", () => open(shared), { understands: false });

  it("tells its dimension by the first vector", async () => {
    expect((await open(await serverOf({ dimension: 48 }))).dimension).toBe(48);
  });

  it("is sent nothing at opening when the dimension is known", async () => {
    const server = await serverOf();
    await open(server, { dimension: 64 });
    expect(server.requests).toEqual([]);
  });

  it("gets the key as a bearer token", async () => {
    const server = await serverOf();
    await open(server);
    expect(server.authorizations).toEqual(["Bearer sk-very-secret"]);
  });

  it("gets the question with the prefix that the model wants", async () => {
    const server = await serverOf();
    const embedder = await open(server, { model: "BAAI/bge-large-zh-v1.5" });
    await embedder.embedQuery("低保");
    expect(server.requests.at(-1)).toEqual(["为这个句子生成表示以用于检索相关文章：低保"]);
  });

  it("gets passages in batches, by number and by characters", async () => {
    const server = await serverOf();
    const embedder = await open(server);
    await embedder.embedPassages([...Array.from({ length: 100 }, () => "短"), ...Array.from({ length: 6 }, () => "长".repeat(3_900))]);
    const [, ...batches] = server.requests;
    expect(batches.map((batch) => batch.length).reduce((sum, count) => sum + count)).toBe(106);
    expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(64);
    expect(Math.max(...batches.map((batch) => batch.join("").length))).toBeLessThanOrEqual(16_000);
  });

  it("gets smaller batches when it takes fewer texts at once, and is not asked for more again", async () => {
    const server = await serverOf({ mostTexts: 10 });
    const embedder = await open(server);
    const texts = Array.from({ length: 40 }, (_, index) => `第${index}条`);
    expect(await embedder.embedPassages(texts)).toHaveLength(40 * 64);
    const before = server.requests.length;
    await embedder.embedPassages(texts);
    expect(server.requests.slice(before).every((batch) => batch.length <= 10)).toBe(true);
  });

  it.each<[string, EmbeddingMisfortune]>([
    ["says that it has too much to do", { kind: "rate_limited" }],
    ["fails for a moment", { kind: "server_error" }],
    ["breaks the connection", { kind: "dropped" }],
    ["stalls", { kind: "stalled" }],
    ["stalls amid its answer", { kind: "stalled_midway" }],
  ])("is asked again when it %s", async (_, misfortune) => {
    const server = await serverOf();
    server.misfortunes(misfortune);
    expect((await open(server)).dimension).toBe(64);
    expect(server.requests).toHaveLength(2);
  });

  it("is given up after some attempts", async () => {
    const server = await serverOf();
    server.misfortunes({ kind: "server_error" }, { kind: "server_error" }, { kind: "server_error" }, { kind: "server_error" });
    expect(await fails(open(server))).toMatchObject({ code: "embedder_unreachable", message: expect.stringContaining("3 attempts") });
    expect(server.requests).toHaveLength(3);
  });

  it("is unreachable when nobody listens", async () => {
    const server = await startEmbeddingServer();
    await server.close();
    expect(await fails(open(server))).toMatchObject({ code: "embedder_unreachable" });
  });

  it.each<[string, EmbeddingMisfortune, RegExp]>([
    ["the key is wrong", { kind: "wrong_key" }, /401/],
    ["the account is empty", { kind: "quota_spent" }, /spent/],
    ["the answer is something else", { kind: "garbage" }, /not what \/embeddings gives/],
    ["the answer is not JSON", { kind: "not_json" }, /not JSON/],
    ["there are no numbers in it", { kind: "not_numbers" }, /not what \/embeddings gives/],
    ["a vector is missing", { kind: "fewer_rows" }, /1 vectors came for 2 texts/],
    ["two vectors have one index", { kind: "same_index_twice" }, /no vector came for text 1 of 2/],
    ["the dimension changes", { kind: "wrong_dimension", dimension: 32 }, /32 numbers where it gave 64/],
  ])("is not asked again when %s", async (_, misfortune, message) => {
    const server = await serverOf();
    const embedder = await open(server);
    server.misfortunes(misfortune);
    expect(await fails(embedder.embedPassages(["甲", "乙"]))).toMatchObject({
      code: "embedder_refused",
      message: expect.stringMatching(message),
    });
    expect(server.requests).toHaveLength(2);
  });

  it("never has its key in an error, also when it repeats it", async () => {
    const server = await serverOf();
    server.misfortunes({ kind: "wrong_key" });
    const error = await fails(open(server));
    expect(`${error.stack} ${JSON.stringify(error)} ${error.cause}`).not.toContain("sk-very-secret");
  });

  it("is sent nothing more when that would go beyond the budget", async () => {
    const server = await serverOf();
    const embedder = await open(server, { budgetCharacters: 10 });
    await embedder.embedPassages(["一二三四五六"]);
    expect(await fails(embedder.embedPassages(["一二三", "四五"]))).toMatchObject({ code: "embedder_budget" });
    expect(server.requests).toHaveLength(2);
  });

  it("has another fingerprint for another model, address or dimension", async () => {
    const fingerprint = async (options: Partial<OpenaiOptions>) =>
      (await open({ url: "http://127.0.0.1:1/v1" }, { dimension: 8, ...options })).fingerprint;
    const all = await Promise.all([{}, { model: "other" }, { baseUrl: "http://127.0.0.1:2/v1" }, { dimension: 9 }].map(fingerprint));
    expect(new Set(all).size).toBe(4);
  });
});
