import { describe, expect, it } from "vitest";
import type { CaseEvent } from "../../src/requests/case-event.js";
import { type Expected, event, hold, standing } from "../fixtures/standing.js";

describe("a petition (信访工作条例)", () => {
  const received = event("received", "2026-03-02", { transferred: false });
  const accepted = [received, event("accepted", "2026-03-10")];
  const answered = [...accepted, event("answered", "2026-04-01", { text: "已书面答复" })];
  const reviewed = [...answered, event("review_asked", "2026-05-01"), event("review_decided", "2026-05-20")];
  const second = [...reviewed, event("second_review_asked", "2026-06-01")];
  const heard = [...second, event("hearing_began", "2026-06-10"), event("hearing_ended", "2026-06-17")];
  const on = { receivedOn: "2026-03-02" };

  it.each<[string, readonly CaseEvent[], Expected]>([
    ["Arts. 22, 23: word in writing within 15 days", [received], { ...on, phase: "acceptance", state: "submitted", due: "2026-03-17" }],
    [
      "Art. 23: what was transferred here and is not ours is sent back",
      [event("received", "2026-03-02", { transferred: true }), event("objected", "2026-03-09")],
      { ...on, phase: "ended", state: "closed", due: "2026-03-17", endedOn: "2026-03-09" },
    ],
    [
      "Art. 23: not accepted",
      [received, event("not_accepted", "2026-03-05")],
      { ...on, phase: "ended", state: "closed", due: "2026-03-17", endedOn: "2026-03-05" },
    ],
    [
      "Art. 31(1)–(5): goes to its own procedure",
      [received, event("own_procedure", "2026-03-05")],
      { ...on, phase: "ended", state: "closed", due: "2026-03-17", endedOn: "2026-03-05" },
    ],
    [
      "Arts. 31(6), 34: finished within 60 days of acceptance",
      accepted,
      { ...on, phase: "running", state: "in_progress", due: "2026-05-09" },
    ],
    [
      "Art. 34: extended by 30 days with approval",
      [...accepted, event("extended", "2026-05-09", { days: 30, approvedBy: "王主任" })],
      { ...on, phase: "extended", state: "extended", due: "2026-06-08" },
    ],
    [
      "Art. 35: answered, a review may be asked for within 30 days",
      answered,
      { ...on, phase: "answered", state: "decided", due: null, next: "2026-05-01" },
    ],
    [
      "Art. 35: the review is decided within 30 days",
      reviewed.slice(0, -1),
      { ...on, phase: "review", state: "reopened", due: "2026-05-31" },
    ],
    [
      "Art. 36: a second review may be asked for within 30 days",
      reviewed,
      { ...on, phase: "reviewed", state: "decided", due: null, next: "2026-06-19" },
    ],
    [
      "Art. 36: the second review is decided within 30 days",
      second,
      { ...on, phase: "second_review", state: "reopened", due: "2026-07-01" },
    ],
    ["Art. 36: a hearing stops the days", heard.slice(0, -1), { ...on, phase: "hearing", state: "suspended", due: null }],
    ["Art. 36: a hearing's days are not counted", heard, { ...on, phase: "second_review", state: "reopened", due: "2026-07-08" }],
    [
      "Art. 36: decided for the second time, it is over",
      [...heard, event("second_review_decided", "2026-07-01")],
      { ...on, phase: "ended", state: "closed", due: "2026-07-08", endedOn: "2026-07-01" },
    ],
    [
      "Arts. 35, 36: nobody asked for a review in time",
      [...answered, event("terms_over", "2026-05-02")],
      { ...on, phase: "ended", state: "closed", due: null, next: "2026-05-01", endedOn: "2026-05-02" },
    ],
    [
      "office rule: withdrawn",
      [...accepted, event("withdrawn", "2026-03-12")],
      { ...on, phase: "withdrawn", state: "withdrawn", due: "2026-05-09", endedOn: "2026-03-12" },
    ],
  ])("%s", (_, events, expected) => hold("petition", events, expected));

  it("needs no calendar: its days are calendar days", () => {
    hold("petition", [event("received", "2026-12-28", { transferred: true })], {
      phase: "acceptance",
      state: "submitted",
      receivedOn: "2026-12-28",
      due: "2027-01-12",
    });
  });
});

describe("a complaint (office rule)", () => {
  const limit = { limit: { workingDays: 5 }, basis: "街道规则" };
  const filed = event("filed", "2026-03-02", { limit });
  const done = [filed, event("assigned", "2026-03-03", { unit: "城管办" }), event("replied", "2026-03-05", { text: "修好了" })];

  it.each<[string, readonly CaseEvent[], Expected]>([
    ["filed, the limit told then counts", [filed], { phase: "submitted", state: "submitted", receivedOn: "2026-03-02", due: "2026-03-09" }],
    [
      "misrouted, it keeps its limit (退回重派)",
      [...done.slice(0, 2), event("misrouted", "2026-03-04", { text: "不归我们管" })],
      { phase: "submitted", state: "submitted", receivedOn: "2026-03-02", due: "2026-03-09" },
    ],
    [
      "replied to, it is closed",
      done,
      { phase: "closed", state: "closed", receivedOn: "2026-03-02", due: "2026-03-09", endedOn: "2026-03-05" },
    ],
    [
      "not solved, it begins anew on that day",
      [...done, event("reopened", "2026-03-10")],
      { phase: "reopened", state: "reopened", receivedOn: "2026-03-02", due: "2026-03-17" },
    ],
    [
      "solved, it stays as it ended",
      [...done, event("solved", "2026-03-10")],
      { phase: "closed", state: "closed", receivedOn: "2026-03-02", due: "2026-03-09", endedOn: "2026-03-05" },
    ],
  ])("%s", (_, events, expected) => hold("complaint", events, expected));

  it("with a limit in hours is due at a time", () => {
    const urgent = event("filed", "2026-03-02", { limit: { limit: { hours: 24 }, basis: "街道规则" } });
    expect(standing("complaint", [urgent]).deadline).toMatchObject({ dueOn: "2026-03-03", dueAt: "2026-03-03T10:00:00+08:00" });
  });

  it("whose limit reaches into a year without a calendar has no day yet", () => {
    expect(standing("complaint", [event("filed", "2026-12-30", { limit })]).deadline).toBeNull();
  });
});
