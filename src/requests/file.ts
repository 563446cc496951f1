import { dayInShanghai, type PlainDate, shanghaiTime } from "../domain/plain-date.js";
import { type Deadline, type FilingChannel, type RequestNumber, type RequestType, receiptPrefix } from "../domain/request.js";
import type { FiledRequest, Filing, RequestOrder } from "../domain/request-desk.js";
import { publicNumbersOf } from "../knowledge/office.js";
import type { Store } from "../store/open.js";
import { addRequest, nextReceipt } from "../store/requests.js";
import { maskPersonalData } from "../text/mask.js";
import type { CaseEvent } from "./case-event.js";
import type { CaseParts } from "./case-parts.js";
import { openLimits } from "./deadline.js";
import { lookupCodeHash, newLookupCode } from "./lookup-code.js";
import { projectionOf } from "./record.js";
import { type CaseStanding, standingOf } from "./standing.js";

/** Files orders, or says what filing them would give. */
export type FilingDesk = {
  preview(order: RequestOrder): FiledRequest;
  /** Inside the caller's transaction. */
  file(order: RequestOrder, filing: Filing): FiledRequest & { readonly id: number };
};

/**
 * Number, code, due date and first event of an order. What is personal in it is sealed: the row everybody works with has the description masked
 * and no identity (个人信息保护法 Art. 51).
 */
export function openFiling(parts: CaseParts): FilingDesk {
  const { store, vault, knowledge, clock } = parts;
  const limitOf = openLimits(knowledge.requestRules);

  const firstEvent = (order: RequestOrder, { channel, receivedOn: on, by, transferred }: Came): CaseEvent => {
    const at = shanghaiTime(clock());
    if (order.type === "disclosure") return { at, actor: by, event: "submitted", detail: { on, channel } };
    if (order.type === "petition") return { at, actor: by, event: "received", detail: { on, channel, transferred } };
    return { at, actor: by, event: "filed", detail: { on, channel, urgent: order.urgent, limit: limitOf(order) } };
  };
  const begin = (order: RequestOrder, came: Came) => {
    const event = firstEvent(order, came);
    return { event, standing: standingOf(order.type, [event], dayInShanghai(clock()), knowledge) };
  };

  return {
    preview: (order) => filed(order, null, null, begin(order, byChat(clock())).standing),
    file: (order, filing) =>
      store.transaction(() => {
        const at = shanghaiTime(clock());
        const came: Came = "by" in filing ? { transferred: false, ...filing } : byChat(clock());
        const { event, standing } = begin(order, came);
        const number = nextNumber(store, order.type, dayInShanghai(clock()));
        const code = newLookupCode();
        const masked = maskPersonalData(order.description, publicNumbersOf(knowledge.office)).text;
        const { application, category } = order;
        const id = addRequest(
          store,
          {
            number,
            type: order.type,
            conversationId: filing.conversationId,
            codeHash: lookupCodeHash(code),
            description: masked,
            location: order.location,
            categoryLevel1: category?.level1 ?? null,
            categoryLevel2: category?.level2 ?? null,
            categoryLevel3: category?.level3 ?? null,
            channel: came.channel,
            applicantKind: application?.applicant ?? null,
            applicantKey: application ? vault.fingerprint(application.identity.number) : null,
            createdAt: at,
            ...projectionOf(standing),
            state: standing.state,
          },
          { ...event, detail: { ...event.detail } },
        );
        const sealing = { conversationId: filing.conversationId, at };
        if (masked !== order.description) vault.seal({ kind: "description", subject: String(id) }, order.description, sealing);
        if (application) vault.seal({ kind: "applicant", subject: String(id) }, JSON.stringify(application), sealing);
        return { ...filed(order, number, code, standing), id };
      }),
  };
}

/** How and when an order came in, and who wrote it down. */
type Came = { readonly channel: FilingChannel; readonly receivedOn: PlainDate; readonly by: string; readonly transferred: boolean };

function byChat(now: Date): Came {
  return { channel: "internet", receivedOn: dayInShanghai(now), by: "resident", transferred: false };
}

/** YSQ-2026-000001, the next of its prefix and year. */
function nextNumber(store: Store, type: RequestType, day: PlainDate): RequestNumber {
  const prefix = receiptPrefix[type];
  const year = Number(day.slice(0, 4));
  return `${prefix}-${year}-${String(nextReceipt(store, prefix, year)).padStart(6, "0")}` as RequestNumber;
}

function filed(order: RequestOrder, number: RequestNumber | null, code: string | null, standing: CaseStanding): FiledRequest {
  const { type, category } = order;
  const deadline: Deadline | null = standing.deadline;
  const { state } = standing;
  const summary = { number, type, state, dueOn: deadline?.dueOn ?? null, dueAt: deadline?.dueAt ?? null, category };
  return { summary, code, deadline, confirmBy: standing.phase === "unconfirmed" ? standing.next.dueOn : null };
}
