import type { Clock } from "../domain/clock.js";
import { dayInShanghai, type PlainDate, shanghaiTime } from "../domain/plain-date.js";
import { type Category, type Deadline, type RequestNumber, receiptPrefix } from "../domain/request.js";
import type { FiledRequest, RequestDesk, RequestOrder, RequestStatus } from "../domain/request-desk.js";
import type { Calendars } from "../knowledge/calendars.js";
import type { Categories } from "../knowledge/categories.js";
import type { RequestRules } from "../knowledge/request-rules.js";
import type { Store } from "../store/open.js";
import { addRequest, nextReceipt, requestsByNumber, requestsOfConversation, type StoredRequest } from "../store/requests.js";
import { findReceiptNumber } from "../text/receipt-number.js";
import { openClassifier } from "./classify.js";
import { openDeadlines } from "./deadline.js";
import { isLookupCode, lookupCodeHash, newLookupCode } from "./lookup-code.js";

/** What the request desk is made of. */
export type DeskParts = {
  readonly store: Store;
  readonly categories: Categories;
  readonly rules: RequestRules;
  readonly calendars: Calendars;
  readonly clock: Clock;
};

/** A code that no request has: comparing with it takes as long as with a real one. */
const noHash = lookupCodeHash("");

/** Where requests are filed and looked up. */
export function openRequestDesk({ store, categories, rules, calendars, clock }: DeskParts): RequestDesk {
  const classify = openClassifier(categories);
  const deadlineOf = openDeadlines(rules, calendars);

  return {
    classify,
    preview: (order) => filed(order, null, null, deadlineOf(order, clock())),
    file: (order, conversationId) =>
      store.transaction(() => {
        const now = clock();
        const number = nextNumber(store, order, dayInShanghai(now));
        const code = newLookupCode();
        const deadline = deadlineOf(order, now);
        const codeHash = lookupCodeHash(code);
        addRequest(store, { order, number, state: "submitted", conversationId, codeHash, deadline, at: shanghaiTime(now) });
        return filed(order, number, code, deadline);
      }),
    find: (number, proof) => {
      const candidates = requestsByNumber(store, findReceiptNumber(number)?.candidates ?? []);
      if ("conversationId" in proof) return status(candidates.find(({ conversationId }) => conversationId === proof.conversationId));
      if (candidates.length === 0) isLookupCode(proof.code, noHash);
      return status(candidates.filter(({ codeHash }) => isLookupCode(proof.code, codeHash))[0]);
    },
    ofConversation: (conversationId) => requestsOfConversation(store, conversationId).flatMap((row) => status(row) ?? []),
  };
}

function nextNumber(store: Store, { type }: RequestOrder, day: PlainDate): RequestNumber {
  const prefix = receiptPrefix[type];
  const year = Number(day.slice(0, 4));
  return `${prefix}-${year}-${String(nextReceipt(store, prefix, year)).padStart(6, "0")}` as RequestNumber;
}

function filed(order: RequestOrder, number: RequestNumber | null, code: string | null, deadline: Deadline | null): FiledRequest {
  const { type, category } = order;
  const summary = { number, type, state: "submitted" as const, dueOn: deadline?.dueOn ?? null, dueAt: deadline?.dueAt ?? null, category };
  return { summary, code, deadline };
}

function status(row: StoredRequest | undefined): RequestStatus | null {
  if (!row) return null;
  return {
    number: row.number as RequestNumber,
    type: row.type,
    state: row.state,
    filedOn: row.createdAt.slice(0, 10) as PlainDate,
    dueOn: row.dueOn as PlainDate | null,
    dueAt: row.dueAt,
    category: categoryOf(row),
    description: row.description,
  };
}

function categoryOf({ categoryLevel1: level1, categoryLevel2: level2, categoryLevel3: level3 }: StoredRequest): Category | null {
  return level1 !== null && level2 !== null ? { level1, level2, level3 } : null;
}
