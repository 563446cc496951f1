import { describe, expect, it } from "vitest";
import { ZhengwenError } from "../../../src/domain/errors.js";
import { loadAnnualReportForm } from "../../../src/knowledge/annual-report.js";
import { knowledgeFolder } from "../../../src/paths.js";
import { disclosureTable } from "../../../src/reports/annual/disclosure-table.js";
import type { OpeningBalance, RegisterEntry } from "../../../src/reports/annual/register-entry.js";
import { day, entry, openEntry } from "../../fixtures/disclosure-register.js";

const form = loadAnnualReportForm(knowledgeFolder);
const number = "YSQ-2026-000066";
const fine = entry({ number: "YSQ-2026-000001" });

/** What the refusal of the table of 2026 says. */
function refusal(entries: readonly RegisterEntry[], opening: OpeningBalance = {}, year = 2026): string {
  try {
    disclosureTable({ form, year, entries: [fine, ...entries], opening });
  } catch (cause) {
    if (cause instanceof ZhengwenError && cause.code === "report_unbalanced") return cause.message;
    throw cause;
  }
  throw new Error("the table was printed");
}

describe("the check of the yearly form, Art. 50: 一 + 二 = 三's total + 四", () => {
  it("names column, numbers and request when one ended without a result", () => {
    const said = refusal([entry({ number, applicant: "research_institution", result: null })]);
    expect(said).toContain("科研机构: 一 1 + 二 0 = 1, but 三（七） 0 + 四 0 = 0 (YSQ-2026-000066)");
    expect(said).toContain("科研机构: YSQ-2026-000066 ended on 2026-03-20 without a result");
    expect(said).not.toContain("YSQ-2026-000001");
    expect(said).not.toContain("自然人");
  });

  it("names one that ended in the year before it was received", () => {
    expect(refusal([entry({ number, receivedOn: day("2026-02-01"), endedOn: day("2025-12-31") })])).toMatch(
      /自然人: YSQ-2026-000066 ended on 2025-12-31, before it was received on 2026-02-01/,
    );
  });

  it("names one that ended before it was received in the same year, though both sides are equal", () => {
    expect(refusal([entry({ number, receivedOn: day("2026-03-06"), endedOn: day("2026-03-05") })])).toContain(number);
  });

  it("names one that ended in the year and was received in the next", () => {
    const entries = [entry({ number, receivedOn: day("2027-01-04"), endedOn: day("2026-12-30") })];
    expect(refusal(entries)).toContain("自然人: 一 1 + 二 0 = 1, but 三（七） 2 + 四 0 = 2 (YSQ-2026-000066)");
  });

  it("names one that does not say who asks", () => {
    expect(refusal([entry({ number, applicant: null })])).toContain("总计: YSQ-2026-000066 does not say what kind of applicant asks");
    expect(refusal([openEntry({ number, applicant: null })])).toContain(number);
  });

  it("names one that was answered and has no day of receipt", () => {
    expect(refusal([entry({ number, receivedOn: null })])).toContain(
      "自然人: YSQ-2026-000066 ended on 2026-03-20 and has no day of receipt",
    );
  });

  it("names one that is closed and has no ending day", () => {
    expect(refusal([openEntry({ number, closed: true })])).toContain("自然人: YSQ-2026-000066 is closed and has no ending day");
  });

  it("names one that stands in the register twice", () => {
    expect(refusal([entry({ number }), openEntry({ number })])).toContain("YSQ-2026-000066 is in the register twice");
  });

  it("names errors that cancel each other out", () => {
    const early = entry({ number: "YSQ-2026-000070", receivedOn: day("2026-02-01"), endedOn: day("2025-12-31") });
    const late = entry({ number: "YSQ-2026-000071", receivedOn: day("2027-02-01"), endedOn: day("2026-12-31") });
    const said = refusal([early, late]);
    expect(said).toContain("YSQ-2026-000070");
    expect(said).toContain("YSQ-2026-000071");
  });

  it("names every column at fault", () => {
    const said = refusal([
      entry({ number: "YSQ-2026-000070", applicant: "legal_service", result: null }),
      entry({ number: "YSQ-2026-000071", applicant: "other_organisation", result: null }),
    ]);
    expect(said).toMatch(/法律服务机构: .*YSQ-2026-000070/);
    expect(said).toMatch(/其他: .*YSQ-2026-000071/);
  });

  it("names an opening balance whose requests are not in the register", () => {
    const carried = openEntry({ number, receivedOn: day("2025-12-08"), applicant: "commercial_enterprise" });
    const said = refusal([carried], { commercial_enterprise: 3 });
    expect(said).toContain("商业企业: 一 0 + 二 3 = 3, but 三（七） 0 + 四 1 = 1");
    expect(said).toMatch(/商业企业: the opening balance is 3, .* the register holds 1: YSQ-2026-000066/);
    expect(refusal([], { legal_service: 1 })).toMatch(/法律服务机构: the opening balance is 1, .* holds none/);
  });

  it("names the request that an opening balance forgets", () => {
    expect(refusal([openEntry({ number, receivedOn: day("2025-12-08") })], { natural_person: 0 })).toContain(number);
  });

  it("asks nothing of requests that belong to other years", () => {
    const before = entry({ number, receivedOn: day("2024-03-01"), endedOn: day("2024-04-01"), result: null });
    const after = entry({ number: "YSQ-2027-000001", receivedOn: day("2026-12-20"), endedOn: day("2027-01-20"), result: null });
    expect(disclosureTable({ form, year: 2026, entries: [fine, before, after], opening: {} }).rows.new.total).toBe(2);
    expect(refusal([after], {}, 2027)).toContain("YSQ-2027-000001");
  });

  it("names twenty at most of those that stand on one side, and says how many more there are", () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      entry({ number: `N${index}`, receivedOn: day("2027-01-04"), endedOn: day("2026-12-30") }),
    );
    expect(refusal(many)).toContain("N18、N19 and 5 more");
  });
});
