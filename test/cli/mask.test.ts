import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { maskCommand } from "../../src/cli/mask.js";
import { temporaryFolder } from "../fixtures/home.js";

async function run(...words: string[]): Promise<string> {
  const said: string[] = [];
  const stdout = vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
  await maskCommand()
    .exitOverride()
    .parseAsync(words, { from: "user" })
    .finally(() => stdout.mockRestore());
  return said.join("");
}

describe("zhengwen mask", () => {
  afterEach(() => {
    process.exitCode = undefined;
  });

  it("prints the masked text", async () => {
    expect(await run("电话13800138000，打0700-0000100没人接")).toBe("电话〔手机号〕，打0700-0000100没人接\n");
  });

  it("prints one JSON value with offsets into the text as given", async () => {
    expect(JSON.parse(await run("电话１３８００１３８０００", "--json"))).toEqual({
      text: "电话〔手机号〕",
      spans: [{ type: "phone", text: "１３８００１３８０００", start: 2, end: 13 }],
    });
  });

  it("masks a file row by row", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "in.jsonl"), '{"id":"a","text":"我叫陈志明"}\n{"id":2,"text":"你好"}\n');
    await run("--batch", join(folder, "in.jsonl"), "--out", join(folder, "out.jsonl"));
    const rows = readFileSync(join(folder, "out.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows).toEqual([
      { id: "a", text: "我叫〔姓名〕", spans: [{ type: "name", text: "陈志明", start: 2, end: 5 }] },
      { id: 2, text: "你好", spans: [] },
    ]);
    expect(process.exitCode).toBeUndefined();
  });

  it("is wrong use without a text or without --out", async () => {
    await expect(run()).rejects.toMatchObject({ code: "wrong_use" });
    await expect(run("--batch", "in.jsonl")).rejects.toMatchObject({ code: "wrong_use" });
  });
});
