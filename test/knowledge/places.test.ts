import { describe, expect, it } from "vitest";
import type { Place } from "../../src/domain/place.js";
import { gazetteer, officePlace } from "../fixtures/corpus.js";

describe("a place as people write it", () => {
  it.each([
    ["全国", "全国"],
    ["国家", "全国"],
    ["广东", "广东省"],
    ["广东省", "广东省"],
    [" 广东 ", "广东省"],
    ["北京", "北京市"],
    ["内蒙古", "内蒙古自治区"],
    ["广西", "广西壮族自治区"],
    ["香港", "香港特别行政区"],
    ["广州", "广东省/广州市"],
    ["广州市", "广东省/广州市"],
    ["广东省/广州市", "广东省/广州市"],
    ["广东/广州", "广东省/广州市"],
    ["广东广州", "广东省/广州市"],
    ["广东省广州市天河区", "广东省/广州市/天河区"],
    ["广东/广州/天河区", "广东省/广州市/天河区"],
    ["广州天河区", "广东省/广州市/天河区"],
    ["北京市朝阳区", "北京市/朝阳区"],
    ["辽宁省朝阳市", "辽宁省/朝阳市"],
    ["吉林", "吉林省"],
    ["吉林市", "吉林省/吉林市"],
    ["海南", "海南省"],
    ["岭海", "广东省/岭海市"],
    ["南湾区", "广东省/岭海市/南湾区"],
    ["木棉街道", officePlace],
    ["木棉", officePlace],
    ["岭海市南湾区木棉街道", officePlace],
    ["广东省岭海市南湾区榕荫街道", "广东省/岭海市/南湾区/榕荫街道"],
  ])("%s is %s", (text, place) => {
    expect(gazetteer.read(text)).toBe(place);
  });

  it.each([
    "",
    "火星",
    "亚特兰蒂斯市",
    "广东省火星",
    "广东/火星",
    "全国/广东",
    "全国广州市",
    "湖南省/广州市",
    "湖南省广州市",
    "广东//广州",
    "/",
  ])("%s is unknown", (text) => {
    expect(() => gazetteer.read(text)).toThrow(expect.objectContaining({ code: "unknown_place" }));
  });

  it("is named by the error when it is unknown", () => {
    expect(() => gazetteer.read("火星")).toThrow(/火星/);
  });
});

describe("the place of a title", () => {
  const guangdong = "广东省" as Place;

  it.each([
    ["江门市集市条例", null, "广东省/江门市"],
    ["江门市集市条例", guangdong, "广东省/江门市"],
    ["深圳经济特区集市条例", guangdong, "广东省/深圳市"],
    ["广东省集市条例", guangdong, "广东省"],
    ["乳源瑶族自治县集市条例", guangdong, "广东省/乳源瑶族自治县"],
    ["集市条例", guangdong, null],
    ["集市条例", null, null],
    ["中国公民集市条例", null, null],
    ["长沙市集市条例", "湖南省", "湖南省/长沙市"],
    ["关于市区集市的决定", guangdong, null],
  ])("%s below %s is %s", (title, province, place) => {
    expect(gazetteer.ofTitle(title, province as Place | null)).toBe(place);
  });
});

describe("the places that a message names", () => {
  it.each([
    ["我在深圳，居住证怎么办", ["深圳"], ["广东省/深圳市"]],
    ["广东省的产假是多少天", ["广东省"], ["广东省"]],
    ["户口在新疆维吾尔自治区，人在广州", ["新疆维吾尔自治区", "广州"], ["新疆维吾尔自治区", "广东省/广州市"]],
    ["广东的木棉街道办事处在哪", ["广东", "木棉街道"], ["广东省", officePlace]],
    ["广东省惠州市的失业金", ["广东省惠州市"], ["广东省/惠州市"]],
    ["江门市区遛狗", ["江门市"], ["广东省/江门市"]],
    ["深圳经济特区养犬", ["深圳"], ["广东省/深圳市"]],
    ["岭海的公园几点开", ["岭海"], ["广东省/岭海市"]],
  ])("in %s are %j", (text, words, places) => {
    const mentions = gazetteer.mentionsIn(text);
    expect(mentions.map((mention) => mention.text)).toEqual(words);
    expect(mentions.map((mention) => mention.place)).toEqual(places);
    for (const { start, end, text: words } of mentions) expect(text.slice(start, end)).toBe(words);
  });

  it.each([
    "产假有几天",
    "全国都一样吗",
    "国家有没有规定",
    "楼间距日照时间不够怎么办",
    "家中卫生间漏水",
    "晚上海边散步",
    "中山大学附属医院",
    "北京路的店",
    "广东话",
    "",
  ])("in %s are none", (text) => {
    expect(gazetteer.mentionsIn(text)).toEqual([]);
  });
});
