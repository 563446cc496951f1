import { ZhengwenError } from "../../domain/errors.js";
import { addDays, type PlainDate } from "../../domain/plain-date.js";
import type { CountedDay } from "../../domain/request.js";
import type { Calendars } from "../../knowledge/calendars.js";
import { addWorkingDays, workingDayKind } from "../working-days.js";
import type { DisclosureEvent } from "./disclosure-event.js";

/** Whose move it is, and until when. */
export type DisclosureClock = {
  readonly phase: "unconfirmed" | "running" | "suspended" | "in_correction" | "awaiting_fee" | "ended";
  /** Null when it cannot be told yet: `basis` says why. */
  readonly dueOn: PlainDate | null;
  /** The article, or the office's rule, that sets the day. */
  readonly basis: string;
  /** Each day from the beginning of the term to the due day. */
  readonly days: readonly CountedDay[];
  /** The day of receipt (Art. 31); null until then. */
  readonly receivedOn: PlainDate | null;
};

/** Working days, each with the article of 政府信息公开条例 (2019) that sets it; that the office confirms by the next one is its own rule. */
export const disclosureTerms = { confirm: 1, answer: 20, correction: 7, other: 15, fee: 20 } as const;

type Suspension = { readonly from: PlainDate; received: PlainDate | null; until: PlainDate | null };
type State = {
  channel: Extract<DisclosureEvent, { event: "submitted" }>["channel"] | null;
  submittedOn: PlainDate | null;
  /** The day after which the term is counted. */
  start: { readonly on: PlainDate; readonly why: string } | null;
  receivedOn: PlainDate | null;
  term: number;
  isExtended: boolean;
  correction: { readonly on: PlainDate; readonly until: PlainDate } | null;
  wasCorrected: boolean;
  suspensions: Suspension[];
  feeTold: PlainDate | null;
  later: PlainDate | null;
  ended: string | null;
};

const confirmedByBoth = new Set(["internet", "fax", "ordinary_post", "telephone"]);

/**
 * Where a disclosure request stands on a day, by what happened to it (政府信息公开条例 2019, Arts. 30–35, 42): the day after an event is the first
 * that is counted.
 * @throws ZhengwenError `event_not_allowed` for an event that the law or the state does not allow, saying what is.
 */
export function disclosureClock(events: readonly DisclosureEvent[], calendars: Calendars, asOf: PlainDate): DisclosureClock {
  const state: State = {
    channel: null,
    submittedOn: null,
    start: null,
    receivedOn: null,
    term: disclosureTerms.answer,
    isExtended: false,
    correction: null,
    wasCorrected: false,
    suspensions: [],
    feeTold: null,
    later: null,
    ended: null,
  };
  let before: PlainDate | null = null;
  for (const event of events) {
    if (before !== null && event.on < before) refuse(event, `它比前一件事（${before}）还早`);
    before = event.on;
    apply(state, event, calendars);
  }
  const standing = whereItStands(state, calendars, asOf);
  return { ...standing, basis: `《中华人民共和国政府信息公开条例》：${standing.basis}`, receivedOn: state.receivedOn };
}

function apply(state: State, event: DisclosureEvent, calendars: Calendars): void {
  if (event.event === "submitted") {
    if (state.submittedOn !== null) refuse(event, "申请只提交一次");
    state.submittedOn = event.on;
    state.channel = event.channel;
    // handed over, or signed for: that is the day of receipt (Art. 31(1), (2))
    if (!confirmedByBoth.has(event.channel)) receive(state, event.on, "收到申请（第三十一条）");
    return;
  }
  if (state.submittedOn === null) refuse(event, "还没有收到申请");
  if (event.event === "annulled") {
    if (state.ended !== "decided") refuse(event, "只有已经作出的决定才会被撤销");
    Object.assign(state, { start: { on: event.on, why: "决定被撤销，重新办理" }, term: event.workingDays, ended: null });
    Object.assign(state, { isExtended: true, suspensions: [], feeTold: null, later: null });
    return;
  }
  if (state.ended !== null) refuse(event, "这件申请已经办结，只能因决定被撤销而重新办理");
  if (event.event === "withdrawn") state.ended = "withdrawn";
  else if (event.event === "confirmed") confirm(state, event);
  else if (state.start === null) refuse(event, "先要与申请人双方确认收到（第三十一条第三项）");
  else if (state.correction !== null) inCorrection(state, event);
  else if (state.feeTold !== null) awaitingFee(state, event, state.feeTold, calendars);
  else whileRunning(state, event, state.start, calendars);
}

function confirm(state: State, event: DisclosureEvent): void {
  if (state.start !== null || state.channel === null || !confirmedByBoth.has(state.channel)) refuse(event, "收到的日子已经定了");
  receive(state, event.on, "双方确认收到（第三十一条）");
}

function receive(state: State, on: PlainDate, why: string): void {
  state.start = { on, why };
  state.receivedOn = on;
}

function inCorrection(state: State, event: DisclosureEvent): void {
  if (event.event === "corrected") {
    state.start = { on: event.on, why: "收到补正后的申请（第三十条）" };
    Object.assign(state, { correction: null, wasCorrected: true, later: null });
  } else if (event.event === "deemed_abandoned") {
    if (state.correction !== null && event.on <= state.correction.until) refuse(event, `补正期限到${state.correction.until}才满`);
    state.ended = "deemed_abandoned";
  } else refuse(event, "正在等申请人补正：可以收到补正、撤回，或者期满后视为放弃");
}

function awaitingFee(state: State, event: DisclosureEvent, told: PlainDate, calendars: Calendars): void {
  if (event.event === "fee_paid") {
    state.start = { on: event.on, why: "收到信息处理费（第四十二条）" };
    Object.assign(state, { term: disclosureTerms.answer, feeTold: null, later: null, suspensions: [] });
  } else if (event.event === "deemed_abandoned") {
    const last = within(calendars, told, disclosureTerms.fee).dueOn;
    if (last !== null && event.on <= last) refuse(event, `缴费期限到${last}才满（第四十二条）`);
    state.ended = "deemed_abandoned";
  } else refuse(event, "正在等申请人缴费：可以收到缴费、撤回，或者期满后视为放弃");
}

function whileRunning(state: State, event: DisclosureEvent, start: { readonly on: PlainDate }, calendars: Calendars): void {
  const open = state.suspensions.find(({ until }) => until === null);
  switch (event.event) {
    case "correction_asked": {
      if (state.wasCorrected || state.isExtended) refuse(event, "补正只通知一次，要在收到申请之后、延期之前（第三十条）");
      // of receipt, also when a fee let the term begin later
      const last = within(calendars, state.receivedOn ?? start.on, disclosureTerms.correction).dueOn;
      if (last !== null && event.on > last) refuse(event, `补正要在收到申请之日起7个工作日内通知，到${last}为止（第三十条）`);
      if (event.until <= event.on) refuse(event, "补正的期限要在通知之后");
      state.correction = { on: event.on, until: event.until };
      return;
    }
    case "extended": {
      if (state.isExtended) refuse(event, "只能延期一次");
      const due = dueOf(state, start.on, calendars).dueOn;
      if (due !== null && event.on > due) refuse(event, `期限${due}已经过了，延期要在期满前决定并告知（第三十三条）`);
      state.isExtended = true;
      state.term += event.workingDays;
      return;
    }
    case "other_asked":
      if (open) refuse(event, "上一次征求意见还没有结束");
      state.suspensions.push({ from: event.on, received: null, until: null });
      return;
    case "other_received":
      if (!open) refuse(event, "没有正在送达的征求意见书");
      // said again, it corrects the day: no event is ever taken back
      open.received = event.on;
      return;
    case "other_answered":
      if (!open) refuse(event, "没有正在征求的意见");
      open.until = event.on;
      return;
    case "other_silent": {
      if (!open) refuse(event, "没有正在征求的意见");
      if (open.received === null) refuse(event, "对方收到征求意见书的日子还没有登记（第三十二条）");
      const last = otherPeriodEnd(open.received, calendars);
      if (last !== null && event.on <= last) refuse(event, `对方答复的期限到${last}才满（第三十二条、第三十四条）`);
      open.until = last ?? event.on;
      return;
    }
    case "fee_told":
      state.feeTold = event.on;
      return;
    case "later_day_told":
      if (event.until <= event.on) refuse(event, "答复的日子要在告知之后");
      state.later = event.until;
      return;
    case "decided":
      state.ended = "decided";
      return;
    default:
      refuse(event, "正在办理：可以通知补正、延期、征求意见、收费、作出决定或者撤回");
  }
}

function whereItStands(state: State, calendars: Calendars, asOf: PlainDate): Omit<DisclosureClock, "receivedOn"> {
  if (state.ended !== null) return { phase: "ended", dueOn: null, basis: "已经办结", days: [] };
  const { start, submittedOn, correction, feeTold } = state;
  if (start === null) {
    const counted = within(calendars, submittedOn as PlainDate, disclosureTerms.confirm);
    return {
      phase: "unconfirmed",
      ...counted,
      basis: counted.basis ?? "收到后下一个工作日内与申请人确认（街道自己定的时限；双方确认之日为收到之日，第三十一条）",
    };
  }
  if (correction) {
    return { phase: "in_correction", dueOn: correction.until, basis: "等申请人补正，补正前的日子不计入期限（第三十条）", days: [] };
  }
  if (feeTold) {
    const counted = within(calendars, feeTold, disclosureTerms.fee);
    return { phase: "awaiting_fee", ...counted, basis: counted.basis ?? "申请人20个工作日内缴费；缴费后重新计算期限（第四十二条）" };
  }
  if (state.later) return { phase: "running", dueOn: state.later, basis: "告知了延迟答复的日子（第三十五条）", days: [] };
  const { dueOn, days, missing } = dueOf(state, start.on, calendars);
  const pending = state.suspensions.find(({ until }) => until === null);
  const end = pending?.received ? otherPeriodEnd(pending.received, calendars) : null;
  const isSuspended = pending !== undefined && (end === null || asOf <= end);
  const extension = state.term > disclosureTerms.answer && state.isExtended ? "，含延期" : "";
  const basis = missing ?? `${start.why}之日起${state.term}个工作日${extension}（第三十三条）`;
  return { phase: isSuspended ? "suspended" : "running", dueOn, basis, days };
}

type Counted = { readonly dueOn: PlainDate | null; readonly days: readonly CountedDay[]; readonly basis: string | null };

function within(calendars: Calendars, from: PlainDate, count: number): Counted {
  return orWithoutCalendar<Counted>(
    () => ({ ...addWorkingDays(calendars, from, count), basis: null }),
    (basis) => ({ dueOn: null, days: [], basis }),
  );
}

type Due = { readonly dueOn: PlainDate | null; readonly days: readonly CountedDay[]; readonly missing: string | null };

/** The day on which the term ends; days on which others are asked are not counted (Art. 33(3)). */
function dueOf({ term, suspensions }: State, from: PlainDate, calendars: Calendars): Due {
  return orWithoutCalendar<Due>(
    () => {
      const days: CountedDay[] = [];
      let date = from;
      for (let counted = 0; counted < term; ) {
        date = addDays(date, 1);
        const asked = suspensions.find((each) => each.from < date && date <= (endOf(each, calendars) ?? date));
        if (asked && endOf(asked, calendars) === null)
          return { dueOn: null, days, missing: "正在征求意见，对方收到征求意见书的日子还没有登记（第三十二条）" };
        const day = asked ? { date, counted: false, reason: "征求意见，不计入期限（第三十三条）" } : workingDayKind(calendars, date);
        days.push(day);
        if (day.counted) counted++;
      }
      return { dueOn: date, days, missing: null };
    },
    (missing) => ({ dueOn: null, days: [], missing }),
  );
}

/** The last day on which a question to others stops the clock: that of their answer, at most the 15th working day after they got it (Art. 32). */
function endOf({ received, until }: Suspension, calendars: Calendars): PlainDate | null {
  const last = received === null ? null : addWorkingDays(calendars, received, disclosureTerms.other).dueOn;
  if (until === null) return last;
  return last !== null && last < until ? last : until;
}

/** The last day that a third party or an organ has for its answer to what it was asked last; null while that cannot be told. */
export function otherPeriodEnd(received: PlainDate | null, calendars: Calendars): PlainDate | null {
  return orWithoutCalendar<PlainDate | null>(
    () => endOf({ from: received as PlainDate, received, until: null }, calendars),
    () => null,
  );
}

function orWithoutCalendar<T>(count: () => T, without: (why: string) => T): T {
  try {
    return count();
  } catch (cause) {
    if (cause instanceof ZhengwenError && cause.code === "no_calendar") return without("还没有那一年的放假安排，公布后再告知");
    throw cause;
  }
}

function refuse(event: DisclosureEvent, why: string): never {
  throw new ZhengwenError("event_not_allowed", `${event.on} ${event.event}: ${why}`);
}
