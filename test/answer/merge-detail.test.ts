import { describe, expect, it } from "vitest";
import { mergeDetail, placeFrom, withPlace } from "../../src/answer/merge-detail.js";
import type { RequestOrder } from "../../src/domain/request-desk.js";
import { sampleDesk, sampleKnowledge } from "../fixtures/request-dialog.js";

const ports = () => ({ requests: sampleDesk().desk, knowledge: sampleKnowledge() });
const noise: RequestOrder = {
  type: "complaint",
  description: "楼下半夜切铁",
  location: "桂花苑",
  category: { level1: "环境保护", level2: "环境污染", level3: null },
  urgent: false,
};

describe("placeFrom", () => {
  it.each([
    ["在桂花苑2栋", "桂花苑2栋"],
    ["我家楼下", "我家楼下"],
    ["地点是市场后门那边", "市场后门那边"],
    ["就在公园的步道上", "公园的步道上"],
  ])("%s → %s", (text, place) => {
    expect(placeFrom(text)).toBe(place);
  });

  it.each(["快点", "真的很烦", "我已经说过三次了你们到底管不管，天天这样谁受得了，我要找你们领导"])("%s names none", (text) => {
    expect(placeFrom(text)).toBeNull();
  });
});

describe("mergeDetail", () => {
  it("puts a part of the place behind the place", () => {
    const merged = mergeDetail(noise, "5栋同6栋中间，夜晚十二点", ports());
    expect(merged.location).toBe("桂花苑5栋同6栋中间");
    expect(merged.description).toBe("楼下半夜切铁\n补充：5栋同6栋中间，夜晚十二点");
    expect(merged.category).toEqual(noise.category);
  });

  it("keeps the fuller of two names and adds a second place", () => {
    expect(mergeDetail(noise, "桂花苑8栋那边", ports()).location).toContain("桂花苑8栋");
    expect(mergeDetail(noise, "靠近青云路", ports()).location).toBe("桂花苑，青云路");
    expect(mergeDetail({ ...noise, location: null }, "每晚都这样", ports()).location).toBeNull();
  });

  it("becomes urgent when the detail is", () => {
    expect(mergeDetail(noise, "电线掉下来冒火花了", ports()).urgent).toBe(true);
    expect(mergeDetail({ ...noise, type: "suggestion" }, "电线掉下来冒火花了", ports()).urgent).toBe(false);
  });
});

describe("withPlace", () => {
  it("adds only what the text tells beyond the place", () => {
    expect(withPlace(noise, "青云路3号", "青云路3号", ports())).toEqual({ ...noise, location: "青云路3号" });
    expect(withPlace(noise, "青云路3号", "青云路3号，每天凌晨两点开始", ports()).description).toContain("凌晨两点");
  });
});
