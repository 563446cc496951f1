import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reply } from "../../src/domain/reply.js";
import { runCommand } from "../fixtures/command.js";

let home = "";
let folder = "";
const zhengwen = (...args: readonly string[]) => runCommand(home, args);
const json = <T>(text: string): T => JSON.parse(text) as T;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zhengwen-cli-"));
  home = join(folder, "home");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the command line", () => {
  it("makes its home at the first question and answers it with the article cited", async () => {
    const { code, stdout } = await zhengwen("ask", "二婚还能再生一个吗", "--json");
    expect(code).toBe(0);
    const reply = json<Reply>(stdout);
    expect(reply).toMatchObject({ kind: "answer", outcome: "answered", route: "question", generated: false });
    expect(reply.citations[0]?.basis).toContainEqual({ document: "广东省人口与计划生育条例", article: "第十八条" });
    expect(reply.trace.map((entry) => entry.step)).toContain("guard");
  });

  it("prints one JSON value and nothing else", async () => {
    const { stdout } = await zhengwen("search", "产假", "--json", "--top", "3");
    expect(json<{ hits: unknown[] }>(stdout).hits).toHaveLength(3);
  });

  it("exits 2 for an unknown place, an impossible date, an unknown option, a missing text", async () => {
    for (const args of [
      ["ask", "产假多少天", "--place", "桃花源"],
      ["ask", "产假多少天", "--as-of", "2026-02-30"],
      ["ask", "产假多少天", "--colour"],
      ["search", "产假", "--top", "0"],
      ["ask"],
      ["nonsense"],
    ]) {
      const { code, stderr } = await zhengwen(...args);
      expect(code, args.join(" ")).toBe(2);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });

  it("reads a place without its suffix", async () => {
    expect((await zhengwen("search", "产假", "--place", "广东")).code).toBe(0);
  });

  it("shows help with an example for every command", async () => {
    const { stdout } = await zhengwen("--help");
    const commands = stdout.slice(stdout.indexOf("Commands:"));
    const names = [...commands.matchAll(/^ {2}(\w+)\s/gm)].map((match) => match[1] as string).filter((name) => name !== "help");
    expect(names).toEqual(
      expect.arrayContaining(["start", "ask", "chat", "search", "import", "reindex", "document", "mask", "deadline", "doctor"]),
    );
    for (const name of names) {
      const help = await zhengwen(name, "--help");
      expect(help.code).toBe(0);
      expect(help.stdout, name).toMatch(/Examples?:/);
    }
  });

  it("answers every good line of a batch and names the malformed one", async () => {
    const input = join(folder, "in.jsonl");
    const output = join(folder, "out.jsonl");
    writeFileSync(
      input,
      ['{"id":"a","text":"办居住证要带什么"}', "{broken", '{"id":"c","text":"你好"}', '{"id":"d","text":"你好","place":"桃花源"}'].join(
        "\n",
      ),
    );
    const { code, stderr } = await zhengwen("ask", "--batch", input, "--out", output, "--dry-run");
    expect(code).toBe(1);
    expect(stderr).toMatch(/2/);
    const rows = readFileSync(output, "utf8")
      .trim()
      .split("\n")
      .map((line) => json<{ id: string; reply: Reply; ms: number }>(line));
    expect(rows.map((row) => row.id).sort()).toEqual(["a", "c"]);
    for (const row of rows) expect(row.ms).toBeGreaterThan(0);
  });

  it("names each file that cannot be read, imports the rest, exits 1", async () => {
    const documents = join(folder, "documents");
    mkdirSync(documents);
    writeFileSync(join(documents, "good.md"), "# 木棉街道夜市管理通知\n\n夜市从晚上开到半夜。\n");
    writeFileSync(join(documents, "binary.md"), Buffer.from([0, 1, 2, 3, 0, 255, 254, 7, 0, 0]));
    writeFileSync(join(documents, "kind.md"), "---\ntitle: 怪\nkind: poem\n---\n正文。\n");
    writeFileSync(join(documents, "date.md"), "---\ntitle: 怪\npublishedOn: 2026-02-30\n---\n正文。\n");
    writeFileSync(join(documents, "open.md"), "---\ntitle: 没关上\n正文。\n");
    writeFileSync(join(documents, "empty.md"), "");
    const { code, stdout } = await zhengwen("import", documents, "--json");
    expect(code).toBe(1);
    const counts = json<{ added: number; failed: { path: string; error: string }[] }>(stdout);
    expect(counts.added).toBe(1);
    expect(counts.failed.map((each) => each.path).sort()).toEqual(["binary.md", "date.md", "empty.md", "kind.md", "open.md"]);
    for (const each of counts.failed) expect(each.error).not.toBe("");
  });

  it("finds a published document after reindex, and not a draft", async () => {
    const file = join(folder, "notice.md");
    writeFileSync(file, "---\ntitle: 木棉街道风筝节通知\nkind: notice\n---\n# 木棉街道风筝节通知\n\n风筝节在木棉公园举办。\n");
    await zhengwen("import", file);
    await zhengwen("reindex");
    expect((await zhengwen("search", "风筝节", "--json")).stdout).not.toContain("风筝节通知");
    await zhengwen("import", file, "--publish", "--by", "王审核");
    const { stdout } = await zhengwen("reindex", "--json");
    expect(json(stdout)).toMatchObject({ added: 1 });
    expect((await zhengwen("search", "风筝节", "--json")).stdout).toContain("风筝节通知");
  });

  it("refuses a home that cannot be one, and makes nothing", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    const { code, stderr } = await runCommand(file, ["start"]);
    expect(code).toBe(1);
    expect(stderr).toContain("ZHENGWEN_HOME");
  });

  it("meets empty, endless, wordless and controlling messages kindly", async () => {
    const input = join(folder, "odd.jsonl");
    const output = join(folder, "odd-out.jsonl");
    const odd = ["", "   ", "居".repeat(10_000), "😀😀😀", "\u0000\u0007\u001b[31m", "？？？"];
    writeFileSync(input, odd.map((text, id) => JSON.stringify({ id, text })).join("\n"));
    expect((await zhengwen("ask", "--batch", input, "--out", output)).code).toBe(0);
    for (const line of readFileSync(output, "utf8").trim().split("\n")) {
      const { reply } = json<{ reply: Reply }>(line);
      expect(reply.outcome).not.toBe("failed");
      expect(reply.text.length).toBeGreaterThan(4);
    }
  });
});
