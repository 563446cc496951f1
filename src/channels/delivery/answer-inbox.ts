import type { Consultation, Consulted, Keeping } from "../../answer/consultation.js";
import type { Clock } from "../../domain/clock.js";
import type { IncomingMessage } from "../../domain/message.js";
import { type PlainDate, shanghaiTime } from "../../domain/plain-date.js";
import { inboxMessage, markAnswered } from "../../store/inbox.js";
import type { Store } from "../../store/open.js";
import { enqueueReply, replyTo } from "../../store/outbox.js";
import type { Answered } from "../intake.js";

/** Told of the checked sentences of an answer that is still written, and whose it is. */
export type OnSentence = (message: Pick<IncomingMessage, "channel" | "conversation">, text: string) => void;

export type InboxAnswerer = {
  /** Answers an inbox row, or gives the answer it already has: once, whatever happens in between. */
  answer(inboxId: number, onSentence?: OnSentence): Promise<Answered>;
  /** Stores an apology for a row that could not be answered. */
  apologise(inboxId: number): Answered;
  /** Answers and marks as delivered in one go, for a caller that prints the reply itself. */
  answerDirectly(inboxId: number, asOf: PlainDate | null): Promise<Answered>;
};

/** Joins inbox, pipeline and outbox: what is stored of an answer is stored in one transaction with the mark on its message. */
export function inboxAnswerer(store: Store, consultation: Consultation, clock: Clock): InboxAnswerer {
  const messageOf = (inboxId: number): IncomingMessage => {
    const row = inboxMessage(store, inboxId);
    if (!row) throw new Error(`no inbox row ${inboxId}`);
    return row.message;
  };
  const keepingOf = (inboxId: number, { channel, conversation }: IncomingMessage, state: "pending" | "sent"): Keeping => ({
    known: () => replyTo(store, inboxId),
    also: (consulted) => {
      markAnswered(store, inboxId);
      enqueueReply(store, { inboxId, channel, conversation, ...consulted, state }, shanghaiTime(clock()));
    },
  });
  const answered = (inboxId: number, { reply, messageId }: Consulted): Answered => ({ inboxId, messageId, reply });

  const answer = async (inboxId: number, state: "pending" | "sent", asOf: PlainDate | null, tell?: OnSentence): Promise<Answered> => {
    const message = messageOf(inboxId);
    const keeping = keepingOf(inboxId, message, state);
    const onSentence = tell && ((text: string) => tell(message, text));
    return answered(inboxId, keeping.known() ?? (await consultation.answer(message, asOf, keeping, onSentence)));
  };
  return {
    answer: (inboxId, onSentence) => answer(inboxId, "pending", null, onSentence),
    apologise: (inboxId) => {
      const message = messageOf(inboxId);
      return answered(inboxId, consultation.apologise(message, keepingOf(inboxId, message, "pending")));
    },
    answerDirectly: (inboxId, asOf) => answer(inboxId, "sent", asOf),
  };
}
