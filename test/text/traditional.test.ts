import { describe, expect, it } from "vitest";
import { toSimplified } from "../../src/text/traditional.js";

describe("toSimplified", () => {
  it.each([
    ["樓下嘅燈壞咗", "楼下嘅灯坏咗"],
    ["請問邊個負責維修", "请问边个负责维修"],
    ["楼下的灯坏了", "楼下的灯坏了"],
    ["乾隆年間的古樹很乾淨", "乾隆年间的古树很干净"],
  ])("%s → %s", (given, wanted) => {
    expect(toSimplified(given)).toBe(wanted);
  });
});
