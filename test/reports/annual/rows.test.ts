import { expect, it } from "vitest";
import { annualReportRows } from "../../../src/reports/annual/rows.js";
import { form, report } from "../../fixtures/annual-report.js";

it("each row says all headings above it, so that it can be read alone", () => {
  const rows = annualReportRows(form, report);
  expect(rows[0]?.slice(1, 3)).toEqual(["自然人", "法人或其他组织/商业企业"]);
  expect(rows).toContainEqual(["三、本年度办理结果/（三）不予公开/4.保护第三方合法权益", 0, 0, 0, 0, 1, 0, 1]);
  expect(rows).toContainEqual(["行政诉讼/未经复议直接起诉", 0, 0, 0, 1, 1]);
  expect(rows).toHaveLength(1 + 25 + 1 + 1 + 3);
});
