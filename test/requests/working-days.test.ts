import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type PlainDate, plainDate } from "../../src/domain/plain-date.js";
import { type Calendars, loadCalendars } from "../../src/knowledge/calendars.js";
import { knowledgeFolder } from "../../src/paths.js";
import { addCalendarDays, addWorkingDays } from "../../src/requests/working-days.js";

const calendars = loadCalendars(knowledgeFolder);

describe("addWorkingDays", () => {
  it.each([
    ["2026-11-23", 1, "2026-11-24", "the next day"],
    ["2026-11-27", 1, "2026-11-30", "a Friday: over the weekend"],
    ["2026-11-23", 20, "2026-12-21", "the disclosure law's term"],
    ["2026-09-18", 1, "2026-09-20", "the make-up Sunday before the National Day counts"],
    ["2026-09-30", 1, "2026-10-08", "over the holiday"],
    ["2026-02-13", 2, "2026-02-24", "a make-up Saturday, then the Spring Festival"],
    ["2025-12-31", 1, "2026-01-04", "into the next year, whose first Sunday is worked"],
    ["2025-09-30", 3, "2025-10-11", "the joint holiday of 2025"],
    ["2024-05-10", 1, "2024-05-11", "a make-up Saturday"],
    ["2026-11-23", 0, "2026-11-23", "no days"],
  ])("from %s, %i working days: %s (%s)", (from, count, dueOn) => {
    expect(addWorkingDays(calendars, plainDate(from), count).dueOn).toBe(dueOn);
  });

  it("lists every day with its reason", () => {
    const { days } = addWorkingDays(calendars, plainDate("2026-09-24"), 2);
    expect(days).toEqual([
      { date: "2026-09-25", counted: false, reason: "中秋节放假" },
      { date: "2026-09-26", counted: false, reason: "中秋节放假" },
      { date: "2026-09-27", counted: false, reason: "中秋节放假" },
      { date: "2026-09-28", counted: true, reason: "工作日" },
      { date: "2026-09-29", counted: true, reason: "工作日" },
    ]);
    expect(addWorkingDays(calendars, plainDate("2026-09-18"), 1).days.map(({ reason }) => reason)).toEqual(["周六", "调休上班"]);
  });

  it("names the year that has no calendar", () => {
    expect(() => addWorkingDays(calendars, plainDate("2026-12-30"), 5)).toThrow(
      expect.objectContaining({ code: "no_calendar", message: expect.stringContaining("2027") }),
    );
    expect(addWorkingDays(calendars, plainDate("2026-12-30"), 1).dueOn).toBe("2026-12-31");
  });

  it("agrees with counting on one's fingers", () => {
    const from = fc.integer({ min: 0, max: 900 }).map((days) => addDays(plainDate("2024-01-01"), days));
    fc.assert(
      fc.property(from, fc.integer({ min: 0, max: 100 }), (start, count) => {
        const { dueOn, days } = addWorkingDays(calendars, start, count);
        expect(dueOn).toBe(onFingers(calendars, start, count));
        expect(days.filter(({ counted }) => counted)).toHaveLength(count);
        expect(days.map(({ date }) => date)).toEqual(days.map((_, index) => addDays(start, index + 1)));
        expect(days.at(-1)?.date ?? start).toBe(dueOn);
      }),
      { numRuns: 300 },
    );
  });
});

describe("addCalendarDays", () => {
  it("counts every day, over years without a calendar too", () => {
    const { dueOn, days } = addCalendarDays(plainDate("2026-11-23"), 60);
    expect(dueOn).toBe("2027-01-22");
    expect(days).toHaveLength(60);
    expect(days.every(({ counted, reason }) => counted && reason === "自然日")).toBe(true);
  });
});

/** The naive oracle: one working day at a time. */
function onFingers(known: Calendars, from: PlainDate, count: number): PlainDate {
  if (count === 0) return from;
  const next = addDays(from, 1);
  const calendar = known.get(Number(next.slice(0, 4)));
  const weekend = ["Sat", "Sun"].includes(new Date(next).toUTCString().slice(0, 3));
  const works = calendar?.workingWeekends.has(next) || (!weekend && !calendar?.holidays.has(next));
  return onFingers(known, next, works ? count - 1 : count);
}
