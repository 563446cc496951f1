import { describe, expect, it } from "vitest";
import { acknowledge } from "../../src/answer/file.js";
import type { RequestOrder } from "../../src/domain/request-desk.js";
import { sampleDesk, sampleKnowledge } from "../fixtures/request-dialog.js";

const order: RequestOrder = { type: "complaint", description: "路灯坏了", location: "青云路", category: null, urgent: false };

describe("acknowledge", () => {
  it("names number, code, date, how it was counted and what sets it", () => {
    const { desk } = sampleDesk();
    const filed = desk.file(order, { conversationId: 1 });
    const said = acknowledge(filed, order, sampleKnowledge());
    expect(said).toMatchObject({ kind: "request", outcome: "request_filed", route: "complaint", request: filed.summary });
    for (const part of ["TS-2026-000001", filed.code ?? "?", "2026年11月30日", "第5个工作日", "周末不算", "第十条"])
      expect(said.text).toContain(part);
  });

  it("invents no number in a dry run", () => {
    const said = acknowledge(sampleDesk().desk.preview(order), order, sampleKnowledge());
    expect(said.request).toMatchObject({ number: null, state: "submitted", dueOn: "2026-11-30" });
    expect(said.text).not.toMatch(/[A-Z]{2,3}-|查询码：/);
    expect(said.text).toContain("2026年11月30日");
  });

  it("Art. 31(3): says by when the office confirms a disclosure request, and what that means for its date", () => {
    const disclosure: RequestOrder = { ...order, type: "disclosure" };
    const said = acknowledge(sampleDesk().desk.file(disclosure, { conversationId: 1 }), disclosure, sampleKnowledge());
    expect(said.text).toContain("2026年11月24日");
    expect(said.text).toContain("第三十一条");
  });

  it("gives hours for what cannot wait, and says so when the date is not known yet", () => {
    const { desk } = sampleDesk();
    expect(acknowledge(desk.file({ ...order, urgent: true }, { conversationId: 1 }), order, sampleKnowledge()).text).toContain(
      "2026年11月23日 12:00前",
    );
    const late = sampleDesk(() => new Date("2026-12-30T02:00:00Z")).desk;
    expect(acknowledge(late.file(order, { conversationId: 1 }), order, sampleKnowledge()).text).toContain("放假安排");
  });
});
