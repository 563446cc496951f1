import type { DisclosureOutcome, DisclosureResult, RefusalGround } from "../../domain/disclosure-outcome.js";
import { ZhengwenError } from "../../domain/errors.js";
import type { Letter, LetterKind } from "../../domain/letter.js";
import { dayInShanghai, type PlainDate, shanghaiTime } from "../../domain/plain-date.js";
import type { LifecycleEvent } from "../../knowledge/lifecycles.js";
import { audit } from "../../store/audit-log.js";
import { appendEvents, eventsOf, holdVersion, type Projection, type StoredRequest } from "../../store/requests.js";
import { maskPersonalData } from "../../text/mask.js";
import type { CaseParts } from "../case-parts.js";
import { type LetterFacts, letterFactsIn } from "../letters/facts.js";
import { tell } from "../news.js";
import { type Recorded, record } from "../record.js";
import { standingOf } from "../standing.js";
import { type ActFields, readActFields } from "./act-fields.js";
import { composeCaseLetter, keepLetter } from "./letters-of-case.js";

/** What a staff member does to a request; `facts` are what the letter needs beside the request itself. */
export type StaffAct = {
  readonly act: string;
  readonly by: string;
  /** The day that the law counts; null for today. */
  readonly on: PlainDate | null;
  readonly facts: ActFields;
  /** How many events the staff member saw; null to act on it as it is. */
  readonly version: number | null;
};

export type StaffActed = {
  readonly request: StoredRequest;
  /** True when another person has to approve it before it counts. */
  readonly awaitsApproval: boolean;
  readonly letter: Letter | null;
};

/**
 * Does it, in one transaction: events, state, letter, news. What needs a second person is proposed.
 * @throws ZhengwenError `event_not_allowed`, `wrong_use`, `letter_incomplete`, `request_changed`, each saying what to do
 */
export function actOn(parts: CaseParts, request: StoredRequest, act: StaffAct): StaffActed {
  const { store, knowledge, clock } = parts;
  const lifecycle = knowledge.lifecycles.of(request.type);
  const event = lifecycle.events[act.act];
  if (!event?.by.includes("staff") || event.internal)
    throw new ZhengwenError("event_not_allowed", `没有“${act.act}”这个办理动作（zhengwen requests show ${request.number} 列出可用的）`);
  const fields = readActFields(act.act, act.facts);
  const on = act.on ?? dayInShanghai(clock());
  if (on > dayInShanghai(clock())) throw new ZhengwenError("wrong_use", `${on} 还没有到，办理日期不能是将来`);
  return store.transaction(() => {
    const version = act.version ?? request.version;
    holdVersion(store, request, version);
    const done = event.secondPerson
      ? propose(parts, request, { ...act, on }, fields, version)
      : carryOut(parts, request, { ...act, on }, event, fields, {}, version);
    audit(store, { at: shanghaiTime(clock()), actor: act.by, action: `request_${act.act}`, subject: request.number });
    return done;
  });
}

/** Who proposed and who agreed: nobody, for an act that needs no second person. */
export type Approval = { readonly proposedBy?: string; readonly agreedBy?: string; readonly approvedBy?: string };
type DatedAct = Omit<StaffAct, "on"> & { readonly on: PlainDate };

/** A second person must agree: until then it is a proposal, held against law and letter already. */
function propose(parts: CaseParts, request: StoredRequest, act: DatedAct, fields: ActFields, version: number): StaffActed {
  const { store, vault, knowledge, clock } = parts;
  const at = shanghaiTime(clock());
  const past = eventsOf(store, request.id);
  const tried = { at, actor: act.by, event: act.act, detail: detailOf(request, act, fields, { agreedBy: "待审批", approvedBy: "待审批" }) };
  const before = standingOf(request.type, past, act.on, knowledge);
  const standing = standingOf(request.type, [...past, tried], act.on, knowledge);
  const letter = letterOf(parts, request, act, fields, { before, standing }, { ...act.facts, agreedBy: "待审批" });
  const detail = { act: act.act, on: act.on, ...publicFields(fields) };
  const recorded = record(parts, request, [{ event: "proposed", actor: act.by, detail }], {}, version);
  vault.seal({ kind: "letter", subject: proposalOf(request) }, JSON.stringify(act.facts), { conversationId: request.conversationId, at });
  return { request: recorded.request, awaitsApproval: true, letter };
}

/** Where the facts of the open proposal are sealed. */
export function proposalOf(request: Pick<StoredRequest, "id">): string {
  return `proposal/${request.id}`;
}

/** Writes it down, sends the letter that goes with it, tells those who wait. Inside the caller's transaction. */
export function carryOut(
  parts: CaseParts,
  request: StoredRequest,
  act: DatedAct,
  event: LifecycleEvent,
  fields: ActFields,
  approval: Approval,
  version: number,
): StaffActed {
  const detail = detailOf(request, act, fields, approval);
  const recorded = record(parts, request, [{ event: act.act, actor: act.by, detail }], projectionOfAct(request, act, fields), version);
  const letter = letterOf(parts, recorded.request, act, fields, recorded, { ...act.facts, ...agreedBy(approval) });
  const issued = letter === null ? recorded.request : issue(parts, recorded.request, letter, act);
  if (event.news !== undefined) tell(parts, issued, event.news, newsValues(fields, letter, parts.knowledge.newsWordings.unit));
  return { request: issued, awaitsApproval: false, letter };
}

function issue(parts: CaseParts, request: StoredRequest, letter: Letter, { by, on }: DatedAct): StoredRequest {
  const at = shanghaiTime(parts.clock());
  keepLetter(parts, request, letter, on, at);
  const detail = { on, kind: letter.kind, number: letter.number };
  appendEvents(parts.store, request, [{ at, actor: by, event: "letter_issued", detail }], {});
  return { ...request, version: request.version + 1 };
}

/** The letter that goes out with an act: that of the outcome for a decision, else the one that the lifecycle names. */
function letterOf(
  parts: CaseParts,
  request: StoredRequest,
  act: DatedAct,
  fields: ActFields,
  { before, standing }: Pick<Recorded, "before" | "standing">,
  given: ActFields,
): Letter | null {
  const { knowledge, clock } = parts;
  const what = resultOf(request, act.act, fields) ?? kindOf(act.act, fields, knowledge.lifecycles.of(request.type).events[act.act]);
  if (what === null) return null;
  const access = { by: act.by, why: `出具文书：${act.act}`, at: shanghaiTime(clock()) };
  const dated =
    act.act === "correction_asked"
      ? { correctUntil: fields["until"] as PlainDate }
      : act.act === "fee_told"
        ? { payUntil: standing.next.dueOn ?? act.on }
        : {};
  const items = fields["correctionItems"];
  const listed = items === undefined ? {} : { correctionItems: typeof items === "string" ? [items] : (items as string[]) };
  return composeCaseLetter(
    parts,
    what,
    { request, before, standing, on: act.on, access },
    { ...dated, ...withdrawnOn(act), ...letterFactsIn(given), ...listed },
  );
}

function withdrawnOn({ act, on }: DatedAct): LetterFacts {
  return act === "withdrawn" ? { withdrawnOn: on } : {};
}

function kindOf(act: string, fields: ActFields, event: LifecycleEvent | undefined): LetterKind | null {
  if (act === "other_asked" && fields["other"] === "organ") return "organ_consultation";
  return (event?.letter as LetterKind | undefined) ?? null;
}

/** How an act ends a disclosure request; null when it does not. */
function resultOf(request: StoredRequest, act: string, fields: ActFields): DisclosureResult | null {
  if (request.type !== "disclosure") return null;
  if (act === "decided")
    return { outcome: fields["outcome"] as DisclosureOutcome, ground: (fields["ground"] ?? null) as RefusalGround } as DisclosureResult;
  if (act === "withdrawn") return { outcome: "withdrawn", ground: null };
  if (act !== "deemed_abandoned") return null;
  return { outcome: request.phase === "awaiting_fee" || request.outcome === "fee_unpaid" ? "fee_unpaid" : "not_corrected", ground: null };
}

function projectionOfAct(request: StoredRequest, { act }: DatedAct, fields: ActFields): Projection {
  const result = resultOf(request, act, fields);
  if (result !== null) return { outcome: result.outcome, ground: result.ground };
  if (act === "assigned") return { assignedTo: String(fields["unit"]) };
  if (act === "misrouted") return { assignedTo: null };
  if (act === "place_corrected") return { location: String(fields["location"]) };
  if (act === "category_corrected")
    return { categoryLevel1: String(fields["level1"]), categoryLevel2: String(fields["level2"]), categoryLevel3: null };
  return {};
}

/** What an event keeps: never what people are known by, since events are never changed. */
function detailOf(request: StoredRequest, { act, on }: DatedAct, fields: ActFields, approval: Approval): Record<string, unknown> {
  return { on, ...publicFields(fields), ...(resultOf(request, act, fields) ?? {}), ...approval };
}

function publicFields(fields: ActFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? maskPersonalData(value).text : value]),
  );
}

function agreedBy({ agreedBy: who }: Approval): LetterFacts {
  return who === undefined ? {} : { agreedBy: who };
}

function newsValues(fields: ActFields, letter: Letter | null, unit: string): Record<string, string> {
  const items = fields["correctionItems"];
  return {
    letter: letter?.short ?? "",
    what: Array.isArray(items) ? items.join("；") : String(items ?? ""),
    until: dateText(fields["until"]),
    amount: String(fields["feeAmount"] ?? ""),
    text: String(fields["text"] ?? ""),
    unit: String(fields["unit"] ?? unit),
  };
}

function dateText(until: unknown): string {
  return typeof until === "string" ? `${Number(until.slice(0, 4))}年${Number(until.slice(5, 7))}月${Number(until.slice(8, 10))}日` : "";
}
