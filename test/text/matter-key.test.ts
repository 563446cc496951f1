import { describe, expect, it } from "vitest";
import { matterKey } from "../../src/text/matter-key.js";

describe("what a law is about", () => {
  it.each([
    ["人口与计划生育法", "人口与计划生育"],
    ["中华人民共和国人口与计划生育法", "人口与计划生育"],
    ["广东省人口与计划生育条例", "人口与计划生育"],
    ["广东省实施《中华人民共和国人口与计划生育法》办法", "人口与计划生育"],
    ["女职工劳动保护特别规定", "女职工劳动保护"],
    ["广东省实施《女职工劳动保护特别规定》办法", "女职工劳动保护"],
    ["工资支付暂行规定", "工资支付"],
    ["广东省工资支付条例（2016年修正）", "工资支付"],
    ["深圳经济特区养犬管理条例", "养犬管理"],
    ["江门市养犬管理办法（试行）", "养犬管理"],
    ["内蒙古自治区集市条例", "集市"],
  ])("%s: %s", (title, matter) => {
    expect(matterKey(title)).toBe(matter);
  });

  it("differs between laws of different matters", () => {
    expect(matterKey("劳动法")).not.toBe(matterKey("劳动合同法"));
    expect(matterKey("工伤保险条例")).not.toBe(matterKey("失业保险条例"));
  });
});
