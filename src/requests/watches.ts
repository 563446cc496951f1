import type { Clock } from "../domain/clock.js";
import { shanghaiTime } from "../domain/plain-date.js";
import { type Citation, reply } from "../domain/reply.js";
import type { WatchDesk } from "../domain/request-desk.js";
import { audit } from "../store/audit-log.js";
import { addMessage, conversationOf } from "../store/conversations.js";
import type { Store } from "../store/open.js";
import { enqueueReply } from "../store/outbox.js";
import { addWatch, endWatches, isPublishedSince, markTold, openWatches, type PublicationWatch } from "../store/publication-watches.js";
import { fillIn } from "../text/fill.js";
import type { CaseParts } from "./case-parts.js";

/** Keeps who wants to hear when something is published that answers what could not be answered. */
export function openWatchDesk(store: Store, clock: Clock): WatchDesk {
  return {
    watch: (conversationId, question, place) => addWatch(store, { conversationId, question, place, at: shanghaiTime(clock()) }),
    end: (conversationId) => endWatches(store, conversationId, shanghaiTime(clock())),
  };
}

/** A watch whose question something published since answers now: for staff to look at and click. */
export type WatchProposal = { readonly watch: PublicationWatch; readonly citation: Citation };

/**
 * The open watches that a later publication answers.
 * @param answer what the bot would cite for a question today; nothing when it would not answer
 */
export async function proposedWatches(
  store: Store,
  answer: (question: string, place: string) => Promise<readonly Citation[]>,
): Promise<readonly WatchProposal[]> {
  const proposals: WatchProposal[] = [];
  for (const watch of openWatches(store)) {
    const citations = await answer(watch.question, watch.place);
    const citation = citations.find(({ document }) => isPublishedSince(store, document, watch.at));
    if (citation) proposals.push({ watch, citation });
  }
  return proposals;
}

/** Tells who asked, with the citation, on a staff member's word; false when they were told already. */
export function tellWatch({ store, knowledge, clock }: CaseParts, { watch, citation }: WatchProposal, by: string): boolean {
  const at = shanghaiTime(clock());
  return store.transaction(() => {
    if (!markTold(store, watch.id, at)) return false;
    const conversation = conversationOf(store, watch.conversationId);
    const { document, article } = citation;
    const text = fillIn(knowledge.newsWordings.publication, { question: watch.question, title: `《${document}》`, article: article ?? "" });
    const said = reply({ kind: "status", outcome: "status_given", route: "status", text });
    if (conversation) {
      const messageId = addMessage(store, watch.conversationId, "out", text, at);
      const { channel, key } = conversation;
      enqueueReply(store, { inboxId: null, channel, conversation: key, messageId, reply: said, state: "pending" }, at);
    }
    audit(store, { at, actor: by, action: "watch_told", subject: `watch/${watch.id}`, detail: { document, article } });
    return true;
  });
}
