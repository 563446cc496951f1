import { dayInShanghai } from "../../domain/plain-date.js";
import type { RequestState } from "../../domain/request.js";
import { openStates, stoppedStates } from "../../store/request-reading.js";

export type Urgency = "overdue" | "today" | "soon" | "later" | "none";
export type TimeLeft = { readonly urgency: Urgency; readonly text: string };

type Due = { readonly state: RequestState; readonly dueOn: string | null; readonly dueAt: string | null };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const soonDays = 3;

/**
 * How long a request still has, in calendar days, or in hours where the limit is in hours. A finished request and one whose term
 * does not run have none.
 */
export function timeLeft({ state, dueOn, dueAt }: Due, now: Date): TimeLeft {
  const isOneOf = (states: readonly RequestState[]) => states.includes(state);
  if (!isOneOf(openStates)) return { urgency: "none", text: "已结束" };
  if (isOneOf(stoppedStates)) return { urgency: "none", text: "不计时" };
  if (dueAt !== null) return hoursLeft(Date.parse(dueAt) - now.getTime());
  if (dueOn === null) return { urgency: "none", text: "期限未定" };
  return daysLeft(Math.round((Date.parse(dueOn) - Date.parse(dayInShanghai(now))) / dayMs));
}

function hoursLeft(ms: number): TimeLeft {
  if (ms < 0) return { urgency: "overdue", text: `逾期 ${Math.max(1, Math.floor(-ms / hourMs))} 小时` };
  if (ms < hourMs) return { urgency: "today", text: "不到 1 小时" };
  return ms < dayMs ? { urgency: "today", text: `还有 ${Math.floor(ms / hourMs)} 小时` } : daysLeft(Math.floor(ms / dayMs));
}

function daysLeft(days: number): TimeLeft {
  if (days < 0) return { urgency: "overdue", text: `逾期 ${-days} 天` };
  if (days === 0) return { urgency: "today", text: "今天到期" };
  return { urgency: days <= soonDays ? "soon" : "later", text: `还有 ${days} 天` };
}
