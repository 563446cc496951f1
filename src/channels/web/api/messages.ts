import type { Context } from "hono";
import { Problem } from "../problem.js";
import { awaitReply, submit } from "../submit.js";
import type { ApiParts } from "./parts.js";
import { readJson } from "./read-json.js";
import { messageBody } from "./schemas.js";

/** On disk first, then answered; a reply that takes too long still reaches the stream. */
export async function postMessage(parts: ApiParts, c: Context): Promise<Response> {
  await parts.limits.address(c);
  const body = await readJson(c, messageBody);
  await parts.limits.conversation(body.conversation);
  const inboxId = submit(parts, { ...body, turn: null });
  const answered = await awaitReply(parts, body.conversation, inboxId, parts.options.answerWithinMs);
  if (!answered) throw new Problem("not_yet_answered", "消息已经收到，还在处理，请稍后再看。", 5);
  c.header("X-Message-Id", answered.messageId);
  c.header("Cache-Control", "no-store");
  return c.json(answered.reply);
}
