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
});
