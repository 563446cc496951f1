import type { Context } from "hono";
import { shanghaiTime } from "../../../domain/plain-date.js";
import { keepFeedback } from "../../../store/feedback.js";
import { Problem } from "../problem.js";
import type { ApiParts } from "./parts.js";
import { readJson } from "./read-json.js";
import { feedbackBody } from "./schemas.js";

/** A message of another conversation is as unknown as one that never was. */
export async function giveFeedback(parts: ApiParts, c: Context): Promise<Response> {
  await parts.limits.address(c);
  const { note, ...body } = await readJson(c, feedbackBody);
  const kept = keepFeedback(parts.store, { ...body, channel: "web", note: note?.trim() || null, at: shanghaiTime(parts.clock()) });
  if (!kept) throw new Problem("not_found", "没有找到这条答复。");
  return c.json({ message: body.message, verdict: body.verdict });
}
