import type { Context } from "hono";
import { z } from "zod";
import { newsOf } from "../../../store/outbox.js";
import type { ApiParts } from "../api/parts.js";
import { parsed } from "../api/read-json.js";
import { conversationId } from "../api/schemas.js";
import { ReplyView } from "./reply-view.js";

const form = z.object({ conversation: conversationId, known: z.string().max(2_000).default("") });
/** Shorter keys can be guessed: news would be read by whoever tries. */
const unguessable = 22;

/** What happened to a conversation's requests since the page last looked, as parts of the page; `known` names what it shows already. */
export async function news(parts: ApiParts, c: Context): Promise<Response> {
  await parts.limits.address(c);
  const { conversation, known } = parsed(form, await c.req.parseBody());
  c.header("Cache-Control", "no-store");
  c.header("X-Part", "news");
  if (conversation.length < unguessable) return c.html("");
  const shown = new Set(known.split(" "));
  const fresh = newsOf(parts.store, "web", conversation).filter(({ messageId }) => !shown.has(messageId));
  const views = fresh.map(({ messageId, reply }) => (
    <ReplyView reply={reply} message={messageId} conversation={conversation} words={parts.knowledge} />
  ));
  return c.html(views.join(""));
}
