import { randomBytes, randomUUID } from "node:crypto";

/** Names one message of a page, so that sending it twice is one message. */
export function newTurn(): string {
  return randomUUID();
}

/** A conversation id that nobody guesses: 24 characters, 144 random bits. */
export function newConversation(): string {
  return randomBytes(18).toString("base64url");
}
