import { once } from "node:events";
import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import type { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";

export type Batch<Row, Answer> = {
  /** JSON lines in and out. */
  readonly in: string;
  readonly out: string;
  readonly schema: z.ZodType<Row>;
  answer(row: Row): Answer | Promise<Answer>;
  progress?(done: number, total: number): void;
};

/**
 * Answers a file of JSON lines, one line out for each well-formed line in, in order. A line that is no JSON, or not of
 * the schema, is named by its number on stderr; the rest is answered. Returns how many lines were malformed.
 * @throws ZhengwenError `wrong_use` when a file cannot be read or written.
 */
export async function runBatch<Row, Answer>(batch: Batch<Row, Answer>): Promise<number> {
  const total = await countLines(batch.in);
  const output = await openForWriting(batch.out);
  const lines = createInterface({ input: createReadStream(batch.in, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  let malformed = 0;
  try {
    for await (const line of lines) {
      number++;
      const text = number === 1 ? line.replace(/^\ufeff/, "") : line;
      if (text.trim() === "") continue;
      const row = readRow(text, batch.schema);
      if ("error" in row) {
        malformed++;
        process.stderr.write(`${batch.in}:${number}: ${row.error}\n`);
      } else {
        await writeLine(output, JSON.stringify(await batch.answer(row.value)));
      }
      batch.progress?.(number, total);
    }
  } finally {
    lines.close();
    output.end();
    await finished(output);
  }
  return malformed;
}

function readRow<Row>(line: string, schema: z.ZodType<Row>): { readonly value: Row } | { readonly error: string } {
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch {
    return { error: "not JSON" };
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return { value: parsed.data };
  const first = parsed.error.issues[0];
  return { error: `${first?.path.join(".") || "line"}: ${first?.message ?? "does not fit"}` };
}

/** A failed write is told by the stream once; waiting for room keeps a large batch out of memory. */
async function writeLine(output: WriteStream, line: string): Promise<void> {
  if (!output.write(`${line}\n`)) await once(output, "drain");
}

async function countLines(path: string): Promise<number> {
  let count = 0;
  try {
    for await (const piece of createReadStream(path)) for (const byte of piece as Buffer) if (byte === 10) count++;
  } catch (cause) {
    throw new ZhengwenError("wrong_use", `cannot read ${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  return Math.max(count, 1);
}

async function openForWriting(path: string): Promise<WriteStream> {
  try {
    const file = await open(path, "w");
    return createWriteStream(path, { fd: file, encoding: "utf8" });
  } catch (cause) {
    throw new ZhengwenError("wrong_use", `cannot write ${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
