import type { Consultation, Consulted } from "../../answer/consultation.js";
import type { Clock } from "../../domain/clock.js";
import type { IncomingMessage } from "../../domain/message.js";
import { type PlainDate, shanghaiTime } from "../../domain/plain-date.js";
import { inboxMessage, markAnswered } from "../../store/inbox.js";
import type { Store } from "../../store/open.js";
import { enqueueReply, replyTo } from "../../store/outbox.js";
import type { Answered } from "../intake.js";

export type InboxAnswerer = {
  /** Answers an inbox row, or gives the answer it already has: once, whatever happens in between. */
  answer(inboxId: number): Answered;
  /** Stores an apology for a row that could not be answered. */
  apologise(inboxId: number): Answered;
  /** Receives, answers and marks as delivered in one go, for a caller that prints the reply itself. */
  answerDirectly(inboxId: number, asOf: PlainDate | null): Answered;
};

/** Joins inbox, pipeline and outbox: what is stored of an answer is stored in one transaction with the mark on its message. */
export function inboxAnswerer(store: Store, consultation: Consultation, clock: Clock): InboxAnswerer {
  const once = (
    inboxId: number,
    outboxState: "pending" | "sent",
    work: (message: IncomingMessage, also: (consulted: Consulted) => void) => Consulted,
  ): Answered =>
    store.transaction(() => {
      const row = inboxMessage(store, inboxId);
      if (!row) throw new Error(`no inbox row ${inboxId}`);
      const known = row.answered ? replyTo(store, inboxId) : null;
      if (known) return { inboxId, messageId: known.messageId, reply: known.reply };
      const { channel, conversation } = row.message;
      const { reply, messageId } = work(row.message, (consulted) => {
        markAnswered(store, inboxId);
        enqueueReply(store, { inboxId, channel, conversation, ...consulted, state: outboxState }, shanghaiTime(clock()));
      });
      return { inboxId, messageId, reply };
    });
  return {
    answer: (inboxId) => once(inboxId, "pending", (message, also) => consultation.answer(message, null, also)),
    apologise: (inboxId) => once(inboxId, "pending", (message, also) => consultation.apologise(message, also)),
    answerDirectly: (inboxId, asOf) => once(inboxId, "sent", (message, also) => consultation.answer(message, asOf, also)),
  };
}
