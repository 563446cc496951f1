import { dayInShanghai, shanghaiTime } from "../domain/plain-date.js";
import type { NearbyReport, RequestDesk, ResidentAct, ResidentActed, StatusFound } from "../domain/request-desk.js";
import { audit } from "../store/audit-log.js";
import { eventsOf, follow, requestsByNumber, requestsOfConversation, type StoredRequest } from "../store/requests.js";
import { maskPersonalData } from "../text/mask.js";
import { findReceiptNumber } from "../text/receipt-number.js";
import { dayOf } from "./case-event.js";
import type { CaseParts } from "./case-parts.js";
import { openClassifier } from "./classify.js";
import { publishedAlready, raiseDoubts } from "./doubts.js";
import { openFiling } from "./file.js";
import { allowedEvents } from "./lifecycle/walk.js";
import { isLookupCode, lookupCodeHash } from "./lookup-code.js";
import { openLookupLocks } from "./lookup-locks.js";
import { nearbyReports } from "./nearby.js";
import { tell } from "./news.js";
import { record, type ToRecord } from "./record.js";
import { statusOf } from "./request-status.js";

/** A code that no request has: comparing with it takes as long as with a real one. */
const noHash = lookupCodeHash("");

/** Where residents file requests, look them up, and do what they may to them. */
export function openRequestDesk(parts: CaseParts): RequestDesk {
  const { store, knowledge, clock } = parts;
  const filing = openFiling(parts);
  const locks = openLookupLocks(store, clock);

  const byCode = (number: string, code: string): StatusFound => {
    const written = findReceiptNumber(number);
    if (!written) return { kind: "unknown" };
    const serial = (written.candidates[0] ?? "").slice(-"2026-000001".length);
    if (locks.isLocked(serial)) return { kind: "locked" };
    const found = requestsByNumber(store, written.candidates);
    if (found.length === 0) isLookupCode(code, noHash);
    const [right] = found.filter(({ codeHash }) => isLookupCode(code, codeHash));
    if (!right) {
      locks.failed(serial);
      return { kind: "unknown" };
    }
    locks.succeeded(serial);
    return { kind: "found", status: statusOf(right) };
  };
  const byConversation = (number: string, conversationId: number): StatusFound => {
    const own = requestsByNumber(store, findReceiptNumber(number)?.candidates ?? []).filter((row) => row.conversationId === conversationId);
    const [first] = own;
    if (!first) return { kind: "unknown" };
    return own.length > 1 ? { kind: "several", statuses: own.map(statusOf) } : { kind: "found", status: statusOf(first) };
  };

  return {
    classify: openClassifier(knowledge.categories),
    preview: filing.preview,
    file: (order, how) =>
      store.transaction(() => {
        const { id, ...filed } = filing.file(order, how);
        if (order.type === "disclosure") raiseDoubts(parts, id, order);
        return filed;
      }),
    find: (number, proof) => ("code" in proof ? byCode(number, proof.code) : byConversation(number, proof.conversationId)),
    ofConversation: (conversationId) => requestsOfConversation(store, conversationId).map(statusOf),
    act: (number, act) =>
      store.transaction(() => {
        const [request] = requestsByNumber(store, [number]);
        return request ? residentAct(parts, request, act) : { kind: "refused", why: "not_allowed" };
      }),
    publishedAlready: (description) => publishedAlready(parts, description),
    nearby: (order): readonly NearbyReport[] => nearbyReports(store, order, dayInShanghai(clock())),
    follow: (number, conversationId) =>
      store.transaction(() => {
        const [request] = requestsByNumber(store, [number]);
        if (!request || request.endedOn !== null) return false;
        if (request.conversationId === conversationId) return true;
        if (follow(store, request.id, conversationId, shanghaiTime(clock())))
          record(parts, request, [{ event: "followed", actor: "resident" }]);
        return true;
      }),
  };
}

const eventOf = {
  withdraw: "withdrawn",
  urge: "urged",
  add: "added",
  correct_place: "place_corrected",
  correct_contact: "contact_corrected",
  solved: "solved",
  not_solved: "reopened",
} as const satisfies Record<ResidentAct["act"], string>;

function residentAct(parts: CaseParts, request: StoredRequest, act: ResidentAct): ResidentActed {
  const { knowledge, store, clock } = parts;
  const lifecycle = knowledge.lifecycles.of(request.type);
  // what is added to a request that waits for its correction is the correction (政府信息公开条例 Art. 30)
  const event = act.act === "add" && request.phase === "in_correction" ? "corrected" : eventOf[act.act];
  if (!allowedEvents(lifecycle, request.phase, "resident").includes(event)) return { kind: "refused", why: "not_allowed" };
  const events = eventsOf(store, request.id);
  const today = dayInShanghai(clock());
  if (event === "urged" && events.some((past) => past.event === "urged" && dayOf(past) >= today))
    return { kind: "refused", why: "urged_today" };
  const { happened, location } = toRecord(parts, request, act, event);
  const recorded = record(parts, request, [happened], location === null ? {} : { location });
  const { news } = lifecycle.events[event] ?? {};
  // the reply says it already to the resident: news are for the followers
  audit(store, { at: shanghaiTime(clock()), actor: "resident", action: `request_${event}`, subject: request.number });
  if (news !== undefined && event === "reopened") tell(parts, recorded.request, news);
  return { kind: "done", status: statusOf(recorded.request) };
}

function toRecord(
  { vault, clock, knowledge }: CaseParts,
  request: StoredRequest,
  act: ResidentAct,
  event: string,
): { readonly happened: ToRecord; readonly location: string | null } {
  const said = "text" in act ? act.text : null;
  if (act.act === "correct_contact") {
    correctContact({ vault, clock }, request, act.contact);
    return { happened: { event, actor: "resident" }, location: null };
  }
  if (act.act === "correct_place")
    return { happened: { event, actor: "resident", detail: { location: act.location } }, location: act.location };
  if (said === null) return { happened: { event, actor: "resident" }, location: null };
  const { text, spans } = maskPersonalData(said, [knowledge.office.telephone]);
  if (spans.length > 0) {
    const at = shanghaiTime(clock());
    vault.seal({ kind: "contact", subject: `${request.id}/${at}` }, said, { conversationId: request.conversationId, at });
  }
  return { happened: { event, actor: "resident", detail: { text } }, location: null };
}

/** Replaces the contact in the sealed application. */
function correctContact({ vault, clock }: Pick<CaseParts, "vault" | "clock">, request: StoredRequest, contact: string): void {
  const at = shanghaiTime(clock());
  const ref = { kind: "applicant", subject: String(request.id) } as const;
  const kept = vault.open(ref, { by: "resident", why: "更正联系方式", at });
  if (kept !== null) vault.seal(ref, JSON.stringify({ ...JSON.parse(kept), contact }), { conversationId: request.conversationId, at });
}
