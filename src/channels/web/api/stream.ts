import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { LiveReply } from "../live.js";
import type { ApiParts } from "./parts.js";
import { parsed } from "./read-json.js";
import { streamQuery } from "./schemas.js";

/**
 * Tells a conversation's replies while it is open. A text is only sent once it is checked: sentence by sentence where a model writes it, as `delta`s of
 * no message yet, else a paragraph each. What counts is the `reply`, which takes their place.
 */
export async function stream(parts: ApiParts, c: Context): Promise<Response> {
  await parts.limits.address(c);
  const { conversation } = parsed(streamQuery, c.req.query());
  c.header("X-Accel-Buffering", "no");
  return streamSSE(c, async (events) => {
    const waiting: (LiveReply | string)[] = [];
    let isDrafted = false;
    let wake = () => {};
    let ended = false;
    const tell = (news: LiveReply | string) => {
      waiting.push(news);
      wake();
    };
    const end = () => {
      ended = true;
      wake();
    };
    const unsubscribe = parts.live.subscribe(conversation, {
      draft: tell,
      reply: tell,
      end,
    });
    const keepAlive = setInterval(() => void events.write(": still here\n\n"), parts.options.keepAliveMs);
    const stop = () => {
      clearInterval(keepAlive);
      unsubscribe();
      end();
    };
    events.onAbort(stop);
    try {
      await events.write(": listening\n\n");
      while (!ended) {
        const next = waiting.shift();
        if (next === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve;
            if (waiting.length > 0 || ended) resolve();
          });
          continue;
        }
        if (typeof next === "string") {
          isDrafted = true;
          await events.writeSSE({ event: "delta", data: JSON.stringify({ message: null, text: next }) });
          continue;
        }
        for (const text of isDrafted ? [] : next.reply.text.split(/(?<=\n\n)/)) {
          await events.writeSSE({ event: "delta", data: JSON.stringify({ message: next.message, text }) });
        }
        isDrafted = false;
        await events.writeSSE({ event: "reply", id: next.message, data: JSON.stringify(next) });
      }
    } finally {
      stop();
    }
  });
}
