import { describe, expect, it } from "vitest";
import { describeSettings, readConfig } from "../src/config.js";

describe("the settings", () => {
  it("have a default each: an empty environment is enough", () => {
    expect(readConfig({})).toMatchObject({ port: 8080, telegram: { mode: "off" }, place: null });
  });

  it("name the one that cannot be read", () => {
    expect(() => readConfig({ PORT: "eighty" })).toThrow(/PORT/);
  });

  it("turn Telegram on with a token, which nothing prints", () => {
    const config = readConfig({ TELEGRAM_BOT_TOKEN: "123:secret" });
    expect(config.telegram.mode).toBe("polling");
    expect(JSON.stringify(config)).not.toContain("secret");
    expect(JSON.stringify(describeSettings({ TELEGRAM_BOT_TOKEN: "123:secret" }))).not.toContain("123:secret");
  });

  it("take an empty token as none", () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: " " }).telegram.mode).toBe("off");
  });

  it("leave the embedder to the index, and take one of the three kinds", () => {
    expect(readConfig({}).embedder.name).toBeNull();
    expect(readConfig({ EMBEDDER: "transformers:Xenova/bge-small-zh-v1.5" }).embedder.name).toBe("transformers:Xenova/bge-small-zh-v1.5");
    expect(() => readConfig({ EMBEDDER: "word2vec" })).toThrow(/EMBEDDER/);
  });

  it("keep fetched models in the home", () => {
    expect(readConfig({ ZHENGWEN_HOME: "/somewhere" }).embedder.modelsFolder).toBe("/somewhere/models");
  });

  it("print no key of an endpoint", () => {
    const config = readConfig({ OPENAI_API_KEY: "sk-secret" });
    expect(config.embedder.openai.apiKey?.reveal()).toBe("sk-secret");
    expect(JSON.stringify(config)).not.toContain("sk-secret");
    expect(JSON.stringify(describeSettings({ OPENAI_API_KEY: "sk-secret" }))).not.toContain("sk-secret");
  });

  it("have no chat model until one is named, then with limits and a key that nothing prints", () => {
    expect(readConfig({ OPENAI_BASE_URL: "http://localhost:11434/v1" }).chat).toBeNull();
    const { chat } = readConfig({ OPENAI_MODEL: "qwen2.5:7b", OPENAI_API_KEY: "sk-secret", CHAT_BUDGET_TOKENS_DAY: "500" });
    expect(chat).toMatchObject({ model: "qwen2.5:7b", budget: { tokensOfDay: 500, tokensOfConversation: 100_000 } });
    expect(readConfig({}).chatTimeoutMs).toBe(12_000);
    expect(JSON.stringify(chat)).not.toContain("sk-secret");
    expect(() => readConfig({ CHAT_TIMEOUT_MS: "soon" })).toThrow(/CHAT_TIMEOUT_MS/);
  });

  it("take an endpoint by http or https only, and a budget that is a number", () => {
    expect(() => readConfig({ OPENAI_BASE_URL: "file:///etc" })).toThrow(/OPENAI_BASE_URL/);
    expect(() => readConfig({ EMBEDDING_BUDGET_CHARACTERS: "much" })).toThrow(/EMBEDDING_BUDGET_CHARACTERS/);
  });
});
