import { describe, expect, it } from "vitest";
import { loadCalendars } from "../../src/knowledge/calendars.js";
import { knowledgeFolder } from "../../src/paths.js";
import { type TimedRequest, timelinessOf, workingDaysBetween } from "../../src/reports/timeliness.js";
import { addWorkingDays } from "../../src/requests/working-days.js";
import { day } from "../fixtures/disclosure-register.js";

const calendars = loadCalendars(knowledgeFolder);
const asOf = day("2025-06-30");
const request = (given: Partial<TimedRequest> = {}): TimedRequest => ({
  type: "disclosure",
  state: "closed",
  receivedOn: day("2025-06-02"),
  dueOn: day("2025-06-27"),
  endedOn: day("2025-06-03"),
  extended: false,
  running: true,
  ...given,
});
const open = (given: Partial<TimedRequest> = {}) => request({ state: "in_progress", endedOn: null, ...given });
const only = (requests: readonly TimedRequest[]) => timelinessOf(requests, calendars, asOf)[0];

describe("timeliness", () => {
  it("an answer on the due day is in time, one on the day after is late", () => {
    expect(only([request({ endedOn: day("2025-06-27") }), request({ endedOn: day("2025-06-28") })])).toMatchObject({ inTime: 1, late: 1 });
  });

  it("each received request is answered, ended otherwise or open", () => {
    const row = only([
      request(),
      request({ endedOn: day("2025-07-01") }),
      request({ dueOn: null }),
      request({ state: "withdrawn" }),
      request({ state: "abandoned", endedOn: null }),
      open(),
      open({ dueOn: day("2025-07-15") }),
    ]);
    expect(row).toMatchObject({ received: 7, inTime: 1, late: 1, undated: 1, endedOtherwise: 2, open: 2, overdue: 1 });
  });

  it("is overdue the day after the due day, and only while its term runs", () => {
    const row = only([open({ dueOn: asOf }), open({ dueOn: day("2025-06-29") }), open({ dueOn: day("2025-06-29"), running: false })]);
    expect(row).toMatchObject({ open: 3, overdue: 1 });
  });

  it("counts working days from the day after receipt, holidays and weekends out", () => {
    // received on Friday 30 May 2025; Monday 2 June is 端午节
    expect(workingDaysBetween(calendars, day("2025-05-30"), day("2025-06-03"))).toBe(1);
    expect(workingDaysBetween(calendars, day("2025-06-03"), day("2025-06-03"))).toBe(0);
  });

  it.each([1, 5, 20, 40])("finds the %i working days of a term again", (count) => {
    const from = day("2025-01-10");
    expect(workingDaysBetween(calendars, from, addWorkingDays(calendars, from, count).dueOn)).toBe(count);
  });

  it("gives the median and the day by which nine of ten were answered, withdrawn ones apart", () => {
    const answered = [1, 2, 3, 4, 5, 6, 7, 8, 9, 20].map((count) =>
      request({ endedOn: addWorkingDays(calendars, day("2025-06-02"), count).dueOn }),
    );
    const withdrawn = request({ state: "withdrawn", endedOn: day("2025-12-01") });
    expect(only([...answered, withdrawn])).toMatchObject({ medianDays: 5.5, p90Days: 9 });
    expect(only(answered.slice(0, 3))).toMatchObject({ medianDays: 2, p90Days: 3 });
  });

  it("gives no median while nothing is answered", () => {
    expect(only([open()])).toMatchObject({ medianDays: null, p90Days: null });
  });

  it("gives the share of extended terms", () => {
    expect(only([request({ extended: true }), request(), request(), open()])?.extended).toBe(0.25);
  });

  it("has a row for each type that there is", () => {
    const rows = timelinessOf([request({ type: "complaint" }), request(), request({ type: "complaint" })], calendars, asOf);
    expect(rows.map(({ type, received }) => [type, received])).toEqual([
      ["disclosure", 1],
      ["complaint", 2],
    ]);
  });

  it("refuses to count in a year without a calendar, naming it", () => {
    expect(() => only([request({ receivedOn: day("2018-06-02") })])).toThrow(
      expect.objectContaining({ code: "no_calendar", message: expect.stringContaining("2018") }),
    );
  });
});
