import type { IncomingMessage } from "../domain/message.js";
import type { Reply } from "../domain/reply.js";

export type Answered = { readonly inboxId: number; readonly messageId: string; readonly reply: Reply };

/** The one door for messages: on disk first, answered in order for one person. */
export type Intake = {
  /** Writes the inbox and returns the row's id; a redelivered update gives the id it already has. */
  receive(message: IncomingMessage): number;
  /** The reply to an inbox row, once it is there; null when it takes longer than `timeoutMs`. */
  answered(inboxId: number, timeoutMs: number): Promise<Answered | null>;
};
