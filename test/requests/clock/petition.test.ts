import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type PlainDate, plainDate } from "../../../src/domain/plain-date.js";
import { loadCalendars } from "../../../src/knowledge/calendars.js";
import { knowledgeFolder } from "../../../src/paths.js";
import { petitionClock } from "../../../src/requests/clock/petition.js";
import type { PetitionEvent } from "../../../src/requests/clock/petition-event.js";

const calendars = loadCalendars(knowledgeFolder);
const at = (...events: readonly PetitionEvent[]) => petitionClock(events, calendars);
const received = (on: string, transferred = false): PetitionEvent => ({ event: "received", on: plainDate(on), transferred });
const event = <E extends PetitionEvent["event"]>(name: E, on: string, more: object = {}) =>
  ({ event: name, on: plainDate(on), ...more }) as PetitionEvent;
const extended = (on: string, days = 30) => event("extended", on, { days, approvedBy: "负责人" });
const notAllowed = expect.objectContaining({ code: "event_not_allowed" });

describe("receipt (Arts. 22, 23)", () => {
  it("is answered in writing within 15 calendar days, holidays among them", () => {
    expect(at(received("2026-09-28"))).toMatchObject({ phase: "acceptance", dueOn: "2026-10-13", objectionUntil: null });
  });

  it("of a matter that was transferred here lets it be sent back within five working days (Art. 23)", () => {
    expect(at(received("2026-03-02", true))).toMatchObject({ dueOn: "2026-03-17", objectionUntil: "2026-03-09" });
    expect(at(received("2026-03-02", true), event("objected", "2026-03-09"))).toMatchObject({ phase: "ended", dueOn: null });
    expect(() => at(received("2026-03-02", true), event("objected", "2026-03-10"))).toThrow(notAllowed);
    expect(() => at(received("2026-03-02"), event("objected", "2026-03-03"))).toThrow(notAllowed);
  });

  it.each(["not_accepted", "own_procedure", "withdrawn"] as const)("ends with %s (Arts. 23, 31)", (name) => {
    expect(at(received("2026-03-02"), event(name, "2026-03-05"))).toMatchObject({ phase: "ended", dueOn: null });
  });
});

describe("an accepted matter of Art. 31(6) (Art. 34)", () => {
  const accepted = [received("2026-03-02"), event("accepted", "2026-03-10")];

  it("is finished within 60 days of acceptance", () => {
    expect(at(...accepted)).toMatchObject({ phase: "running", dueOn: "2026-05-09" });
  });

  it("may be extended once, by at most 30 days, before the term ends", () => {
    expect(at(...accepted, extended("2026-05-09"))).toMatchObject({ dueOn: "2026-06-08" });
    expect(() => at(...accepted, extended("2026-05-10"))).toThrow(notAllowed);
    expect(() => at(...accepted, extended("2026-04-01", 10), extended("2026-04-02", 10))).toThrow(notAllowed);
  });
});

describe("review (Art. 35) and second review (Art. 36)", () => {
  const answered = [received("2026-03-02"), event("accepted", "2026-03-10"), event("answered", "2026-04-01")];
  const reviewed = [...answered, event("review_asked", "2026-05-01"), event("review_decided", "2026-05-20")];

  it("is asked for within 30 days of the written answer and decided within 30", () => {
    expect(at(...answered)).toMatchObject({ phase: "answered", dueOn: "2026-05-01" });
    expect(at(...answered, event("review_asked", "2026-05-01"))).toMatchObject({ phase: "review", dueOn: "2026-05-31" });
    expect(() => at(...answered, event("review_asked", "2026-05-02"))).toThrow(notAllowed);
  });

  it("that nobody asks for lets the matter end when those 30 days are over, not before", () => {
    expect(at(...answered, event("terms_over", "2026-05-02"))).toMatchObject({ phase: "ended", dueOn: null });
    expect(() => at(...answered, event("terms_over", "2026-05-01"))).toThrow(notAllowed);
    expect(at(...reviewed, event("terms_over", "2026-06-20"))).toMatchObject({ phase: "ended" });
  });

  it("is followed by a second one in the same way, in which a hearing's time is not counted", () => {
    expect(at(...reviewed)).toMatchObject({ phase: "reviewed", dueOn: "2026-06-19" });
    const asked = [...reviewed, event("second_review_asked", "2026-06-01")];
    expect(at(...asked)).toMatchObject({ phase: "second_review", dueOn: "2026-07-01" });
    expect(at(...asked, event("hearing_began", "2026-06-10"))).toMatchObject({ phase: "hearing", dueOn: null });
    const heard = [...asked, event("hearing_began", "2026-06-10"), event("hearing_ended", "2026-06-17")];
    expect(at(...heard)).toMatchObject({ phase: "second_review", dueOn: "2026-07-08" });
  });

  it("ends with the second: nothing follows it", () => {
    const over = [...reviewed, event("second_review_asked", "2026-06-01"), event("second_review_decided", "2026-06-20")];
    expect(at(...over)).toMatchObject({ phase: "ended", dueOn: null });
    expect(() => at(...over, event("review_asked", "2026-06-21"))).toThrow(notAllowed);
  });
});

describe("what cannot be", () => {
  it.each([
    ["a beginning that is no receipt", [event("accepted", "2026-03-02")]],
    ["an event before the one before it", [received("2026-03-02"), event("accepted", "2026-03-01")]],
    ["an answer before acceptance", [received("2026-03-02"), event("answered", "2026-03-03")]],
  ])("%s is refused", (_, events) => {
    expect(() => at(...events)).toThrow(notAllowed);
  });
});

it("a thousand random petitions are due on the day that counting every day gives", () => {
  const walked = (from: PlainDate, days: number) => {
    let date = from;
    for (let left = days; left > 0; left--) date = addDays(date, 1);
    return date;
  };
  const petition = fc.record({ from: fc.nat({ max: 3000 }), wait: fc.nat({ max: 15 }), more: fc.nat({ max: 30 }) });
  fc.assert(
    fc.property(petition, ({ from, wait, more }) => {
      const start = addDays(plainDate("2019-01-01"), from);
      const accepted = addDays(start, wait);
      const events: PetitionEvent[] = [
        { event: "received", on: start, transferred: false },
        { event: "accepted", on: accepted },
      ];
      if (more > 0) events.push({ event: "extended", on: accepted, days: more, approvedBy: "负责人" });
      const { dueOn, days } = petitionClock(events, calendars);
      expect(dueOn).toBe(walked(accepted, 60 + more));
      expect(days.at(-1)?.date).toBe(dueOn);
    }),
    { numRuns: 1000 },
  );
});
