import type { Clock } from "../../domain/clock.js";
import { shanghaiTime } from "../../domain/plain-date.js";
import { receiveMessage } from "../../store/inbox.js";
import type { Store } from "../../store/open.js";
import { replyTo } from "../../store/outbox.js";
import type { Answered, Intake } from "../intake.js";
import type { ConversationQueue } from "./conversation-queue.js";

/** An intake, and the function by which the queue tells that a message was answered. */
export function openIntake(
  store: Store,
  clock: Clock,
): { readonly intake: Intake; readonly answered: (answer: Answered) => void; connect(queue: ConversationQueue): void } {
  const waiting = new Map<number, Set<(answer: Answered) => void>>();
  let queue: ConversationQueue | null = null;

  const intake: Intake = {
    receive: (message) => {
      const inboxId = receiveMessage(store, message, shanghaiTime(clock()));
      queue?.enqueue(inboxId, `${message.channel}/${message.conversation}`);
      return inboxId;
    },
    answered: (inboxId, timeoutMs) => {
      const known = replyTo(store, inboxId);
      if (known) return Promise.resolve({ inboxId, messageId: known.messageId, reply: known.reply });
      return new Promise((resolve) => {
        const listeners = waiting.get(inboxId) ?? new Set();
        waiting.set(inboxId, listeners);
        const done = (answer: Answered | null) => {
          clearTimeout(timer);
          listeners.delete(done);
          if (listeners.size === 0) waiting.delete(inboxId);
          resolve(answer);
        };
        const timer = setTimeout(() => done(null), timeoutMs);
        listeners.add(done);
      });
    },
  };
  return {
    intake,
    answered: (answer) => {
      for (const done of [...(waiting.get(answer.inboxId) ?? [])]) done(answer);
    },
    connect: (opened) => {
      queue = opened;
    },
  };
}
