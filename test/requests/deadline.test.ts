import { describe, expect, it } from "vitest";
import type { RequestOrder } from "../../src/domain/request-desk.js";
import { deadlineFrom, openLimits } from "../../src/requests/deadline.js";
import { sampleKnowledge } from "../fixtures/request-dialog.js";

const { requestRules, calendars } = sampleKnowledge();
const limitOf = openLimits(requestRules);
const deadlineOf = (of: RequestOrder, from: Date) => deadlineFrom(limitOf(of), from, calendars);
const monday = new Date("2026-11-23T02:00:00Z");
const order = (given: Partial<RequestOrder>): RequestOrder => ({
  type: "complaint",
  description: "路灯坏了",
  location: null,
  category: null,
  urgent: false,
  ...given,
});

describe("a deadline", () => {
  it.each([
    ["a complaint", order({}), "2026-11-30", "第十条"],
    ["a call for help", order({ type: "help" }), "2026-11-30", "第十条"],
    ["a consultation", order({ type: "consultation" }), "2026-11-24", "第十一条"],
    ["a suggestion", order({ type: "suggestion" }), "2026-12-07", "第十三条"],
    ["no water in the whole house", order({ description: "整栋楼都停水了" }), "2026-11-24", "第九条"],
  ])("of %s", (_, given, dueOn, basis) => {
    const deadline = deadlineOf(given, monday);
    expect(deadline).toMatchObject({ dueOn, dueAt: null });
    expect(deadline?.basis).toContain(basis);
    expect(deadline?.days.at(-1)?.date).toBe(dueOn);
  });

  it("says that the office's own rule sets it", () => {
    expect(deadlineOf(order({}), monday)?.basis).toContain("街道自己定的");
  });

  it("is in hours for what cannot wait, over midnight too", () => {
    const night = new Date("2026-12-31T15:30:00Z");
    expect(deadlineOf(order({ urgent: true }), night)).toMatchObject({ dueOn: "2027-01-01", dueAt: "2027-01-01T01:30:00+08:00", days: [] });
    const care = { level1: "民政", level2: "福利慈善", level3: null };
    expect(deadlineOf(order({ urgent: true, category: care }), monday)?.dueAt).toBe("2026-11-24T10:00:00+08:00");
  });

  it("counts from the day in Shanghai", () => {
    expect(deadlineOf(order({ type: "consultation" }), new Date("2026-11-23T17:00:00Z"))?.dueOn).toBe("2026-11-25");
  });

  it("is unknown while next year has no calendar", () => {
    expect(deadlineOf(order({}), new Date("2026-12-29T02:00:00Z"))).toBeNull();
  });
});
