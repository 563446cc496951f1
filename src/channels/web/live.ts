import type { Reply } from "../../domain/reply.js";
import type { Channel } from "../channel.js";

export type LiveReply = { readonly message: string; readonly reply: Reply };
/** One open stream: told of sentences of a reply that is still written, of replies, and to end when the service does. */
export type Listener = { draft(text: string): void; reply(reply: LiveReply): void; end(): void };

/** The open streams of web conversations. */
export type LiveReplies = {
  /** What the outbox sends web replies through: who listens gets it, who does not finds it by asking again. */
  readonly channel: Channel;
  /** Gives a reply to all who listen to the conversation; the same message twice is given once. */
  publish(conversation: string, reply: LiveReply): void;
  /** Gives a checked sentence of a reply that is still written; the reply takes its place. */
  draft(conversation: string, text: string): void;
  /** Returns the function that stops listening. */
  subscribe(conversation: string, listener: Listener): () => void;
  /** How many streams are open. */
  listeners(): number;
};

/** A reply reaches its stream both from the POST that waited for it and from the outbox: so many ids are remembered. */
const remembered = 2_000;

/** Keeps no reply: a stream only tells what happens while it is open. */
export function liveReplies(): LiveReplies {
  const byConversation = new Map<string, Set<Listener>>();
  const published = new Set<string>();

  const publish = (conversation: string, reply: LiveReply) => {
    if (published.has(reply.message)) return;
    published.add(reply.message);
    const [oldest] = published;
    if (published.size > remembered && oldest !== undefined) published.delete(oldest);
    for (const listener of byConversation.get(conversation) ?? []) listener.reply(reply);
  };
  return {
    channel: {
      name: "web",
      start: async () => {},
      stop: async () => {
        for (const listeners of byConversation.values()) for (const listener of [...listeners]) listener.end();
      },
      send: async ({ conversation, messageId, reply }) => publish(conversation, { message: messageId, reply }),
    },
    publish,
    draft: (conversation, text) => {
      for (const listener of byConversation.get(conversation) ?? []) listener.draft(text);
    },
    subscribe: (conversation, listener) => {
      const listeners = byConversation.get(conversation) ?? new Set();
      byConversation.set(conversation, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && byConversation.get(conversation) === listeners) byConversation.delete(conversation);
      };
    },
    listeners: () => [...byConversation.values()].reduce((sum, listeners) => sum + listeners.size, 0),
  };
}
