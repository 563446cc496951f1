import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { runBatch } from "../../src/cli/batch.js";
import { temporaryFolder } from "../fixtures/home.js";

const schema = z.object({ id: z.string(), text: z.string() });

async function answered(content: string): Promise<{ lines: unknown[]; malformed: number; said: string }> {
  const folder = temporaryFolder();
  const said: string[] = [];
  const stderr = vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  writeFileSync(join(folder, "in.jsonl"), content);
  const malformed = await runBatch({
    in: join(folder, "in.jsonl"),
    out: join(folder, "out.jsonl"),
    schema,
    answer: ({ id, text }) => ({ id, length: text.length }),
  }).finally(() => stderr.mockRestore());
  const lines = readFileSync(join(folder, "out.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return { lines: lines.map((line) => JSON.parse(line)), malformed, said: said.join("") };
}

describe("runBatch", () => {
  it("answers every row under its id, also behind a byte order mark, with CRLF and without a last line end", async () => {
    const { lines, malformed } = await answered('\ufeff{"id":"a","text":"一"}\r\n\r\n{"id":"b","text":"二三"}');
    expect(lines).toEqual([
      { id: "a", length: 1 },
      { id: "b", length: 2 },
    ]);
    expect(malformed).toBe(0);
  });

  it("names a malformed line by its number and answers the rest", async () => {
    const { lines, malformed, said } = await answered('{"id":"a","text":"一"}\nnonsense\n{"id":"c"}\n{"id":"d","text":"四"}\n');
    expect(lines).toEqual([
      { id: "a", length: 1 },
      { id: "d", length: 1 },
    ]);
    expect(malformed).toBe(2);
    expect(said).toMatch(/in\.jsonl:2: not JSON/);
    expect(said).toMatch(/in\.jsonl:3: text/);
  });

  it("writes more rows than one buffer holds", async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => JSON.stringify({ id: String(index), text: "长".repeat(50) }));
    expect((await answered(rows.join("\n"))).lines).toHaveLength(5_000);
  });

  it("refuses a file that is not there, and one that cannot be written", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "in.jsonl"), "");
    const batch = { schema, answer: () => ({}) };
    await expect(runBatch({ ...batch, in: join(folder, "none.jsonl"), out: join(folder, "out.jsonl") })).rejects.toMatchObject({
      code: "wrong_use",
    });
    await expect(runBatch({ ...batch, in: join(folder, "in.jsonl"), out: join(folder, "no", "out.jsonl") })).rejects.toMatchObject({
      code: "wrong_use",
    });
  });
});
