import { ZhengwenError } from "../../domain/errors.js";
import { dayInShanghai, type PlainDate, shanghaiTime } from "../../domain/plain-date.js";
import { audit } from "../../store/audit-log.js";
import { eventsOf, holdVersion, type StoredRequest } from "../../store/requests.js";
import { findStaff } from "../../store/staff.js";
import type { CaseEvent } from "../case-event.js";
import type { CaseParts } from "../case-parts.js";
import { record } from "../record.js";
import { carryOut, proposalOf, type StaffActed } from "./act.js";
import { type ActFields, readActFields } from "./act-fields.js";

/** What somebody proposed and nobody has decided yet. */
export type Proposal = { readonly act: string; readonly by: string; readonly on: PlainDate };

/** The open proposal of a request, or null: the last one that was neither refused nor carried out. */
export function openProposal(events: readonly CaseEvent[]): Proposal | null {
  const index = events.findLastIndex(({ event }) => event === "proposed");
  const proposed = events[index];
  if (!proposed) return null;
  const act = String(proposed.detail["act"]);
  const isDone = events.slice(index + 1).some(({ event }) => event === act || event === "proposal_refused");
  return isDone ? null : { act, by: proposed.actor, on: proposed.detail["on"] as PlainDate };
}

/**
 * A second person agrees: what was proposed is carried out today (政府信息公开条例 Art. 33: an extension is agreed by the head of the
 * disclosure office; decisions alike by the office's own rule).
 * @throws ZhengwenError `request_changed` when somebody else was faster, `approval_refused` when nothing is proposed, or by somebody who may
 * not agree to it
 */
export function approve(parts: CaseParts, request: StoredRequest, by: string, version: number | null): StaffActed {
  const { store, vault, knowledge, clock } = parts;
  const at = shanghaiTime(clock());
  return store.transaction(() => {
    holdVersion(store, request, version ?? request.version);
    const { proposal } = decidable(parts, request, by);
    const event = knowledge.lifecycles.of(request.type).events[proposal.act];
    if (!event) throw new ZhengwenError("event_not_allowed", `没有“${proposal.act}”这个办理动作`);
    const kept = vault.open({ kind: "letter", subject: proposalOf(request) }, { by, why: "审批", at });
    const facts = JSON.parse(kept ?? "{}") as ActFields;
    const fields = readActFields(proposal.act, facts);
    const act = { act: proposal.act, by: proposal.by, on: dayInShanghai(clock()), facts, version };
    const approval = { proposedBy: proposal.by, agreedBy: by, approvedBy: by };
    const done = carryOut(parts, request, act, event, fields, approval, version ?? request.version);
    vault.erase({ kind: "letter", subject: proposalOf(request) }, "审批后已经用不着", at);
    audit(store, {
      at,
      actor: by,
      action: "request_approved",
      subject: request.number,
      detail: { act: proposal.act, proposedBy: proposal.by },
    });
    return done;
  });
}

/** A second person does not agree: the proposal is void, with the reason. */
export function refuseProposal(parts: CaseParts, request: StoredRequest, by: string, why: string): StoredRequest {
  const { store, vault, clock } = parts;
  const at = shanghaiTime(clock());
  return store.transaction(() => {
    holdVersion(store, request, request.version);
    const { proposal } = decidable(parts, request, by);
    const { request: changed } = record(parts, request, [
      { event: "proposal_refused", actor: by, detail: { act: proposal.act, text: why } },
    ]);
    vault.erase({ kind: "letter", subject: proposalOf(request) }, "审批没有通过", at);
    audit(store, { at, actor: by, action: "proposal_refused", subject: request.number, detail: { act: proposal.act } });
    return changed;
  });
}

function decidable({ store }: CaseParts, request: StoredRequest, by: string): { readonly proposal: Proposal } {
  const proposal = openProposal(eventsOf(store, request.id));
  if (!proposal) throw new ZhengwenError("approval_refused", `${request.number} 没有等着审批的事`);
  if (proposal.by === by) throw new ZhengwenError("approval_refused", `${by} 自己提请的，要由另一个人审批`);
  const role = findStaff(store, by)?.role;
  if (role !== "head" && role !== "admin")
    throw new ZhengwenError("approval_refused", `${by} 不是负责人，不能审批；zhengwen staff add 可以登记负责人（--role head）`);
  return { proposal };
}
