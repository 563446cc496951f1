import { describe, expect, it } from "vitest";
import { loadConsoleWords } from "../../src/knowledge/console.js";
import { knowledgeFolder } from "../../src/paths.js";
import { registerOfYear, registerRows } from "../../src/reports/register.js";
import type { RegisteredRequest } from "../../src/store/disclosure-register.js";
import { form } from "../fixtures/annual-report.js";
import { day } from "../fixtures/disclosure-register.js";

const request = (given: Partial<RegisteredRequest> = {}): RegisteredRequest => ({
  number: "YSQ-2026-000001",
  filedOn: day("2026-03-05"),
  receivedOn: day("2026-03-06"),
  channel: "fax",
  applicant: "legal_service",
  state: "closed",
  dueOn: day("2026-04-03"),
  endedOn: day("2026-03-20"),
  result: { outcome: "refused", ground: "working_papers" },
  closed: true,
  ...given,
});
const open = { endedOn: null, result: null, closed: false } as const;
const { requestStates } = loadConsoleWords(knowledgeFolder);

describe("the register of a year", () => {
  it("holds what the yearly table counts, and what was filed and not confirmed", () => {
    const numbers = registerOfYear(
      [
        request({ number: "new" }),
        request({ number: "carried over", receivedOn: day("2025-12-31"), endedOn: day("2026-01-01") }),
        request({ number: "unconfirmed", receivedOn: null, filedOn: day("2026-11-20"), ...open }),
        request({ number: "ended before", receivedOn: day("2025-12-01"), endedOn: day("2025-12-31") }),
        request({ number: "later", receivedOn: day("2027-01-01"), ...open }),
        request({ number: "unconfirmed later", receivedOn: null, filedOn: day("2027-01-01"), ...open }),
      ],
      2026,
    ).map(({ number }) => number);
    expect(numbers).toEqual(["new", "carried over", "unconfirmed"]);
  });

  it("says everything in Chinese, and leaves empty what is not known", () => {
    const unknown = request({ number: "YSQ-2026-000002", applicant: null, receivedOn: null, dueOn: null, state: "submitted", ...open });
    expect(registerRows(form, requestStates, [request(), unknown]).slice(1)).toEqual([
      [
        "YSQ-2026-000001",
        "2026-03-06",
        "传真",
        "法人或其他组织/法律服务机构",
        requestStates.closed,
        "2026-04-03",
        "2026-03-20",
        "不予公开",
        "过程性信息（第十六条）",
      ],
      ["YSQ-2026-000002", null, "传真", null, requestStates.submitted, null, null, null, null],
    ]);
  });
});
