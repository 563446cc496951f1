import { expect, it } from "vitest";
import { dueText, matterText, timeText } from "../../src/answer/request-text.js";
import { plainDate } from "../../src/domain/plain-date.js";
import { addCalendarDays, addWorkingDays } from "../../src/requests/index.js";
import { sampleKnowledge } from "../fixtures/request-dialog.js";

it("names the holidays that do not count", () => {
  const { calendars } = sampleKnowledge();
  const term = addWorkingDays(calendars, plainDate("2026-09-24"), 5);
  const text = dueText({ ...term, dueAt: null, basis: "某规定第一条" }, sampleKnowledge());
  expect(text).toBe(
    "答复日期：最迟2026年10月9日。从2026年9月24日的第二天算起，第5个工作日就是这一天（中秋节放假、国庆节放假不算）。依据：某规定第一条。",
  );
});

it("counts calendar days through", () => {
  const text = dueText({ ...addCalendarDays(plainDate("2026-11-23"), 60), dueAt: null, basis: "某条例" }, sampleKnowledge());
  expect(text).toContain("第60天");
});

it("masks and shortens what is repeated", () => {
  expect(matterText("打13900001234找我")).not.toContain("13900001234");
  expect(matterText("吵".repeat(300)).length).toBeLessThan(130);
});

it("writes times as people do", () => {
  expect(timeText("2026-11-23T09:05:00+08:00")).toBe("2026年11月23日 09:05");
});
