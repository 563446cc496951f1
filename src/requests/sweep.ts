import { ZhengwenError } from "../domain/errors.js";
import { addDays, dayInShanghai, type PlainDate, shanghaiTime } from "../domain/plain-date.js";
import { requestOfLetter } from "../store/letters.js";
import { stoppedStates } from "../store/request-reading.js";
import { eventsOf, requestsToSweep, type StoredRequest, storedRequest } from "../store/requests.js";
import type { SealedRef } from "../store/vault.js";
import { type CaseEvent, dayOf } from "./case-event.js";
import type { CaseParts } from "./case-parts.js";
import { otherPeriodEnd } from "./clock/disclosure.js";
import { tell } from "./news.js";
import { record, type ToRecord } from "./record.js";
import { type CaseStanding, standingOf } from "./standing.js";

/** What time alone did to the requests; `failed` names the requests that could not be swept, and why. */
export type Swept = { readonly events: number; readonly erased: number; readonly failed: readonly string[] };

const soonDays = 3;

/**
 * Writes down what no person does: a date that can be told at last, due soon, overdue, a third party's silence, terms that are over; and
 * erases personal data whose term has ended. Doing it twice adds nothing.
 */
export function sweep(parts: CaseParts): Swept {
  const steps = [...sweeping(parts)];
  return {
    events: steps.reduce((sum, { events }) => sum + events, 0),
    erased: steps.reduce((sum, { erased }) => sum + erased, 0),
    failed: steps.flatMap(({ failed }) => failed),
  };
}

/** The same in steps of a request each, for whoever must not hold the event loop. */
export function* sweeping(parts: CaseParts): Generator<Swept> {
  const soon = addDays(dayInShanghai(parts.clock()), soonDays);
  for (const { id, number } of requestsToSweep(parts.store, soon)) yield sweepOrTell(parts, id, number);
  yield { events: 0, erased: eraseExpired(parts), failed: [] };
}

/** One request that cannot be read holds back no other. */
function sweepOrTell(parts: CaseParts, id: number, number: string): Swept {
  try {
    return { events: parts.store.transaction(() => sweepOne(parts, id)), erased: 0, failed: [] };
  } catch (cause) {
    if (!(cause instanceof ZhengwenError)) throw cause;
    return { events: 0, erased: 0, failed: [`${number}: ${cause.message}`] };
  }
}

function sweepOne(parts: CaseParts, id: number): number {
  const { store, clock, knowledge } = parts;
  // as it is now: another process may have come first
  const request = storedRequest(store, id);
  if (request === null || request.endedOn !== null) return 0;
  const today = dayInShanghai(clock());
  const past = eventsOf(store, request.id);
  const standing = standingOf(request.type, past, today, knowledge);
  const happened = [...timed(request, past, standing, today, shanghaiTime(clock())), ...silence(parts, request, past, today)];
  if (happened.length === 0) return 0;
  const recorded = record(
    parts,
    request,
    happened.map((each) => ({ ...each, actor: "system" })),
  );
  if (happened.some(({ event }) => event === "due_set")) tell(parts, recorded.request, "due_set");
  return happened.length;
}

type ByTime = Omit<ToRecord, "actor">;

function timed(
  request: StoredRequest,
  past: readonly CaseEvent[],
  standing: CaseStanding,
  today: PlainDate,
  now: string,
): readonly ByTime[] {
  const { next, deadline } = standing;
  const has = (event: string, dueOn: PlainDate) => past.some((each) => each.event === event && each.detail["dueOn"] === dueOn);
  const found: ByTime[] = [];
  if (request.deadline === null && deadline !== null) found.push({ event: "due_set", detail: { dueOn: deadline.dueOn } });
  // while it is the resident's turn, or a pause, the office is late with nothing
  const isStopped = stoppedStates.some((state) => state === standing.state);
  if (next.dueOn === null || standing.ended || isStopped) return found;
  const { dueOn } = next;
  const dueAt = deadline?.dueOn === dueOn ? deadline.dueAt : null;
  const isOver = dueAt === null ? today > dueOn : now > dueAt;
  if (isOver && !has("overdue", dueOn)) found.push({ event: "overdue", detail: { dueOn } });
  else if (!isOver && today >= addDays(dueOn, -soonDays) && dayBefore(past[0], dueOn) && !has("due_soon", dueOn))
    found.push({ event: "due_soon", detail: { dueOn } });
  return found;
}

/** What was due within days when it was filed is not news. */
function dayBefore(first: CaseEvent | undefined, dueOn: PlainDate): boolean {
  return first !== undefined && addDays(first.at.slice(0, 10) as PlainDate, soonDays) < dueOn;
}

/** Whom the office asked and who let the 15 working days pass (政府信息公开条例 Arts. 32, 34); a petitioner who asked for no review (信访工作条例 Arts. 35, 36). */
function silence({ knowledge }: CaseParts, request: StoredRequest, past: readonly CaseEvent[], today: PlainDate): readonly ByTime[] {
  if (request.phase === "asking") {
    const received = past.findLast(({ event }) => event === "other_received");
    const asked = past.findLastIndex(({ event }) => event === "other_asked");
    const isOfThis = received !== undefined && past.indexOf(received) > asked;
    const end = isOfThis ? otherPeriodEnd(dayOf(received), knowledge.calendars) : null;
    return end !== null && today > end ? [{ event: "other_silent", detail: { on: addDays(end, 1) } }] : [];
  }
  const isWaiting = request.type === "petition" && (request.phase === "answered" || request.phase === "reviewed");
  return isWaiting && request.dueOn !== null && today > request.dueOn ? [{ event: "terms_over" }] : [];
}

/** Erases what has been kept long enough; what goes into the archive only once it is there. Returns how many. */
function eraseExpired(parts: CaseParts): number {
  const { store, vault, clock, knowledge } = parts;
  const now = clock();
  const at = shanghaiTime(now);
  const { months, archived } = knowledge.retention;
  let erased = 0;
  const before = (count: number) => shanghaiTime(new Date(now.getTime() - count * monthMs));
  for (const ref of vault.olderThan("message", before(months.message))) erased += Number(vault.erase(ref, "保存期满", at));
  for (const kind of ["description", "applicant", "letter", "contact"] as const) {
    for (const ref of vault.olderThan(kind, before(months[kind]))) {
      const request = requestOf(parts, ref);
      if (!request || !hasEndedBefore(request, before(months[kind]))) continue;
      if (archived.includes(kind) && !eventsOf(store, request.id).some(({ event }) => event === "archived")) continue;
      store.transaction(() => {
        if (!vault.erase(ref, "保存期满", at)) return;
        erased++;
        const current = storedRequest(store, request.id) ?? request;
        record(
          parts,
          current,
          [{ event: "personal_data_erased", actor: "system", detail: { kind } }],
          kind === "applicant" ? { applicantKey: null } : {},
        );
      });
    }
  }
  return erased;
}

const monthMs = 30.44 * 86_400_000;

function hasEndedBefore({ endedOn }: StoredRequest, before: string): boolean {
  return endedOn !== null && endedOn < before.slice(0, 10);
}

function requestOf({ store }: CaseParts, { kind, subject }: SealedRef): StoredRequest | null {
  if (kind !== "letter") return storedRequest(store, Number(subject.split("/")[0]));
  const requestId = requestOfLetter(store, Number(subject));
  return requestId === null ? null : storedRequest(store, requestId);
}
