import { describe, expect, it } from "vitest";
import { openingBalanceOf, readRegister, setOpeningBalance } from "../../src/store/disclosure-register.js";
import { auditLog } from "../../src/store/schema/index.js";
import { storeRequest } from "../fixtures/disclosure-register.js";
import { temporaryStore } from "../fixtures/home.js";

const act = { by: "陈主任", at: "2026-01-05T09:00:00+08:00" };

describe("the register", () => {
  it("has disclosure requests alone, by number, and no drafts", () => {
    const store = temporaryStore();
    storeRequest(store, { number: "YSQ-2025-000002" });
    storeRequest(store, { number: "YSQ-2025-000001" });
    storeRequest(store, { number: "TS-2025-000001", type: "complaint" });
    storeRequest(store, { number: "YSQ-2025-000003", state: "draft", received: null, ended: null });
    storeRequest(store, { number: "YSQ-2025-000004", state: "cancelled", received: null, ended: null });
    expect(readRegister(store).map(({ number }) => number)).toEqual(["YSQ-2025-000001", "YSQ-2025-000002"]);
  });

  it("gives each request as it stands", () => {
    const store = temporaryStore();
    storeRequest(store, { number: "YSQ-2025-000001", applicant: "legal_service", outcome: "refused", ground: "security" });
    expect(readRegister(store)).toEqual([
      {
        number: "YSQ-2025-000001",
        filedOn: "2025-03-06",
        receivedOn: "2025-03-06",
        channel: "counter",
        applicant: "legal_service",
        state: "closed",
        dueOn: "2025-04-03",
        endedOn: "2025-03-20",
        result: { outcome: "refused", ground: "security" },
        closed: true,
      },
    ]);
  });

  it("gives the day of filing in Shanghai", () => {
    const store = temporaryStore();
    storeRequest(store, { number: "YSQ-2025-000001", received: null, ended: null, filed: "2025-12-31T23:59:59+08:00" });
    expect(readRegister(store)[0]).toMatchObject({ filedOn: "2025-12-31", receivedOn: null, closed: false });
  });

  it("gives no result to a refusal without its ground", () => {
    const store = temporaryStore();
    storeRequest(store, { number: "YSQ-2025-000001", outcome: "refused" });
    expect(readRegister(store)[0]?.result).toBeNull();
  });

  it.each(["reopened", "in_progress", "suspended"] as const)(
    "one that was opened again and is %s has neither ended nor a result",
    (state) => {
      const store = temporaryStore();
      storeRequest(store, { number: "YSQ-2025-000001", state });
      expect(readRegister(store)[0]).toMatchObject({ endedOn: null, result: null, closed: false });
    },
  );
});

describe("the opening balance", () => {
  it("is kept by year and kind, set anew, and written down with who did it", () => {
    const store = temporaryStore();
    setOpeningBalance(store, { year: 2026, kind: "natural_person", requests: 2 }, act);
    setOpeningBalance(store, { year: 2026, kind: "natural_person", requests: 3 }, act);
    setOpeningBalance(store, { year: 2026, kind: "legal_service", requests: 0 }, act);
    expect(openingBalanceOf(store, 2026)).toEqual({ natural_person: 3, legal_service: 0 });
    expect(openingBalanceOf(store, 2025)).toEqual({});
    expect(store.rows.select().from(auditLog).all()[1]).toMatchObject({
      actor: "陈主任",
      action: "opening_balance_set",
      subject: "opening_balance:2026:natural_person",
      detail: { requests: 3, before: 2 },
    });
  });
});
