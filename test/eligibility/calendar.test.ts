import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/domain/plain-date.js";
import { addMonths, completeMonths, daysBetween } from "../../src/eligibility/calendar.js";

describe("complete months", () => {
  it.each([
    ["2025-11-24", "2026-11-23", 11],
    ["2025-11-23", "2026-11-23", 12],
    ["2016-02-29", "2026-02-28", 119],
    ["2016-02-29", "2026-03-01", 120],
    ["2026-03-01", "2026-02-01", -1],
  ])("from %s to %s are %s", (from, to, months) => {
    expect(completeMonths(plainDate(from), plainDate(to))).toBe(months);
  });
});

describe("a date some months later", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-11-23", 2, "2027-01-23"],
    ["2026-03-31", -1, "2026-02-28"],
  ])("%s and %s months is %s", (from, months, to) => {
    expect(addMonths(plainDate(from), months)).toBe(to);
  });

  it("is so many days away", () => {
    expect(daysBetween(plainDate("2024-02-28"), plainDate("2024-03-01"))).toBe(2);
  });
});
