import { ZhengwenError } from "../domain/errors.js";
import { dayInShanghai, shanghaiTime } from "../domain/plain-date.js";
import type { Deadline } from "../domain/request.js";
import type { RequestOrder } from "../domain/request-desk.js";
import type { Calendars } from "../knowledge/calendars.js";
import type { RequestRule, RequestRules } from "../knowledge/request-rules.js";
import { cueFinder } from "../text/cues.js";
import { addCalendarDays, addWorkingDays } from "./working-days.js";

/**
 * When an order filed at `now` is due: by the first rule that fits it, named in `basis`, each day listed with its reason.
 * Null when the term reaches into a year that has no working-day calendar.
 */
export function openDeadlines(rules: RequestRules, calendars: Calendars): (order: RequestOrder, now: Date) => Deadline | null {
  const matchers = rules.map((rule) => ({ rule, mentions: rule.mentions ? cueFinder(rule.mentions) : null }));
  return (order, now) => {
    const fitting = matchers.find(
      ({ rule, mentions }) => fits(rule, order) && (mentions === null || mentions(order.description).length > 0),
    );
    if (!fitting) throw new ZhengwenError("knowledge_invalid", `requests.yml has no rule for ${order.type}`);
    return deadline(fitting.rule, calendars, now);
  };
}

function fits({ types, urgent, categories }: RequestRule, order: RequestOrder): boolean {
  if (!types.includes(order.type)) return false;
  if (urgent && !order.urgent) return false;
  if (!categories) return true;
  const { category } = order;
  return category !== null && (categories.includes(category.level1) || categories.includes(`${category.level1}/${category.level2}`));
}

function deadline({ limit, basis: article, says, officeRule }: RequestRule, calendars: Calendars, now: Date): Deadline | null {
  const basis = `${article}：${says}${officeRule ? "（街道自己定的办理时限）" : ""}`;
  if ("hours" in limit) {
    const due = new Date(now.getTime() + limit.hours * 3_600_000);
    return { dueOn: dayInShanghai(due), dueAt: shanghaiTime(due), basis, days: [] };
  }
  const filedOn = dayInShanghai(now);
  if ("calendarDays" in limit) return { ...addCalendarDays(filedOn, limit.calendarDays), dueAt: null, basis };
  try {
    return { ...addWorkingDays(calendars, filedOn, limit.workingDays), dueAt: null, basis };
  } catch (cause) {
    if (cause instanceof ZhengwenError && cause.code === "no_calendar") return null;
    throw cause;
  }
}
