import { read } from "@e965/xlsx";
import { expect, it } from "vitest";
import { annualReportSheets } from "../../../src/reports/annual/sheets.js";
import { workbookOf } from "../../../src/reports/workbook.js";
import { form, report } from "../../fixtures/annual-report.js";

it("the workbook has both tables with the form's merged cells", async () => {
  const workbook = read(await workbookOf(annualReportSheets(form, report)));
  expect(workbook.SheetNames).toEqual(["收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况"]);
  const sheet = workbook.Sheets["收到和处理政府信息公开申请情况"] ?? {};
  expect(sheet["A1"]?.v).toBe("示例街道办事处　收到和处理政府信息公开申请情况（2026年1月1日至2026年12月31日）");
  expect(sheet["E3"]?.v).toBe("法人或其他组织");
  expect(sheet["!merges"]).toContainEqual({ s: { r: 2, c: 4 }, e: { r: 2, c: 8 } });
  expect(sheet["A7"]?.v).toBe("三、本年度办理结果");
  expect(sheet["!merges"]).toContainEqual({ s: { r: 6, c: 0 }, e: { r: 27, c: 0 } });
  expect([sheet["D5"], sheet["J5"]].map((cell) => [cell?.t, cell?.v])).toEqual([
    ["n", 2],
    ["n", 4],
  ]);
});
