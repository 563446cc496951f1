import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/domain/plain-date.js";
import { type ReadAnswer, readAnswer } from "../../src/eligibility/index.js";
import { loadFlowWordings } from "../../src/knowledge/flow-wordings.js";
import type { FlowNode } from "../../src/knowledge/flows/index.js";
import { knowledgeFolder } from "../../src/paths.js";
import { gazetteer } from "../fixtures/corpus.js";

const words = loadFlowWordings(knowledgeFolder);
const asked = { ask: "？", why: "。", next: [{ go: "end" }] };
const read = (node: Record<string, unknown>, text: string, labels: Record<string, string> = {}) =>
  readAnswer({ ...asked, ...node } as FlowNode, text, { today: plainDate("2026-11-23"), places: gazetteer, words, labels });
const plainly = (answer: ReadAnswer) => (answer.kind === "given" ? answer.answer : answer.kind === "wrong" ? answer.why : "unknown");

describe("a choice", () => {
  const labels = { marriage: "婚假", maternity: "产假", paternity: "陪产假" };
  it.each([
    ["婚假", "marriage"],
    ["2", "maternity"],
    ["③", "paternity"],
    ["第二个", "maternity"],
    ["我想问陪产假的", "paternity"],
    ["產假", "maternity"],
    ["不是婚假", "no_option"],
    ["4", "no_option"],
    ["不知道", "unknown"],
  ])("reads %s as %s", (text, answer) => {
    expect(plainly(read({ kind: "choice", options: labels }, text, labels))).toBe(answer);
  });

  it.each([
    ["是的", "yes"],
    ["不是", "no"],
    ["没有", "no"],
    ["有", "yes"],
  ])("of yes and no reads %s as %s", (text, answer) => {
    expect(plainly(read({ kind: "choice" }, text, { yes: "是，有的", no: "没有" }))).toBe(answer);
  });
});

describe("a number", () => {
  const node = { kind: "number", unit: "个月", min: 0, max: 12, decimals: 1 };
  it.each([
    ["2", "2"],
    ["两个月", "2"],
    ["十二", "12"],
    ["两个半月", "2.5"],
    ["半个月", "0.5"],
    ["没有", "0"],
    ["大概3个月吧", "3"],
    ["13", "too_large"],
    ["-1", "too_small"],
    ["1.25", "too_exact"],
    ["2年", "other_unit"],
    ["3到5个月", "several_numbers"],
    ["很久", "no_number"],
    ["记不清了", "unknown"],
  ])("reads %s as %s", (text, answer) => {
    expect(plainly(read(node, text))).toBe(answer);
  });
});

describe("a date", () => {
  const node = { kind: "date", earliest: "1930-01-01", latest: "today" };
  it.each([
    ["2024年5月1日", "2024-05-01"],
    ["2024-5-1", "2024-05-01"],
    ["20240501", "2024-05-01"],
    ["二〇二四年五月一日", "2024-05-01"],
    ["1941年3月2号", "1941-03-02"],
    ["去年10月", "2025-10-01"],
    ["1941年3月", "1941-03-01"],
    ["昨天", "2026-11-22"],
    ["2024年", "only_year"],
    ["2024年2月30日", "no_date"],
    ["明年1月", "too_late"],
    ["1929年1月1日", "too_early"],
    ["很早以前", "no_date"],
    ["忘记了", "unknown"],
  ])("reads %s as %s", (text, answer) => {
    expect(plainly(read(node, text))).toBe(answer);
  });

  it("says when only the month is known", () => {
    expect(read(node, "2024年5月")).toMatchObject({ answer: "2024-05-01", asMonth: true });
  });
});

describe("a place", () => {
  it.each([
    ["广州", "广东省/广州市"],
    ["我住在广东省广州市", "广东省/广州市"],
    ["木棉街道", "广东省/岭海市/南湾区/木棉街道"],
    ["月亮上", "no_place"],
  ])("reads %s as %s", (text, answer) => {
    expect(plainly(read({ kind: "place" }, text))).toBe(answer);
  });
});
