import { describe, expect, it } from "vitest";
import { annualReportText } from "../../../src/reports/annual/text.js";
import { displayWidth } from "../../../src/reports/display-width.js";
import { form, report } from "../../fixtures/annual-report.js";

const lines = annualReportText(form, report).split("\n");
const numbersOf = (label: string) =>
  lines
    .find((line) => line.trim().startsWith(label))
    ?.match(/ +\d+(?= |$)/g)
    ?.map(Number);

describe("the yearly tables in a terminal", () => {
  it("fit into 80 columns", () => {
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(80);
  });

  it("show each row's numbers in the order of the form's columns", () => {
    expect(numbersOf("一、本年新收")).toEqual([2, 1, 0, 0, 1, 0, 4]);
    expect(numbersOf("4.保护第三方合法权益")).toEqual([0, 0, 0, 0, 1, 0, 1]);
    expect(numbersOf("四、结转下年度")).toEqual([0, 1, 0, 0, 0, 0, 1]);
    expect(numbersOf("行政诉讼　未经复议直接起诉")).toEqual([0, 0, 0, 1, 1]);
  });

  it("line the numbers up, however wide the label is", () => {
    const ends = lines.filter((line) => /^[一二四]、|^ {4}[3-8]\./.test(line) && /\d$/.test(line)).map(displayWidth);
    expect(ends.length).toBeGreaterThan(6);
    expect(new Set(ends)).toEqual(new Set([80]));
  });

  it("say of whom and of which time they are", () => {
    expect(lines.slice(0, 2)).toEqual(["示例街道办事处2026年政府信息公开工作年度报告", "统计期间：2026年1月1日至2026年12月31日"]);
  });
});
