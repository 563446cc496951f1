import { describe, expect, it } from "vitest";
import { timeLeft } from "../../src/console/view/time-left.js";

const now = new Date("2026-11-23T02:00:00Z");

describe("how long a request still has", () => {
  for (const [state, dueOn, dueAt, urgency, text] of [
    ["submitted", "2026-11-22", null, "overdue", "逾期 1 天"],
    ["submitted", "2026-11-23", null, "today", "今天到期"],
    ["extended", "2026-11-26", null, "soon", "还有 3 天"],
    ["in_progress", "2026-11-27", null, "later", "还有 4 天"],
    ["submitted", null, null, "none", "期限未定"],
    ["suspended", "2026-11-01", null, "none", "不计时"],
    ["closed", "2026-11-01", null, "none", "已结束"],
    ["submitted", "2026-11-23", "2026-11-23T09:30:00+08:00", "overdue", "逾期 1 小时"],
    ["submitted", "2026-11-23", "2026-11-23T10:30:00+08:00", "today", "不到 1 小时"],
    ["submitted", "2026-11-24", "2026-11-24T09:00:00+08:00", "today", "还有 23 小时"],
    ["submitted", "2026-11-25", "2026-11-25T10:00:00+08:00", "soon", "还有 2 天"],
  ] as const) {
    it(`${state}, due ${dueAt ?? dueOn}: ${text}`, () => {
      expect(timeLeft({ state, dueOn, dueAt }, now)).toEqual({ urgency, text });
    });
  }

  it("counts days as Shanghai has them: before eight in the morning UTC is still yesterday", () => {
    expect(timeLeft({ state: "submitted", dueOn: "2026-11-24", dueAt: null }, new Date("2026-11-23T16:30:00Z")).text).toBe("今天到期");
  });
});
