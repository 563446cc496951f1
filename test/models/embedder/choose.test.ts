import { describe, expect, it } from "vitest";
import { openEmbedder } from "../../../src/models/embedder/choose.js";
import { temporaryFolder } from "../../fixtures/home.js";

const settings = () => ({
  modelsFolder: temporaryFolder(),
  hubEndpoint: "http://127.0.0.1:1",
  openai: { baseUrl: "https://api.openai.com/v1", apiKey: null, budgetCharacters: 0 },
});

describe("opening an embedder by its name", () => {
  it("refuses a name that is none", async () => {
    await expect(openEmbedder("word2vec", settings())).rejects.toMatchObject({ code: "wrong_use" });
  });

  it("does not go to the hub unless it is told to", async () => {
    await expect(openEmbedder("transformers:someone/tiny", settings())).rejects.toMatchObject({
      code: "embedder_missing",
      message: expect.stringContaining("zhengwen model fetch someone/tiny"),
    });
  });

  it("asks for the key that OpenAI wants", async () => {
    await expect(openEmbedder("openai:text-embedding-3-small", settings())).rejects.toMatchObject({
      code: "wrong_use",
      message: expect.stringContaining("OPENAI_API_KEY"),
    });
  });

  it("opens an endpoint of one's own without a key, and sends nothing when the dimension is known", async () => {
    const own = { ...settings(), openai: { ...settings().openai, baseUrl: "http://127.0.0.1:1/v1" } };
    expect(await openEmbedder("openai:bge-m3", own, { dimension: 1024 })).toMatchObject({ name: "openai:bge-m3", dimension: 1024 });
  });
});
