import type { Context } from "hono";
import type { z } from "zod";
import { Problem } from "../problem.js";

/**
 * The body of a call, parsed once.
 * @throws Problem `not_json`, `invalid_json`, `invalid_body` naming the first field that does not fit
 */
export async function readJson<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "application/json") throw new Problem("not_json", "请用 Content-Type: application/json 发送 JSON。");
  const text = await c.req.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem("invalid_json", "内容不是有效的 JSON。");
  }
  return parsed(schema, value);
}

/** @throws Problem `invalid_body` */
export function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const first = result.error.issues[0];
  throw new Problem("invalid_body", `字段 ${first?.path.join(".") || "（整体）"} 不符合要求：${first?.message ?? ""}`);
}
