import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChatServer, startChatServer } from "../fakes/chat-server.js";
import { runCommand } from "../fixtures/command.js";
import { eventually, temporaryFolder } from "../fixtures/home.js";
import { startServiceProcess } from "../fixtures/service.js";

let server: ChatServer;
beforeAll(async () => {
  server = await startChatServer();
});
afterAll(() => server.close());

const settings = () => ({ OPENAI_BASE_URL: server.url, OPENAI_MODEL: "some-model", OPENAI_API_KEY: "sk-very-secret" });

describe("zhengwen doctor", () => {
  it("asks the chat model, says what is wrong, and never the key", async () => {
    const home = temporaryFolder();
    const lines = async (environment: Readonly<Record<string, string>>) => {
      const { code, stdout } = await runCommand(home, ["doctor", "--json"], environment);
      expect(code).toBe(0);
      expect(stdout).not.toContain("sk-very-secret");
      return (JSON.parse(stdout) as { "chat model": string })["chat model"];
    };
    expect(await lines({})).toBe("off: set OPENAI_MODEL");
    server.script({ kind: "says", text: "好" }, { kind: "wrong_key" }, { kind: "no_model" });
    expect(await lines(settings())).toMatch(/some-model.* answers$/);
    expect(await lines(settings())).toMatch(/refused: 401 .*OPENAI_API_KEY/);
    expect(await lines(settings())).toMatch(/refused: 404 .*OPENAI_MODEL/);
  });
});

describe("a service whose chat model is refused", () => {
  it("starts, says so once in its log, and never the key", async () => {
    server.script({ kind: "wrong_key" });
    const service = await startServiceProcess(temporaryFolder(), settings());
    await eventually(() => service.output().includes("the chat model does not answer"));
    expect((await service.terminate()).code).toBe(0);
    const told = service
      .output()
      .split("\n")
      .filter((line) => line.includes("the chat model"));
    expect(told).toHaveLength(1);
    expect(JSON.parse(told[0] ?? "")).toMatchObject({ level: 40, detail: expect.stringContaining("refused: 401") });
    expect(service.output()).not.toContain("sk-very-secret");
  });
});
