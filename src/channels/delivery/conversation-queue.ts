import { setTimeout as pause } from "node:timers/promises";
import PQueue from "p-queue";
import type { Logger } from "pino";
import type { ChannelName } from "../../domain/message.js";
import { pendingMessages } from "../../store/inbox.js";
import type { Store } from "../../store/open.js";
import type { Answered } from "../intake.js";
import type { InboxAnswerer, OnSentence } from "./answer-inbox.js";
import { whatFailed } from "./what-failed.js";

export type ConversationQueue = {
  /** Answers a row after the ones of the same conversation that came before it. */
  enqueue(inboxId: number, conversation: string): void;
  /** Answers what an earlier process left unanswered. Returns how many. */
  drain(): number;
  /** Resolves when nothing waits any more, or after `limitMs`; what is left then is answered after the next start. */
  stop(limitMs: number): Promise<void>;
};

export type QueueParts = {
  readonly store: Store;
  readonly answerer: InboxAnswerer;
  readonly onSentence?: OnSentence;
  readonly log: Logger;
  /** Rows of other channels are not this process's. */
  readonly channels: readonly ChannelName[];
  readonly onAnswered: (answered: Answered) => void;
  /** Milliseconds before the second try, the third, and the next round after not even an apology could be stored. */
  readonly waitMs?: readonly [number, number, number];
};

/** Conversations answered in one turn of the event loop: a long backlog after a restart must not stall the web pages. */
const conversationsAtOnce = 4;
const usualWaitMs = [50, 500, 30_000] as const;

/** In order for one person, parallel between persons. A message whose answer fails three times gets an apology, and the queue goes on. */
export function conversationQueue({
  store,
  answerer,
  onSentence,
  log,
  channels,
  onAnswered,
  waitMs = usualWaitMs,
}: QueueParts): ConversationQueue {
  const tails = new Map<string, Promise<void>>();
  const turns = new PQueue({ concurrency: conversationsAtOnce });
  const stopping = new AbortController();

  /** False when the row is still without an answer. */
  const answerOne = async (inboxId: number): Promise<boolean> => {
    for (const waitBefore of [0, waitMs[0], waitMs[1]]) {
      // at least one turn of the event loop: the handler returns and others come in between
      await (waitBefore === 0 ? new Promise(setImmediate) : pause(waitBefore, undefined, { signal: stopping.signal }).catch(() => {}));
      if (stopping.signal.aborted) return true;
      try {
        onAnswered(await answerer.answer(inboxId, onSentence));
        return true;
      } catch (cause) {
        log.error({ inboxId, ...whatFailed(cause) }, "a message could not be answered");
      }
    }
    try {
      onAnswered(answerer.apologise(inboxId));
      return true;
    } catch (cause) {
      log.error({ inboxId, ...whatFailed(cause) }, "not even an apology could be stored; tried again later");
      return false;
    }
  };

  const enqueue = (inboxId: number, conversation: string) => {
    const before = tails.get(conversation) ?? Promise.resolve();
    const tail = before.then(async () => {
      if (stopping.signal.aborted || (await turns.add(() => answerOne(inboxId)))) return;
      setTimeout(() => enqueue(inboxId, conversation), waitMs[2]).unref();
    });
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
      const limit = setTimeout(() => stopping.abort(), limitMs);
      while (tails.size > 0) await Promise.all(tails.values());
      clearTimeout(limit);
      stopping.abort();
    },
  };
}
