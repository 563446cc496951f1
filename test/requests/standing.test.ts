import { describe, expect, it } from "vitest";
import type { CaseEvent } from "../../src/requests/case-event.js";
import { type Expected, event, hold, standing } from "../fixtures/standing.js";

const submitted = (channel: string, on = "2026-03-02") => event("submitted", on, { channel });
const counter = submitted("counter");
const notAllowed = (says: RegExp) => expect.objectContaining({ code: "event_not_allowed", message: expect.stringMatching(says) });

// 2 March 2026 is a Monday; the next days off are 4 to 6 April
describe("a disclosure request (政府信息公开条例)", () => {
  const confirmed = event("confirmed", "2026-03-04");
  const running = { phase: "running", state: "confirmed", receivedOn: "2026-03-02", due: "2026-03-30" };
  const corrected = [counter, event("correction_asked", "2026-03-11", { until: "2026-03-25" }), event("corrected", "2026-03-16")];
  const asked = [counter, event("other_asked", "2026-03-04", { other: "third_party" })];
  const received = [...asked, event("other_received", "2026-03-06")];
  const told = [counter, event("fee_told", "2026-03-06", { feeAmount: "120元" })];
  const decided = [counter, event("decided", "2026-03-20", { outcome: "granted", ground: null })];
  const extended = event("extended", "2026-03-20", { workingDays: 10, agreedBy: "王主任" });

  it.each<[string, readonly CaseEvent[], Expected]>([
    ["Art. 31(1): handed over at the counter, it is received that day; Art. 33: 20 working days", [counter], running],
    ["Art. 31(2): by registered post, it is received when it is signed for", [submitted("registered_post")], running],
    [
      "Art. 31(2): by ordinary post, it waits to be confirmed, by the next working day (our rule)",
      [submitted("ordinary_post")],
      { phase: "unconfirmed", state: "submitted", receivedOn: null, due: "2026-03-30", next: "2026-03-03" },
    ],
    [
      "Art. 31(2): by ordinary post and confirmed the same day, it is received that day",
      [submitted("ordinary_post"), event("confirmed", "2026-03-02")],
      running,
    ],
    [
      "Art. 31(3): by internet, the day on which both sides confirmed",
      [submitted("internet"), confirmed],
      { ...running, receivedOn: "2026-03-04", due: "2026-04-01" },
    ],
    [
      "Art. 31(3): by fax, the day on which both sides confirmed",
      [submitted("fax"), confirmed],
      { ...running, receivedOn: "2026-03-04", due: "2026-04-01" },
    ],
    [
      "Art. 30: in correction, the next step is the applicant's",
      corrected.slice(0, 2),
      { phase: "in_correction", state: "in_correction", receivedOn: "2026-03-02", due: null, next: "2026-03-25" },
    ],
    [
      "Art. 30: corrected, the term begins anew with the correction",
      corrected,
      { phase: "corrected", state: "confirmed", receivedOn: "2026-03-02", due: "2026-04-14" },
    ],
    [
      "Art. 30: not corrected in time, it is deemed abandoned",
      [...corrected.slice(0, 2), event("deemed_abandoned", "2026-03-26")],
      { phase: "abandoned", state: "abandoned", receivedOn: "2026-03-02", due: null, next: "2026-03-25", endedOn: "2026-03-26" },
    ],
    [
      "Art. 33: extended by ten working days",
      [counter, extended],
      { phase: "extended", state: "extended", receivedOn: "2026-03-02", due: "2026-04-14" },
    ],
    [
      "Arts. 30, 33: corrected, then extended",
      [...corrected, extended],
      { phase: "extended", state: "extended", receivedOn: "2026-03-02", due: "2026-04-28" },
    ],
    [
      "Arts. 32, 33(3): a third party is asked and has not got the letter: no day can be told",
      asked,
      { phase: "asking", state: "suspended", receivedOn: "2026-03-02", due: null },
    ],
    [
      "Arts. 32, 33(3): the third party got the letter: at most 15 working days do not count",
      received,
      { phase: "asking", state: "suspended", receivedOn: "2026-03-02", due: "2026-04-23" },
    ],
    [
      "Arts. 32, 33(3): the third party answered: the days of asking do not count",
      [...received, event("other_answered", "2026-03-11")],
      { ...running, due: "2026-04-07" },
    ],
    [
      "Art. 32: the third party is silent: the office decides after 15 working days",
      [...received, event("other_silent", "2026-03-28")],
      { ...running, due: "2026-04-23" },
    ],
    [
      "Arts. 33(3), 34: another organ is asked and answers on the day",
      [
        counter,
        event("other_asked", "2026-03-04", { other: "organ" }),
        event("other_received", "2026-03-04"),
        event("other_answered", "2026-03-04"),
      ],
      running,
    ],
    [
      "Art. 35: reasons are asked for: the term runs on",
      [counter, event("reasons_asked", "2026-03-05", { frequency: "一周30件" }), event("reasons_given", "2026-03-09")],
      running,
    ],
    [
      "Art. 35: a later day was told",
      [counter, event("later_day_told", "2026-03-10", { until: "2026-06-30" })],
      { ...running, due: "2026-06-30" },
    ],
    [
      "Art. 42: a fee is to be paid within 20 working days",
      told,
      { phase: "awaiting_fee", state: "suspended", receivedOn: "2026-03-02", due: null, next: "2026-04-03" },
    ],
    ["Art. 42: paid, the term is counted anew", [...told, event("fee_paid", "2026-03-16")], { ...running, due: "2026-04-14" }],
    [
      "Arts. 33, 42: paid after an extension, it is still extended, with the term anew",
      [counter, extended, event("fee_told", "2026-03-23", { feeAmount: "120元" }), event("fee_paid", "2026-03-24")],
      { phase: "extended", state: "extended", receivedOn: "2026-03-02", due: "2026-04-22" },
    ],
    [
      "Art. 42: not paid, it is deemed abandoned",
      [...told, event("deemed_abandoned", "2026-04-04")],
      { phase: "abandoned", state: "abandoned", receivedOn: "2026-03-02", due: null, next: "2026-04-03", endedOn: "2026-04-04" },
    ],
    [
      "Arts. 36–39: decided, it is ended, and keeps the term that it had",
      decided,
      { phase: "decided", state: "decided", receivedOn: "2026-03-02", due: "2026-03-30", endedOn: "2026-03-20" },
    ],
    [
      "Art. 40: delivered, it is closed, and ended on the day of the decision",
      [...decided, event("delivered", "2026-03-25")],
      { phase: "closed", state: "closed", receivedOn: "2026-03-02", due: "2026-03-30", endedOn: "2026-03-20" },
    ],
    [
      "annulled on review or in court, it is open again with the term set there",
      [...decided, event("annulled", "2026-05-06", { workingDays: 15 })],
      { phase: "reopened", state: "reopened", receivedOn: "2026-03-02", due: "2026-05-26" },
    ],
    [
      "annulled and decided anew, it ended on the day of the second decision",
      [...decided, event("delivered", "2026-03-25"), event("annulled", "2026-05-06", { workingDays: 15 }), event("decided", "2026-05-20")],
      { phase: "decided", state: "decided", receivedOn: "2026-03-02", due: "2026-05-26", endedOn: "2026-05-20" },
    ],
    [
      "office rule: withdrawn, it is ended",
      [submitted("internet"), event("withdrawn", "2026-03-05")],
      { phase: "withdrawn", state: "withdrawn", receivedOn: null, due: "2026-03-30", next: "2026-03-03", endedOn: "2026-03-05" },
    ],
    [
      "what is noted, added and urged changes nothing",
      [counter, ...["note", "added", "urged", "overdue", "due_soon", "letter_issued", "archived"].map((name) => event(name, "2026-03-06"))],
      running,
    ],
  ])("%s", (_, events, expected) => hold("disclosure", events, expected));

  it("is told that it is due on no day while a calendar is missing, and files all the same", () => {
    for (const events of [[submitted("counter", "2026-12-21")], [submitted("internet", "2026-12-21")]]) {
      expect(standing("disclosure", events).deadline).toBeNull();
    }
    expect(standing("disclosure", [submitted("internet", "2026-12-31")]).next).toMatchObject({
      dueOn: null,
      basis: expect.stringContaining("放假安排"),
    });
  });

  it.each([
    ["correction_asked", { until: "2027-01-20" }, "2027-01-20"],
    ["fee_told", { feeAmount: "120元" }, null],
    ["extended", { workingDays: 20, agreedBy: "王主任" }, null],
  ])("takes %s where the days reach into a year without a calendar", (name, detail, dueOn) => {
    expect(standing("disclosure", [submitted("counter", "2026-12-28"), event(name, "2026-12-30", detail)]).next.dueOn).toBe(dueOn);
  });

  it.each([
    ["extended", "an extension by more than 20 working days (Art. 33)", { workingDays: 30, agreedBy: "王主任" }],
    ["extended", "an extension by no days", { agreedBy: "王主任" }],
    ["extended", "an extension that nobody agreed to (Art. 33)", { workingDays: 10 }],
    ["correction_asked", "a correction without a day (Art. 30)", {}],
    ["later_day_told", "a later day that is none (Art. 35)", { until: "以后" }],
    ["other_asked", "asking nobody (Art. 32)", { other: "邻居" }],
  ])("refuses %s: %s, instead of not counting it", (name, _, detail) => {
    expect(() => standing("disclosure", [counter, event(name, "2026-03-04", detail)])).toThrow(notAllowed(/内容不全或者写得不对/));
  });
});
