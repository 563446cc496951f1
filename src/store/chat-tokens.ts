import { eq, lt, sql } from "drizzle-orm";
import type { PlainDate } from "../domain/plain-date.js";
import type { Store } from "./open.js";
import { chatTokens } from "./schema/index.js";

/** Tokens that a chat model cost on that day, all and those of one conversation. */
export function chatTokensOf(
  store: Store,
  day: PlainDate,
  conversation: string,
): { readonly ofDay: number; readonly ofConversation: number } {
  const { tokens, conversation: key } = chatTokens;
  const row = store.rows
    .select({
      ofDay: sql<number>`coalesce(sum(${tokens}), 0)`,
      ofConversation: sql<number>`coalesce(sum(${tokens}) FILTER (WHERE ${key} = ${conversation}), 0)`,
    })
    .from(chatTokens)
    .where(eq(chatTokens.day, day))
    .get();
  return row ?? { ofDay: 0, ofConversation: 0 };
}

/** Adds to them, or takes away; days before are forgotten. */
export function addChatTokens(store: Store, day: PlainDate, conversation: string, tokens: number): void {
  store.transaction(() => {
    store.rows.delete(chatTokens).where(lt(chatTokens.day, day)).run();
    store.rows
      .insert(chatTokens)
      .values({ day, conversation, tokens })
      .onConflictDoUpdate({
        target: [chatTokens.officeId, chatTokens.day, chatTokens.conversation],
        set: { tokens: sql`${chatTokens.tokens} + ${tokens}` },
      })
      .run();
  });
}
