import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";

/**
 * Reads one YAML file of the knowledge folder and holds it against its schema.
 * @throws ZhengwenError `knowledge_invalid` naming file, place and what is wrong.
 */
export function readKnowledge<T>(folder: string, file: string, schema: z.ZodType<T>): T {
  const path = join(folder, file);
  let content: unknown;
  try {
    content = parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new ZhengwenError("knowledge_invalid", `${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new ZhengwenError("knowledge_invalid", `${path}: ${first?.path.join(".") ?? ""}: ${first?.message ?? "does not fit"}`);
}
