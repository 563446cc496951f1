import { ZhengwenError } from "../domain/errors.js";
import { dayInShanghai, shanghaiTime } from "../domain/plain-date.js";
import type { Deadline } from "../domain/request.js";
import type { RequestOrder } from "../domain/request-desk.js";
import type { Calendars } from "../knowledge/calendars.js";
import type { RequestLimit, RequestRule, RequestRules } from "../knowledge/request-rules.js";
import { cueFinder } from "../text/cues.js";
import { addCalendarDays, addWorkingDays } from "./working-days.js";

/** How long an order may take, and the article or office rule that says so. */
export type Limit = { readonly limit: RequestLimit; readonly basis: string };

/** The limit of an order: that of the first rule that fits it. */
export function openLimits(rules: RequestRules): (order: RequestOrder) => Limit {
  const matchers = rules.map((rule) => ({ rule, mentions: rule.mentions ? cueFinder(rule.mentions) : null }));
  return (order) => {
    const fitting = matchers.find(
      ({ rule, mentions }) => fits(rule, order) && (mentions === null || mentions(order.description).length > 0),
    );
    if (!fitting) throw new ZhengwenError("knowledge_invalid", `requests.yml has no rule for ${order.type}`);
    const { limit, basis, says, officeRule } = fitting.rule;
    return { limit, basis: `${basis}：${says}${officeRule ? "（街道自己定的办理时限）" : ""}` };
  };
}

/**
 * When something that began at `from` is due under a limit, each day listed with its reason.
 * Null when the term reaches into a year that has no working-day calendar.
 */
export function deadlineFrom({ limit, basis }: Limit, from: Date, calendars: Calendars): Deadline | null {
  if ("hours" in limit) {
    const due = new Date(from.getTime() + limit.hours * 3_600_000);
    return { dueOn: dayInShanghai(due), dueAt: shanghaiTime(due), basis, days: [] };
  }
  const day = dayInShanghai(from);
  if ("calendarDays" in limit) return { ...addCalendarDays(day, limit.calendarDays), dueAt: null, basis };
  try {
    return { ...addWorkingDays(calendars, day, limit.workingDays), dueAt: null, basis };
  } catch (cause) {
    if (cause instanceof ZhengwenError && cause.code === "no_calendar") return null;
    throw cause;
  }
}

function fits({ types, urgent, categories }: RequestRule, order: RequestOrder): boolean {
  if (!types.some((type) => type === order.type)) return false;
  if (urgent && !order.urgent) return false;
  if (!categories) return true;
  const { category } = order;
  return category !== null && (categories.includes(category.level1) || categories.includes(`${category.level1}/${category.level2}`));
}
