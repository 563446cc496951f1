import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmbeddingServer, startEmbeddingServer } from "../fakes/embedding-server.js";
import { type ModelHub, startModelHub } from "../fakes/model-hub.js";
import { runCommand } from "../fixtures/command.js";

type Listed = {
  inUse: string | null;
  models: { name: string; state: string; bytes: number | null; dimension: number | null; inUse: boolean }[];
};

let folder = "";
let hub: ModelHub;
let endpoint: EmbeddingServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "zhengwen-model-"));
  hub = await startModelHub();
  endpoint = await startEmbeddingServer();
});
afterAll(async () => {
  await Promise.all([hub.close(), endpoint.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const model = (home: string, ...args: readonly string[]) =>
  runCommand(join(folder, home), ["model", ...args], { HF_ENDPOINT: hub.url, OPENAI_BASE_URL: endpoint.url });
const list = async (home: string): Promise<Listed> => JSON.parse((await model(home, "list", "--json")).stdout);

describe("zhengwen model fetch", () => {
  it("brings a model, which is then listed as here", async () => {
    const { code, stdout } = await model("fetched", "fetch", "someone/tiny", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ name: "transformers:someone/tiny", fetched: true });
    expect((await list("fetched")).models).toContainEqual(
      expect.objectContaining({ name: "transformers:someone/tiny", state: "here", dimension: 8, inUse: false }),
    );
  });

  it("does not bring again what is here", async () => {
    await model("twice", "fetch", "someone/tiny");
    const before = hub.requests.length;
    expect((await model("twice", "fetch", "transformers:someone/tiny")).stdout).toMatch(/^already here/);
    expect(hub.requests).toHaveLength(before);
  });

  it("exits 1 for a model that the hub does not have, and leaves nothing", async () => {
    const { code, stderr } = await model("none", "fetch", "someone/other");
    expect(code).toBe(1);
    expect(stderr).toContain("someone/other");
    expect(readdirSync(join(folder, "none/models"))).toEqual([]);
  });
});

describe("zhengwen model list", () => {
  it("names what comes with the package and what can be fetched, in a home without an index", async () => {
    const { inUse, models } = await list("empty");
    expect(inUse).toBeNull();
    expect(models[0]).toMatchObject({ name: "static", inUse: false });
    expect(models).toContainEqual(
      expect.objectContaining({ name: "transformers:Xenova/bge-small-zh-v1.5", state: "on_hub", dimension: 512 }),
    );
  });
});

describe("zhengwen model use", () => {
  it("exits 2 for a name that is none", async () => {
    expect((await model("refused", "use", "word2vec")).code).toBe(2);
  });

  it("changes nothing when the model cannot be used", async () => {
    await model("unusable", "fetch", "someone/tiny");
    const { code, stderr } = await model("unusable", "use", "transformers:someone/tiny");
    expect(code).toBe(1);
    expect(stderr).toContain("tokenizer.json");
    expect(existsSync(join(folder, "unusable/index"))).toBe(false);
  });

  it("makes the index with the model, and keeps it when the next one fails, at its first text or later", async () => {
    const { code, stdout } = await model("switched", "use", "openai:first", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ inUse: "openai:first", dimension: 64 });
    for (const misfortunes of [[{ kind: "wrong_key" }], [{ kind: "none" }, { kind: "wrong_key" }]] as const) {
      endpoint.misfortunes(...misfortunes);
      expect((await model("switched", "use", "openai:second")).code).toBe(1);
    }
    expect((await list("switched")).inUse).toBe("openai:first");
  });
});
