import { describe, expect, it } from "vitest";
import { reviewTable } from "../../../src/reports/annual/review-table.js";
import type { ReviewCase } from "../../../src/store/review-cases.js";
import { day } from "../../fixtures/disclosure-register.js";

const pending = (id: number, filedOn: string, kind: ReviewCase["kind"] = "review"): ReviewCase => ({
  id,
  kind,
  filedOn: day(filedOn),
  request: null,
  result: null,
  endedOn: null,
});
const settled = (id: number, filedOn: string, result: ReviewCase["result"], endedOn: string, kind: ReviewCase["kind"] = "review") => ({
  ...pending(id, filedOn, kind),
  result,
  endedOn: day(endedOn),
});
const nothing = { upheld: 0, corrected: 0, other: 0, pending: 0, total: 0 };

describe("the yearly table of reviews and suits, Art. 50(1)4", () => {
  it("counts each kind by itself: its results, what is pending, and all", () => {
    const cases = [
      settled(1, "2026-02-01", "upheld", "2026-03-01"),
      settled(2, "2026-02-01", "upheld", "2026-03-02"),
      settled(3, "2026-02-01", "corrected", "2026-03-03"),
      settled(4, "2026-02-01", "other", "2026-03-04"),
      pending(5, "2026-12-31"),
      settled(6, "2026-02-01", "corrected", "2026-08-01", "suit"),
      pending(7, "2026-06-01", "suit_after_review"),
    ];
    expect(reviewTable(cases, 2026)).toEqual({
      review: { upheld: 2, corrected: 1, other: 1, pending: 1, total: 5 },
      suit: { ...nothing, corrected: 1, total: 1 },
      suit_after_review: { ...nothing, pending: 1, total: 1 },
    });
  });

  it("a case over the turn of the year is pending in one report and settled in the next", () => {
    const cases = [settled(1, "2025-12-31", "upheld", "2026-01-01")];
    expect(reviewTable(cases, 2025).review).toEqual({ ...nothing, pending: 1, total: 1 });
    expect(reviewTable(cases, 2026).review).toEqual({ ...nothing, upheld: 1, total: 1 });
    expect(reviewTable(cases, 2027).review).toEqual(nothing);
  });

  it("leaves out what was filed later", () => {
    expect(reviewTable([pending(1, "2027-01-01")], 2026).review).toEqual(nothing);
  });
});
