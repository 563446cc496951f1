import { describe, expect, it } from "vitest";
import { annualReportPage } from "../../../src/reports/annual/page.js";
import { form, report } from "../../fixtures/annual-report.js";

const page = annualReportPage(form, report);

describe("the yearly tables as a page", () => {
  it("is a whole document in Chinese that loads nothing", () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(page).not.toMatch(/<script|<link|src=|url\(|https?:/);
  });

  it("merges the header cells of the form", () => {
    expect(page).toContain('<th id="c-organisations" colspan="5">法人或其他组织</th>');
    expect(page).toContain('<th id="r-3" rowspan="22">三、本年度办理结果</th>');
  });

  it("names the headers of each number", () => {
    expect(page).toContain('<td headers="r-3 r-3-3 r-3-3-4 c-applicants c-organisations c-legal_service">1</td>');
  });

  it("shows an office's name as text", () => {
    expect(annualReportPage(form, { ...report, office: "<b>甲</b>街道" })).toContain("&lt;b&gt;甲&lt;/b&gt;街道2026年");
  });
});
