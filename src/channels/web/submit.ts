import { randomUUID } from "node:crypto";
import type { Answered } from "../intake.js";
import type { LiveReplies } from "./live.js";
import type { Metrics } from "./metrics.js";
import { Problem } from "./problem.js";
import type { WebServices } from "./services.js";

/** A message as the API and the page take it. */
export type Submission = {
  readonly conversation: string;
  readonly text: string;
  readonly place?: string | undefined;
  readonly choice?: string | undefined;
  /** Names this turn of the conversation: sent twice, it is one message. Null makes each call its own. */
  readonly turn: string | null;
};

/** Writes the inbox. @throws Problem `unknown_place` */
export function submit(services: Pick<WebServices, "intake" | "parsePlace">, submission: Submission): number {
  const { conversation, text, place, choice, turn } = submission;
  const parsed = place === undefined ? null : services.parsePlace(place);
  if (place !== undefined && parsed === null) throw new Problem("unknown_place", "没有认出这个地方，请写成“广东省/广州市”这样。");
  return services.intake.receive({
    channel: "web",
    // With the conversation before it: nobody gets another's reply by naming another's turn.
    updateId: turn === null ? randomUUID() : `${conversation}/${turn}`,
    conversation,
    text,
    choice: choice ?? null,
    place: parsed,
  });
}

/** Waits for the reply to an inbox row and tells the streams; null when it takes longer than `withinMs`. */
export async function awaitReply(
  parts: { readonly intake: WebServices["intake"]; readonly live: LiveReplies; readonly metrics: Metrics },
  conversation: string,
  inboxId: number,
  withinMs: number,
): Promise<Answered | null> {
  const began = performance.now();
  const answered = await parts.intake.answered(inboxId, withinMs);
  if (!answered) return null;
  parts.metrics.answered(answered.reply.outcome, (performance.now() - began) / 1000);
  parts.live.publish(conversation, { message: answered.messageId, reply: answered.reply });
  return answered;
}
