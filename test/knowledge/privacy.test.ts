import { expect, it } from "vitest";
import { sampleKnowledge } from "../fixtures/request-dialog.js";

const { privacy, retention, office } = sampleKnowledge();
const page = privacy.sections.map(({ heading, text }) => `${heading}${text}`).join("\n");

it("个人信息保护法 Art. 17: says who keeps what, why, how and how long, and what residents may do", () => {
  for (const part of [
    office.name,
    office.telephone,
    "为什么",
    "我的信息",
    "删除我的信息",
    `${retention.months.message}个月`,
    `${retention.months.applicant}个月`,
  ])
    expect(page).toContain(part);
});

it("个人信息保护法 Art. 30: says why the identity number is needed, and what follows when it is not given", () => {
  expect(page).toMatch(/身份证号是敏感个人信息，不填就没法核对/);
});

it("holds no number in what stands below a first reply, and leaves no place unfilled", () => {
  expect(privacy.first).not.toMatch(/\d|[{}]/);
  expect(page).not.toMatch(/[{}]/);
});
