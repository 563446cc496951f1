import { describe, expect, it } from "vitest";
import { findLocation } from "../../src/text/location.js";
import { ownComplaints } from "../fixtures/complaints.js";

describe("findLocation", () => {
  it.each([
    ["青云路的路灯又坏了", "青云路"],
    ["和平路与建设二路交界处天天堵车", "和平路与建设二路交界处"],
    ["麻烦看看东湖花园6栋的电梯", "东湖花园6栋"],
    ["翠竹路18号三楼有人养鸡", "翠竹路18号三楼"],
    ["红星工业区B2栋三楼半夜排烟", "红星工业区B2栋三楼"],
    ["我住在吉祥里12号，隔壁漏水", "吉祥里12号"],
    ["新安市场门口全是摊贩", "新安市场门口"],
    ["桂花苑2栋楼顶加建", "桂花苑2栋楼顶"],
    ["太平路有个坑", "太平路"],
    ["水仙街菜市场对面的垃圾桶满了", "水仙街菜市场对面"],
  ])("%s → %s", (text, place) => {
    expect(findLocation(text)?.text).toBe(place);
  });

  it("gives its offsets", () => {
    const text = "昨晚长青河边有人电鱼";
    const found = findLocation(text);
    expect(text.slice(found?.start, found?.end)).toBe(found?.text);
  });

  it.each([
    "我们小区的门禁坏了",
    "公园里有人放风筝",
    "马路中间有个洞",
    "快递公司不送上门",
    "去人才市场找工作被骗中介费",
    "老人活动中心又开讲座",
    "街道办的人不接电话",
    "让他们走正规路子",
  ])("finds no place that others could find in: %s", (text) => {
    expect(findLocation(text)).toBeNull();
  });

  it("finds most places of the own complaints, and hardly any where there is none", () => {
    const withPlace = ownComplaints.filter(({ place }) => place !== null);
    const without = ownComplaints.filter(({ place }) => place === null);
    const found = withPlace.filter(({ text, place }) => findLocation(text)?.text.includes(place ?? "")).length;
    const invented = without.filter(({ text }) => findLocation(text) !== null).length;
    expect(found / withPlace.length).toBeGreaterThanOrEqual(0.9);
    expect(invented / without.length).toBeLessThanOrEqual(0.05);
  });
});
