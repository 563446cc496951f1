import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { found } from "../../fixtures/found.js";

describe("a number plate is found", () => {
  it.each<[string, string]>([
    ["车牌粤A12345", "粤A12345"],
    ["粤A·12345停在门口", "粤A·12345"],
    ["粤A•7K3Q2", "粤A•7K3Q2"],
    ["粤A-12345", "粤A-12345"],
    ["粤A 12345", "粤A 12345"],
    ["粤 A 12345", "粤 A 12345"],
    ["粤A 12 345", "粤A 12 345"],
    ["粤A.12345", "粤A.12345"],
    ["粤a12345", "粤a12345"],
    ["粤Ａ１２３４５", "粤Ａ１２３４５"],
    ["粤A一二三四五", "粤A一二三四五"],
    ["粤AD12345是电动车", "粤AD12345"],
    ["粤B12345D和另一台", "粤B12345D"],
    ["粤AF88888", "粤AF88888"],
    ["教练车粤A1234学", "粤A1234学"],
    ["警车粤O1234警", "粤O1234警"],
    ["挂车桂K1234挂", "桂K1234挂"],
    ["两地牌粤Z1234港", "粤Z1234港"],
    ["两地牌粤Z·8K12澳", "粤Z·8K12澳"],
    ["湘A5D6E7和旁边的车", "湘A5D6E7"],
    ["車牌：粵B12345", "粵B12345"],
    ["车牌号是A·12345", "A·12345"],
    ["车牌号：B6H2M8", "B6H2M8"],
    ["使014578占道", "使014578"],
    ["WJ粤12345", "WJ粤12345"],
  ])("%s", (text, plate) => {
    expect(found(text)).toEqual([`plate ${plate}`]);
  });

  it("of every province, petrol and electric", () => {
    const province = fc.constantFrom(..."京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼");
    const rest = fc.oneof(fc.stringMatching(/^[A-HJ-NP-Z0-9][0-9]{4}$/), fc.stringMatching(/^[DF][A-HJ-NP-Z0-9][0-9]{4}$/));
    fc.assert(
      fc.property(province, fc.constantFrom(..."ABCDEFGHJK"), fc.constantFrom("", "·", " ", "-"), rest, (where, city, dot, digits) => {
        const plate = `${where}${city}${dot}${digits}`;
        expect(found(`有台${plate}的车`)).toEqual([`plate ${plate}`]);
      }),
    );
  });
});

describe("no number plate is", () => {
  it.each([
    "粤府〔2021〕12号",
    "粤府办函〔2021〕123号",
    "粤人社规〔2020〕12号",
    "（2024）粤01民终1234号",
    "京ICP备12345678号",
    "粤BANANAS",
    "12栋A12345",
    "电梯编号A12345",
    "新A股",
    "云A级景区2023",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});
