import { describe, expect, it } from "vitest";
import { requestTypes } from "../../src/domain/request.js";
import type { RequestOrder } from "../../src/domain/request-desk.js";
import { receiptCounters, requestEvents, requests } from "../../src/store/schema/index.js";
import { sampleDesk } from "../fixtures/request-dialog.js";

const order: RequestOrder = {
  type: "complaint",
  description: "青云路的井盖响",
  location: "青云路",
  category: { level1: "城乡建设", level2: "城市建设和市政管理", level3: "城市公共设施" },
  urgent: false,
};

describe("filing", () => {
  it("gives number, code and due date, and writes the first event", () => {
    const { store, desk } = sampleDesk();
    const filed = desk.file(order, { conversationId: 1 });
    expect(filed.summary).toEqual({
      number: "TS-2026-000001",
      type: "complaint",
      state: "submitted",
      dueOn: "2026-11-30",
      dueAt: null,
      category: order.category,
    });
    expect(filed.code).toMatch(/^[A-HJKMNP-Z2-9]{8}$/);
    const row = store.rows.select().from(requests).get();
    expect(row).toMatchObject({ location: "青云路", createdAt: "2026-11-23T10:00:00+08:00", deadline: filed.deadline });
    expect(JSON.stringify(row)).not.toContain(filed.code);
    expect(store.rows.select().from(requestEvents).all()).toMatchObject([{ requestId: row?.id, event: "filed", actor: "resident" }]);
  });

  it("numbers each type and each year from one", () => {
    let now = new Date("2026-12-31T15:59:59Z");
    const { desk } = sampleDesk(() => now);
    const numbers = [
      desk.file(order, { conversationId: 1 }),
      desk.file({ ...order, type: "disclosure" }, { conversationId: 1 }),
      desk.file(order, { conversationId: 2 }),
    ].map(({ summary }) => summary.number);
    expect(numbers).toEqual(["TS-2026-000001", "YSQ-2026-000001", "TS-2026-000002"]);
    now = new Date("2026-12-31T16:00:00Z");
    expect(desk.file(order, { conversationId: 1 }).summary.number).toBe("TS-2027-000001");
  });

  it("knows a prefix for every type", () => {
    const { desk } = sampleDesk();
    const prefixes = requestTypes.map((type) => desk.file({ ...order, type }, { conversationId: 1 }).summary.number?.split("-")[0]);
    expect(prefixes).toEqual(["YSQ", "TS", "QZ", "JY", "JB", "XF", "ZX"]);
  });

  it("leaves nothing behind when the caller's transaction fails", () => {
    const { store, desk } = sampleDesk();
    const broken = () =>
      store.transaction(() => {
        desk.file(order, { conversationId: 1 });
        throw new Error("the reply could not be stored");
      });
    expect(broken).toThrow("could not be stored");
    expect(store.rows.select().from(requests).all()).toEqual([]);
    expect(store.rows.select().from(receiptCounters).all()).toEqual([]);
    expect(desk.file(order, { conversationId: 1 }).summary.number).toBe("TS-2026-000001");
  });

  it("files without a due date when no calendar covers the term", () => {
    const { desk } = sampleDesk(() => new Date("2026-12-30T02:00:00Z"));
    expect(desk.file(order, { conversationId: 1 })).toMatchObject({ deadline: null, summary: { dueOn: null, dueAt: null } });
  });

  it("previews the same without writing", () => {
    const { store, desk } = sampleDesk();
    const preview = desk.preview(order);
    expect(preview).toMatchObject({ code: null, summary: { number: null, state: "submitted", dueOn: "2026-11-30" } });
    expect(store.rows.select().from(requests).all()).toEqual([]);
    expect(preview.deadline).toEqual(desk.file(order, { conversationId: 1 }).deadline);
  });
});

describe("finding", () => {
  it.each([
    (number: string) => number,
    (number: string) => number.toLowerCase().replaceAll("-", ""),
    (number: string) => number.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    (number: string) => ` ${number.replaceAll("-", " ")} `,
    (number: string) => number.replace("TS-", ""),
  ])("forgives how a number is written (%#)", (sloppy) => {
    const { desk } = sampleDesk();
    const { summary, code } = desk.file(order, { conversationId: 1 });
    expect(desk.find(sloppy(summary.number ?? ""), { code: (code ?? "").toLowerCase() })).toMatchObject({
      kind: "found",
      status: { number: "TS-2026-000001", description: order.description },
    });
  });

  it("finds nothing with a wrong proof, and for a number that is none", () => {
    const { desk } = sampleDesk();
    const { summary, code } = desk.file(order, { conversationId: 1 });
    const number = summary.number ?? "";
    const unknown = { kind: "unknown" };
    expect(desk.find(number, { code: "AAAAAAAA" })).toEqual(unknown);
    expect(desk.find(number, { code: "" })).toEqual(unknown);
    expect(desk.find(number, { conversationId: 2 })).toEqual(unknown);
    expect(desk.find("TS-2026-000002", { code: code ?? "" })).toEqual(unknown);
    expect(desk.find("' OR 1=1 --", { code: code ?? "" })).toEqual(unknown);
    expect(desk.find(number, { conversationId: 1 })).toMatchObject({
      kind: "found",
      status: { filedOn: "2026-11-23", state: "submitted" },
    });
  });

  it("lists a conversation's requests, newest first", () => {
    const { desk } = sampleDesk();
    desk.file(order, { conversationId: 1 });
    desk.file({ ...order, type: "suggestion" }, { conversationId: 1 });
    desk.file(order, { conversationId: 2 });
    expect(desk.ofConversation(1).map(({ number }) => number)).toEqual(["JY-2026-000001", "TS-2026-000001"]);
  });

  it("asks which, when two of one's own have the same digits", () => {
    const { desk } = sampleDesk();
    desk.file(order, { conversationId: 1 });
    desk.file({ ...order, type: "suggestion" }, { conversationId: 1 });
    expect(desk.find("2026-000001", { conversationId: 1 })).toMatchObject({ kind: "several", statuses: { length: 2 } });
    expect(desk.find("TS-2026-000001", { conversationId: 1 })).toMatchObject({ kind: "found" });
  });

  it("locks a number for an hour after five wrong codes, whether anybody has it or not, and in a new process too", () => {
    let now = new Date("2026-11-23T02:00:00Z");
    const { store, desk } = sampleDesk(() => now);
    const code = desk.file(order, { conversationId: 1 }).code ?? "";
    for (const number of ["TS-2026-000001", "TS-2026-000009"]) {
      for (let times = 0; times < 5; times++) expect(desk.find(number, { code: "AAAAAAAA" })).toEqual({ kind: "unknown" });
      const again = sampleDesk(() => now, store).desk;
      expect(again.find(number, { code })).toEqual({ kind: "locked" });
      expect(again.find(number.replace("TS-", ""), { code })).toEqual({ kind: "locked" });
    }
    now = new Date("2026-11-23T03:00:01Z");
    expect(desk.find("TS-2026-000001", { code })).toMatchObject({ kind: "found" });
  });
});
