import type { Logger } from "pino";
import type { ChannelName } from "../../domain/message.js";
import { pendingMessages } from "../../store/inbox.js";
import type { Store } from "../../store/open.js";
import type { Answered } from "../intake.js";
import type { InboxAnswerer } from "./answer-inbox.js";

export type ConversationQueue = {
  /** Answers a row after the ones of the same conversation that came before it. */
  enqueue(inboxId: number, conversation: string): void;
  /** Answers what an earlier process left unanswered. */
  drain(): number;
  /** Resolves when nothing waits any more, or after `limitMs`. */
  stop(limitMs: number): Promise<void>;
};

export type QueueParts = {
  readonly store: Store;
  readonly answerer: InboxAnswerer;
  readonly log: Logger;
  /** Rows of other channels are not this process's. */
  readonly channels: readonly ChannelName[];
  readonly onAnswered: (answered: Answered) => void;
};

const attempts = 3;

/** In order for one person, parallel between persons. A message whose answer fails three times gets an apology, and the queue goes on. */
export function conversationQueue({ store, answerer, log, channels, onAnswered }: QueueParts): ConversationQueue {
  const tails = new Map<string, Promise<void>>();
  let stopping = false;

  const answerOne = async (inboxId: number): Promise<void> => {
    // lets the handler return and other conversations in between
    await new Promise(setImmediate);
    for (let attempt = 1; attempt <= attempts && !stopping; attempt++) {
      try {
        onAnswered(answerer.answer(inboxId));
        return;
      } catch (cause) {
        log.error({ inboxId, attempt, error: cause instanceof Error ? cause.name : "unknown" }, "a message could not be answered");
      }
    }
    if (stopping) return;
    try {
      onAnswered(answerer.apologise(inboxId));
    } catch (cause) {
      log.error(
        { inboxId, error: cause instanceof Error ? cause.name : "unknown" },
        "not even an apology could be stored; it is tried again after a restart",
      );
    }
  };

  const enqueue = (inboxId: number, conversation: string) => {
    const tail = (tails.get(conversation) ?? Promise.resolve()).then(() => answerOne(inboxId));
    tails.set(conversation, tail);
    void tail.then(() => {
      if (tails.get(conversation) === tail) tails.delete(conversation);
    });
  };

  return {
    enqueue,
    drain: () => {
      const left = pendingMessages(store, channels);
      for (const { id, message } of left) enqueue(id, `${message.channel}/${message.conversation}`);
      return left.length;
    },
    stop: async (limitMs) => {
      const limit = setTimeout(() => {
        stopping = true;
      }, limitMs);
      await Promise.all(tails.values());
      clearTimeout(limit);
    },
  };
}
