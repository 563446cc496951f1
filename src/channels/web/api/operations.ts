import type { Context } from "hono";
import { Problem } from "../problem.js";
import type { ApiParts } from "./parts.js";

export function health(_parts: ApiParts, c: Context): Response {
  return c.json({ status: "ok" });
}

/** 200 only once messages can be answered: before that a balancer sends nobody. */
export function readiness(parts: ApiParts, c: Context): Response {
  if (!parts.ready()) throw new Problem("not_yet_answered", "还在启动，请稍等。", 1);
  return c.json({ status: "ready" });
}

export async function metricsText(parts: ApiParts, c: Context): Promise<Response> {
  const { text, contentType } = await parts.metrics.print();
  return c.body(text, 200, { "Content-Type": contentType });
}
