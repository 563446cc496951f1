import type { DisclosureApplication } from "../domain/disclosure-application.js";
import { shanghaiTime } from "../domain/plain-date.js";
import type { RequestNumber } from "../domain/request.js";
import type { OwnDataDesk } from "../domain/request-desk.js";
import { audit } from "../store/audit-log.js";
import { requestsOfConversation, type StoredRequest } from "../store/requests.js";
import type { SealedRef } from "../store/vault.js";
import type { CaseParts } from "./case-parts.js";
import { record } from "./record.js";

/** What is kept of who talks in a conversation: shown, and erased where neither an open request nor the archive needs it. */
export function openOwnData(parts: CaseParts): OwnDataDesk {
  const { store, vault, clock, knowledge } = parts;
  const access = (why: string) => ({ by: "resident", why, at: shanghaiTime(clock()) });
  return {
    show: (conversationId) => ({
      messages: vault.ofConversation(conversationId).filter(({ kind }) => kind === "message").length,
      requests: requestsOfConversation(store, conversationId).map((row) => {
        const kept = vault.open({ kind: "applicant", subject: String(row.id) }, access("我的信息"));
        const application = kept === null ? null : (JSON.parse(kept) as DisclosureApplication);
        return { number: row.number as RequestNumber, type: row.type, isOpen: row.endedOn === null, application };
      }),
    }),
    erase: (conversationId) => {
      const requests = new Map(requestsOfConversation(store, conversationId).map((row) => [String(row.id), row]));
      const ofRequest = ({ subject }: SealedRef) => requests.get(subject.split("/")[0] ?? "");
      const mustStay = (ref: SealedRef) =>
        ref.kind !== "message" && (isOpen(ofRequest(ref)) || knowledge.retention.archived.includes(ref.kind));
      const all = vault.ofConversation(conversationId);
      const at = shanghaiTime(clock());
      const erased = all.filter((ref) => !mustStay(ref) && vault.erase(ref, "居民要求删除", at));
      const touched = new Set(erased.filter(({ kind }) => kind !== "message").flatMap((ref) => ofRequest(ref) ?? []));
      for (const request of touched)
        record(parts, request, [{ event: "personal_data_erased", actor: "resident", detail: { why: "居民要求删除" } }]);
      audit(store, {
        at,
        actor: "resident",
        action: "own_data_erased",
        subject: `conversation/${conversationId}`,
        detail: { erased: erased.length },
      });
      return { erased: erased.length, kept: all.length - erased.length };
    },
  };
}

function isOpen(request: StoredRequest | undefined): boolean {
  return request !== undefined && request.endedOn === null;
}
