import { chineseDate, type PlainDate, shanghaiTime } from "../domain/plain-date.js";
import { type Choice, reply } from "../domain/reply.js";
import type { RequestNumber } from "../domain/request.js";
import { solvedChoice } from "../domain/request-desk.js";
import { publicNumbersOf } from "../knowledge/office.js";
import { addMessage, conversationOf } from "../store/conversations.js";
import { enqueueReply } from "../store/outbox.js";
import { conversationsOf, type StoredRequest } from "../store/requests.js";
import { fillIn } from "../text/fill.js";
import { maskPersonalData } from "../text/mask.js";
import type { CaseParts } from "./case-parts.js";
import { toldDueOn } from "./record.js";
import { categoryOf } from "./request-status.js";

/**
 * Tells those who wait for a request what happened, through the outbox of the channel that each of them used; inside the caller's transaction.
 * Who came to the counter gets a letter instead.
 * @param name which news, as the lifecycle's event names it
 */
export function tell(
  { store, knowledge, clock }: CaseParts,
  request: StoredRequest,
  name: string,
  values: Readonly<Record<string, string>> = {},
): void {
  const { newsWordings: words, web } = knowledge;
  const at = shanghaiTime(clock());
  const { dueOn, dueAt } = toldDueOn(request);
  const due = dueOn === null ? words.dueUnknown : fillIn(words.due, { date: dateText(dueOn, dueAt) });
  const type = web.requestTypes[request.type];
  const body = fillIn(words[name] as string, { unit: words.unit, ...values, type, number: request.number, due });
  // staff write what they like; it is kept, and shown on screens that others see
  const { text } = maskPersonalData(`${fillIn(words.head, { type, number: request.number })}\n${body}`, publicNumbersOf(knowledge.office));
  const asks = name === "replied";
  for (const id of conversationsOf(store, request)) {
    const conversation = conversationOf(store, id);
    if (!conversation || conversation.channel === "office") continue;
    const isOwn = id === request.conversationId;
    const said = reply({
      kind: "status",
      outcome: "status_given",
      route: "status",
      text,
      choices: asks && isOwn ? solvedChoices(words.choices, request.number) : [],
      request: {
        number: request.number as RequestNumber,
        type: request.type,
        state: request.state,
        dueOn,
        dueAt,
        category: categoryOf(request),
      },
    });
    const messageId = addMessage(store, id, "out", text, at);
    enqueueReply(
      store,
      { inboxId: null, channel: conversation.channel, conversation: conversation.key, messageId, reply: said, state: "pending" },
      at,
    );
  }
}

function solvedChoices(words: { readonly solved: string; readonly notSolved: string }, number: string): readonly Choice[] {
  return [
    { id: `${solvedChoice.solved}${number}`, label: words.solved },
    { id: `${solvedChoice.notSolved}${number}`, label: words.notSolved },
  ];
}

function dateText(dueOn: PlainDate, dueAt: string | null): string {
  return dueAt === null ? chineseDate(dueOn) : `${chineseDate(dueOn)}${dueAt.slice(11, 16)}`;
}
