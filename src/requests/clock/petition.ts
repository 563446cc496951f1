import { ZhengwenError } from "../../domain/errors.js";
import { addDays, type PlainDate } from "../../domain/plain-date.js";
import type { CountedDay } from "../../domain/request.js";
import type { Calendars } from "../../knowledge/calendars.js";
import { addCalendarDays, addWorkingDays } from "../working-days.js";
import type { PetitionEvent } from "./petition-event.js";

/** Whose move it is, and until when. */
export type PetitionClock = {
  readonly phase: "acceptance" | "running" | "answered" | "review" | "reviewed" | "second_review" | "hearing" | "ended";
  /** Null when nothing is due, or while a hearing stops the clock. */
  readonly dueOn: PlainDate | null;
  readonly basis: string;
  readonly days: readonly CountedDay[];
  /** Until when a matter that was transferred here, and is not ours, may be sent back; null when it was not, or no calendar tells. */
  readonly objectionUntil: PlainDate | null;
};

/** Calendar days of 信访工作条例 (2022); the objection alone is in working days. */
export const petitionTerms = { acceptance: 15, answer: 60, ask: 30, review: 30, objectionWorkingDays: 5 } as const;

type Phase = PetitionClock["phase"];
type State = {
  phase: Phase;
  /** The day after which the running term is counted. */
  from: PlainDate;
  term: number;
  isExtended: boolean;
  hearing: PlainDate | null;
  isTransferred: boolean;
};

const allowed: Readonly<Record<Phase, readonly PetitionEvent["event"][]>> = {
  acceptance: ["objected", "accepted", "not_accepted", "own_procedure", "withdrawn"],
  running: ["extended", "answered", "withdrawn"],
  answered: ["review_asked", "terms_over"],
  review: ["review_decided", "withdrawn"],
  reviewed: ["second_review_asked", "terms_over"],
  second_review: ["hearing_began", "second_review_decided", "withdrawn"],
  hearing: ["hearing_ended", "withdrawn"],
  ended: [],
};

const basis: Readonly<Record<Phase, string>> = {
  acceptance: "收到之日起15日内书面告知是否受理（《信访工作条例》第二十二条、第二十三条）",
  running: "受理之日起60日内办结，经批准可延长不超过30日并说明理由（《信访工作条例》第三十四条）",
  answered: "信访人收到书面答复之日起30日内可以请求复查（《信访工作条例》第三十五条）",
  review: "收到复查请求之日起30日内提出复查意见（《信访工作条例》第三十五条）",
  reviewed: "信访人收到复查意见之日起30日内可以请求复核（《信访工作条例》第三十六条）",
  second_review: "收到复核请求之日起30日内提出复核意见，听证的时间不算（《信访工作条例》第三十六条）",
  hearing: "正在听证，时间不计入期限（《信访工作条例》第三十六条）",
  ended: "已经办结",
};

/**
 * Where a petition stands by what happened to it (信访工作条例 2022, Arts. 22–23, 31, 34–36), in calendar days.
 * @throws ZhengwenError `event_not_allowed` for an event that the state or the term does not allow, saying what is
 */
export function petitionClock(events: readonly PetitionEvent[], calendars: Calendars): PetitionClock {
  const [first, ...rest] = events;
  if (first?.event !== "received") refuse(first, "先要收到信访事项");
  const state: State = {
    phase: "acceptance",
    from: first.on,
    term: petitionTerms.acceptance,
    isExtended: false,
    hearing: null,
    isTransferred: first.transferred,
  };
  let before = first.on;
  for (const event of rest) {
    if (event.on < before) refuse(event, `它比前一件事（${before}）还早`);
    before = event.on;
    if (!allowed[state.phase].includes(event.event))
      refuse(event, allowed[state.phase].length === 0 ? "已经办结" : `现在可以：${allowed[state.phase].join("、")}`);
    apply(state, event, calendars);
  }
  const isDue = state.phase !== "ended" && state.phase !== "hearing";
  const counted = isDue ? addCalendarDays(state.from, state.term) : { dueOn: null, days: [] };
  return { phase: state.phase, ...counted, basis: basis[state.phase], objectionUntil: objectionUntil(state, calendars) };
}

function apply(state: State, event: PetitionEvent, calendars: Calendars): void {
  const begin = (phase: Phase, term: number) => Object.assign(state, { phase, from: event.on, term });
  switch (event.event) {
    case "accepted":
      begin("running", petitionTerms.answer);
      return;
    case "objected": {
      const last = objectionUntil(state, calendars);
      if (!state.isTransferred) refuse(event, "只有转送来的事项可以提出异议（第二十三条）");
      if (last !== null && event.on > last) refuse(event, `异议要在5个工作日内提出，到${last}为止（第二十三条）`);
      state.phase = "ended";
      return;
    }
    case "extended":
      if (state.isExtended) refuse(event, "只能延期一次（第三十四条）");
      if (event.on > addDays(state.from, state.term)) refuse(event, "期限已经过了，延期要在期满前批准（第三十四条）");
      state.isExtended = true;
      state.term += event.days;
      return;
    case "answered":
      begin("answered", petitionTerms.ask);
      return;
    case "review_asked":
    case "second_review_asked": {
      const last = addDays(state.from, state.term);
      if (event.on > last) refuse(event, `请求的期限到${last}已经满了`);
      begin(event.event === "review_asked" ? "review" : "second_review", petitionTerms.review);
      return;
    }
    case "terms_over": {
      const last = addDays(state.from, state.term);
      if (event.on <= last) refuse(event, `请求的期限到${last}才满（第三十五条、第三十六条）`);
      state.phase = "ended";
      return;
    }
    case "review_decided":
      begin("reviewed", petitionTerms.ask);
      return;
    case "hearing_began":
      Object.assign(state, { phase: "hearing", hearing: event.on });
      return;
    case "hearing_ended":
      state.phase = "second_review";
      // the days after the one on which it began, to the one on which it ended
      state.term += daysBetween(state.hearing as PlainDate, event.on);
      return;
    default:
      state.phase = "ended";
  }
}

function objectionUntil({ isTransferred, phase, from }: State, calendars: Calendars): PlainDate | null {
  if (!isTransferred || phase !== "acceptance") return null;
  try {
    return addWorkingDays(calendars, from, petitionTerms.objectionWorkingDays).dueOn;
  } catch (cause) {
    if (cause instanceof ZhengwenError && cause.code === "no_calendar") return null;
    throw cause;
  }
}

function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function refuse(event: PetitionEvent | undefined, why: string): never {
  throw new ZhengwenError("event_not_allowed", event ? `${event.on} ${event.event}: ${why}` : why);
}
