import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type PlainDate, plainDate } from "../../../src/domain/plain-date.js";
import { type Calendars, loadCalendars } from "../../../src/knowledge/calendars.js";
import { knowledgeFolder } from "../../../src/paths.js";
import { disclosureClock } from "../../../src/requests/clock/disclosure.js";
import type { DisclosureEvent } from "../../../src/requests/clock/disclosure-event.js";

const calendars = loadCalendars(knowledgeFolder);
const day = plainDate;
const at = (events: readonly DisclosureEvent[], asOf = "2026-03-10") => disclosureClock(events, calendars, day(asOf));
const submitted = (on: string, channel: Extract<DisclosureEvent, { event: "submitted" }>["channel"] = "counter") =>
  ({ event: "submitted", on: day(on), channel }) as const;
const event = <E extends DisclosureEvent["event"]>(name: E, on: string, more: object = {}) =>
  ({ event: name, on: day(on), ...more }) as DisclosureEvent;
const notAllowed = expect.objectContaining({ code: "event_not_allowed" });

// 2 March 2026 is a Monday; the next days off are 4 to 6 April
describe("receipt (Art. 31)", () => {
  it.each(["counter", "registered_post"] as const)(
    "is the day of a request by %s: 20 working days from the next day on (Art. 33)",
    (channel) => {
      expect(at([submitted("2026-03-02", channel)])).toMatchObject({ phase: "running", dueOn: "2026-03-30" });
    },
  );

  it.each(["internet", "fax", "ordinary_post", "telephone"] as const)(
    "by %s is the day on which both sides confirmed (Art. 31(3))",
    (channel) => {
      const waiting = at([submitted("2026-02-27", channel)]);
      expect(waiting).toMatchObject({ phase: "unconfirmed", dueOn: "2026-02-28" });
      expect(waiting.basis).toContain("街道自己定的时限");
      const confirmed = at([submitted("2026-02-27", channel), event("confirmed", "2026-03-02")]);
      expect(confirmed).toMatchObject({ phase: "running", dueOn: "2026-03-30" });
    },
  );

  it("is not confirmed twice, nor where the day was fixed by handing over", () => {
    expect(() => at([submitted("2026-03-02"), event("confirmed", "2026-03-03")])).toThrow(notAllowed);
    expect(() => at([submitted("2026-03-02", "fax"), event("extended", "2026-03-03", { workingDays: 5, agreedBy: "x" })])).toThrow(
      notAllowed,
    );
  });
});

describe("extension (Art. 33)", () => {
  const extended = (on: string, workingDays = 20) => event("extended", on, { workingDays, agreedBy: "负责人" });

  it("adds at most 20 working days, once, before the term ends", () => {
    expect(at([submitted("2026-03-02"), extended("2026-03-30", 10)])).toMatchObject({ dueOn: "2026-04-14" });
    expect(() => at([submitted("2026-03-02"), extended("2026-03-10"), extended("2026-03-11")])).toThrow(notAllowed);
    expect(() => at([submitted("2026-03-02"), extended("2026-03-31")])).toThrow(notAllowed);
  });
});

describe("correction (Art. 30)", () => {
  const asked = event("correction_asked", "2026-03-11", { until: day("2026-03-25") });

  it("is asked for within seven working days of receipt, naming the day until which", () => {
    expect(at([submitted("2026-03-02"), asked])).toMatchObject({ phase: "in_correction", dueOn: "2026-03-25" });
    expect(() => at([submitted("2026-03-02"), { ...asked, on: day("2026-03-12") } as DisclosureEvent])).toThrow(notAllowed);
  });

  it("begins the term anew on the day after it came: days before it do not count", () => {
    expect(at([submitted("2026-03-02"), asked, event("corrected", "2026-03-16")])).toMatchObject({ phase: "running", dueOn: "2026-04-14" });
  });

  it("is asked for once", () => {
    const again = event("correction_asked", "2026-03-17", { until: day("2026-03-25") });
    expect(() => at([submitted("2026-03-02"), asked, event("corrected", "2026-03-16"), again])).toThrow(notAllowed);
  });

  it("that does not come by that day lets the request be deemed abandoned, not before", () => {
    expect(at([submitted("2026-03-02"), asked, event("deemed_abandoned", "2026-03-26")])).toMatchObject({ phase: "ended", dueOn: null });
    expect(() => at([submitted("2026-03-02"), asked, event("deemed_abandoned", "2026-03-25")])).toThrow(notAllowed);
  });
});

describe("asking a third party or another organ (Arts. 32, 33(3), 34)", () => {
  const begun = [submitted("2026-03-02"), event("other_asked", "2026-03-04", { other: "third_party" })];

  it("stops the clock from the day after the letter went out to the day of the answer, and it goes on where it was", () => {
    const answered = [...begun, event("other_received", "2026-03-06"), event("other_answered", "2026-03-11")];
    expect(at(answered)).toMatchObject({ phase: "running", dueOn: "2026-04-07" });
    expect(at(answered).days.filter(({ counted }) => counted)).toHaveLength(20);
  });

  it("stops it no longer than to the 15th working day after the other got the letter", () => {
    const silent = [...begun, event("other_received", "2026-03-06")];
    expect(at(silent, "2026-03-27")).toMatchObject({ phase: "suspended", dueOn: "2026-04-23" });
    expect(at(silent, "2026-03-28")).toMatchObject({ phase: "running", dueOn: "2026-04-23" });
    expect(at([...silent, event("other_answered", "2026-04-10")])).toMatchObject({ dueOn: "2026-04-23" });
  });

  it("has no due day before it is known when the other got the letter", () => {
    expect(at(begun)).toMatchObject({ phase: "suspended", dueOn: null, basis: expect.stringContaining("收到征求意见书") });
  });

  it("of somebody who stays silent is over after those 15 working days, not before, and then another may be asked", () => {
    const silent = [...begun, event("other_received", "2026-03-06")];
    expect(() => at([...silent, event("other_silent", "2026-03-27")])).toThrow(notAllowed);
    const over = [...silent, event("other_silent", "2026-03-28")];
    expect(at(over)).toMatchObject({ phase: "running", dueOn: "2026-04-23" });
    expect(at([...over, event("other_asked", "2026-03-30", { other: "organ" })])).toMatchObject({ phase: "suspended", dueOn: null });
  });

  it("is not over by silence before it is known when the other got the letter", () => {
    expect(() => at([...begun, event("other_silent", "2026-06-01")])).toThrow(notAllowed);
  });

  it("goes by the day that was written down last, where the first was wrong", () => {
    const twice = [...begun, event("other_received", "2026-03-05"), event("other_received", "2026-03-06")];
    expect(at(twice, "2026-03-27")).toMatchObject({ phase: "suspended", dueOn: "2026-04-23" });
  });

  it("is done one at a time", () => {
    expect(() => at([...begun, event("other_asked", "2026-03-05", { other: "organ" })])).toThrow(notAllowed);
    expect(() => at([submitted("2026-03-02"), event("other_answered", "2026-03-05")])).toThrow(notAllowed);
  });
});

describe("the fee (Art. 42)", () => {
  const told = [submitted("2026-03-02"), event("fee_told", "2026-03-06")];

  it("is paid within 20 working days, and the term is counted anew from the day after", () => {
    expect(at(told)).toMatchObject({ phase: "awaiting_fee", dueOn: "2026-04-03" });
    expect(at([...told, event("fee_paid", "2026-03-16")])).toMatchObject({ phase: "running", dueOn: "2026-04-14" });
  });
});

describe("a fee that was told (Art. 42)", () => {
  const told = [submitted("2026-03-02"), event("fee_told", "2026-03-06")];

  it("lets the request be deemed abandoned after the 20 days, not before", () => {
    expect(() => at([...told, event("deemed_abandoned", "2026-04-03")])).toThrow(notAllowed);
    expect(at([...told, event("deemed_abandoned", "2026-04-04")])).toMatchObject({ phase: "ended", dueOn: null });
  });

  it("and paid gives no second time to ask for a correction: those seven days are counted from receipt (Art. 30)", () => {
    const asked = event("correction_asked", "2026-03-17", { until: day("2026-03-27") });
    expect(() => at([...told, event("fee_paid", "2026-03-16"), asked])).toThrow(notAllowed);
  });

  it("and paid sets a later day that was told before aside", () => {
    const later = event("later_day_told", "2026-03-05", { until: day("2026-06-30") });
    const paid = [submitted("2026-03-02"), later, event("fee_told", "2026-03-06"), event("fee_paid", "2026-03-16")];
    expect(at(paid)).toMatchObject({ dueOn: "2026-04-14" });
  });
});

describe("an excessive request (Art. 35)", () => {
  it("is answered by the day that was told", () => {
    const later = event("later_day_told", "2026-03-05", { until: day("2026-06-30") });
    expect(at([submitted("2026-03-02"), later])).toMatchObject({
      phase: "running",
      dueOn: "2026-06-30",
      basis: expect.stringContaining("第三十五条"),
    });
  });
});

describe("the end", () => {
  it("is a decision or a withdrawal, after which nothing is due and nothing more happens", () => {
    expect(at([submitted("2026-03-02", "internet"), event("withdrawn", "2026-03-03")])).toMatchObject({ phase: "ended", dueOn: null });
    expect(() => at([submitted("2026-03-02"), event("decided", "2026-03-05"), event("withdrawn", "2026-03-06")])).toThrow(notAllowed);
  });

  it("of a decision that a review or a court annulled is none: the term set there begins", () => {
    const annulled = [submitted("2026-03-02"), event("decided", "2026-03-05"), event("annulled", "2026-05-06", { workingDays: 15 })];
    expect(at(annulled)).toMatchObject({ phase: "running", dueOn: "2026-05-26" });
  });
});

describe("what cannot be", () => {
  it.each([
    ["an event before the one before it", [submitted("2026-03-02"), event("decided", "2026-03-01")]],
    ["anything before the request", [event("decided", "2026-03-01")]],
    ["two requests", [submitted("2026-03-02"), submitted("2026-03-03")]],
  ])("%s is refused", (_, events) => {
    expect(() => at(events)).toThrow(notAllowed);
  });
});

it("has no due day where a year has no calendar, and says so", () => {
  const clock = at([submitted("2026-12-21")], "2026-12-22");
  expect(clock).toMatchObject({ phase: "running", dueOn: null, basis: expect.stringContaining("放假安排") });
});

it.each<[string, readonly DisclosureEvent[]]>([
  ["asking for a correction", [event("correction_asked", "2026-12-29", { until: day("2027-01-12") })]],
  ["asking another organ", [event("other_asked", "2026-12-29", { other: "organ" }), event("other_received", "2026-12-30")]],
  ["a fee", [event("fee_told", "2026-12-29")]],
])("refuses %s in no year for want of a calendar", (_, events) => {
  expect(() => at([submitted("2026-12-28"), ...events], "2027-01-05")).not.toThrow();
});

/** By fingers: is it a working day? */
function works(known: Calendars, date: PlainDate): boolean {
  const calendar = known.get(Number(date.slice(0, 4)));
  const weekend = ["Sat", "Sun"].includes(new Date(date).toUTCString().slice(0, 3));
  return calendar?.workingWeekends.has(date) || (!weekend && !calendar?.holidays.has(date));
}

function after(from: PlainDate, workingDays: number): PlainDate {
  let date = from;
  for (let left = workingDays; left > 0; ) {
    date = addDays(date, 1);
    if (works(calendars, date)) left--;
  }
  return date;
}

/** The naive oracle: walks every day from the submission on and keeps one number, the working days that are left. */
function oracle(events: readonly DisclosureEvent[]): PlainDate {
  let left = 0;
  let term = 20;
  let stoppedUntil: PlainDate | null = null;
  for (let date = events[0]?.on as PlainDate, started = false; ; date = addDays(date, 1)) {
    const isStopped = stoppedUntil !== null && date <= stoppedUntil;
    if (started && !isStopped && works(calendars, date)) left--;
    if (started && left === 0) return date;
    for (const each of events.filter(({ on }) => on === date)) {
      if (each.event === "submitted" || each.event === "corrected") {
        started = true;
        left = term;
      }
      if (each.event === "correction_asked") started = false;
      if (each.event === "extended") {
        left += each.workingDays;
        term += each.workingDays;
      }
      if (each.event === "other_received") {
        const answered = events.find((other) => other.event === "other_answered" && other.on >= each.on)?.on as PlainDate;
        const last = after(each.on, 15);
        stoppedUntil = [answered, last].sort()[0] ?? null;
      }
    }
  }
}

describe("a thousand random requests", () => {
  const history = fc
    .record({
      from: fc.integer({ min: 0, max: 2300 }),
      correction: fc.option(fc.record({ asked: fc.nat({ max: 6 }), corrected: fc.integer({ min: 1, max: 20 }) }), { nil: null }),
      extension: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
      other: fc.option(fc.record({ asked: fc.nat({ max: 10 }), answered: fc.nat({ max: 60 }) }), { nil: null }),
    })
    .map(({ from, correction, extension, other }) => {
      let now = addDays(day("2019-01-02"), from);
      const events: DisclosureEvent[] = [{ event: "submitted", on: now, channel: "counter" }];
      if (correction) {
        now = addDays(now, correction.asked);
        events.push({ event: "correction_asked", on: now, until: addDays(now, 15) });
        now = addDays(now, correction.corrected);
        events.push({ event: "corrected", on: now });
      }
      if (extension !== null) events.push({ event: "extended", on: now, workingDays: extension, agreedBy: "负责人" });
      if (other) {
        now = addDays(now, other.asked);
        // the letter arrives on the day on which it goes out
        events.push({ event: "other_asked", on: now, other: "third_party" }, { event: "other_received", on: now });
        events.push({ event: "other_answered", on: addDays(now, other.answered) });
      }
      return events;
    });

  it("are due on the day that walking every day gives", () => {
    fc.assert(
      fc.property(history, (events) => {
        const { dueOn, days } = disclosureClock(events, calendars, day("2026-01-01"));
        expect(dueOn).toBe(oracle(events));
        expect(days.map(({ date }) => date)).toEqual(days.map((_, index) => addDays(days[0]?.date as PlainDate, index)));
      }),
      { numRuns: 1000 },
    );
  });
});
