import { describe, expect, it } from "vitest";
import type { RequestOrder } from "../../src/domain/request-desk.js";
import { record } from "../../src/requests/record.js";
import { sweep } from "../../src/requests/sweep.js";
import { eventsOf, storedRequest } from "../../src/store/requests.js";
import { filedDisclosure } from "../fixtures/filed-disclosure.js";
import { sampleDesk } from "../fixtures/request-dialog.js";

describe("what time alone does", () => {
  it("says once that a request is due soon, and once that it is overdue", () => {
    const { parts, on, events } = filedDisclosure();
    const byTime = () =>
      events()
        .filter(({ actor }) => actor === "system")
        .map(({ event }) => event);
    on("2026-03-26");
    sweep(parts);
    expect(byTime()).toEqual([]);
    on("2026-03-27");
    sweep(parts);
    sweep(parts);
    expect(byTime()).toEqual(["due_soon"]);
    on("2026-03-31");
    sweep(parts);
    sweep(parts);
    expect(byTime()).toEqual(["due_soon", "overdue"]);
  });

  it("Art. 31(3): shows a request of the internet overdue that nobody confirmed by the next working day", () => {
    const { parts, on, events } = filedDisclosure({ channel: "internet" });
    on("2026-03-04");
    sweep(parts);
    expect(events().at(-1)).toMatchObject({ event: "overdue", detail: { dueOn: "2026-03-03" } });
  });

  it("Art. 32: writes down a third party's silence after the 15th working day, and the term runs on", () => {
    const { parts, act, on, events, request } = filedDisclosure();
    act("other_asked", { other: "third_party", thirdParty: "木棉绿化公司", information: "合同", reason: "可能有商业秘密" });
    act("other_received");
    on("2026-03-23");
    sweep(parts);
    expect(events().at(-1)?.event).toBe("other_received");
    on("2026-03-24");
    sweep(parts);
    expect(events().some(({ event }) => event === "other_silent")).toBe(true);
    expect(request()).toMatchObject({ state: "confirmed" });
  });

  it.each([
    ["Art. 30: for their correction", "correction_asked", { until: "2026-03-10", correctionItems: "请写明是哪一年的" }],
    ["Art. 42: for their fee", "fee_told", { feeAmount: "120元", frequency: "一周30件", feeReckoning: "按件计", payment: "到窗口缴" }],
  ])("is not late with a request that waits for its applicant (%s)", (_, name, facts) => {
    const { parts, act, on, events } = filedDisclosure();
    act(name, facts);
    on("2026-06-01");
    sweep(parts);
    expect(events().filter(({ event }) => event === "overdue" || event === "due_soon")).toEqual([]);
  });

  it("信访工作条例 Art. 35: is not late with a petition whose review nobody asked for: it ends", () => {
    let now = new Date("2026-03-02T02:00:00Z");
    const { parts, desk, store } = sampleDesk(() => now);
    desk.file({ type: "petition", description: "旧楼加装电梯的事", location: null, category: null, urgent: false }, { conversationId: 1 });
    const agreed = { detail: { text: "答复", approvedBy: "王主任" }, actor: "李经办" };
    for (const event of ["accepted", "answered"]) {
      const request = storedRequest(store, 1);
      if (request) record(parts, request, [{ event, ...agreed }]);
    }
    now = new Date("2026-04-02T02:00:00Z");
    sweep(parts);
    expect(eventsOf(store, 1).map(({ event }) => event)).toEqual(["received", "accepted", "answered", "terms_over"]);
  });

  it("sets and tells a date at last, once the year's calendar is there", () => {
    const order: RequestOrder = { type: "complaint", description: "路灯坏了", location: "青云路", category: null, urgent: false };
    const { parts, desk, store } = sampleDesk(() => new Date("2026-12-30T02:00:00Z"));
    desk.file(order, { conversationId: 1 });
    expect(store.sqlite.prepare("SELECT due_on FROM requests").pluck().get()).toBeNull();
    expect(sweep(parts).events).toBe(0);
    const calendar = { year: 2027, notice: "", holidays: new Map(), workingWeekends: new Set<never>() };
    const calendars = new Map([...parts.knowledge.calendars, [2027, calendar]]);
    expect(sweep({ ...parts, knowledge: { ...parts.knowledge, calendars } }).events).toBe(1);
    expect(store.sqlite.prepare("SELECT due_on FROM requests").pluck().get()).toBe("2027-01-06");
    expect(store.sqlite.prepare("SELECT reply FROM outbox").pluck().get()).toContain("答复日期算好了");
  });
});

describe("personal data whose term has ended", () => {
  it("is erased with a tombstone: an applicant's only after the case file was written", () => {
    const { parts, act, approve, on, request, vault, store } = filedDisclosure();
    const look = () => vault.open({ kind: "applicant", subject: "1" }, { by: "李经办", why: "办理", at: "2026-03-02T10:00:00+08:00" });
    act("decided", { outcome: "granted", provided: "合同", provisionForm: "电子版" });
    approve();
    on("2030-03-02");
    sweep(parts);
    expect(look()).not.toBeNull();
    record(parts, request(), [{ event: "archived", actor: "李经办" }]);
    sweep(parts);
    expect(look()).toBeNull();
    expect(store.sqlite.prepare("SELECT cipher, erased_because FROM sealed WHERE kind = 'applicant'").get()).toEqual({
      cipher: null,
      erased_because: "保存期满",
    });
    expect(request().applicantKey).toBeNull();
  });
});
