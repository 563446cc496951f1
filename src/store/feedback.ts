import { and, eq } from "drizzle-orm";
import type { ChannelName } from "../domain/message.js";
import type { Store } from "./open.js";
import { conversations, feedback, messages, type verdicts } from "./schema/index.js";

export type Verdict = (typeof verdicts)[number];

export type GivenFeedback = {
  readonly channel: ChannelName;
  /** The channel's own id of the dialog. */
  readonly conversation: string;
  /** The id of the reply that is judged. */
  readonly message: string;
  readonly verdict: Verdict;
  readonly note: string | null;
  /** ISO time with +08:00. */
  readonly at: string;
};

/**
 * Keeps what a resident says of a reply; the last word on it counts, and a note given before stays unless there is a new one.
 * @returns false when the message is no reply of that conversation
 */
export function keepFeedback(store: Store, given: GivenFeedback): boolean {
  return store.transaction(() => {
    const judged = store.rows
      .select({ conversationId: messages.conversationId })
      .from(messages)
      .innerJoin(conversations, eq(conversations.id, messages.conversationId))
      .where(
        and(
          eq(messages.id, given.message),
          eq(messages.direction, "out"),
          eq(conversations.channel, given.channel),
          eq(conversations.key, given.conversation),
        ),
      )
      .get();
    if (!judged) return false;
    const { verdict, note, at } = given;
    const changed = store.rows
      .update(feedback)
      .set(note === null ? { verdict, at } : { verdict, note, at })
      .where(eq(feedback.messageId, given.message))
      .run();
    if (changed.changes === 0) {
      store.rows.insert(feedback).values({ conversationId: judged.conversationId, messageId: given.message, verdict, note, at }).run();
    }
    return true;
  });
}
