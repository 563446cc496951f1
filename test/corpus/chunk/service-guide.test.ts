import { describe, expect, it } from "vitest";
import { chunkText } from "../../../src/corpus/chunk/chunk.js";
import { guideElements } from "../../fixtures/corpus.js";

const chunks = (text: string) => chunkText(text, 0, "service_guide", guideElements);
const elements = (text: string) => chunks(text).map(({ heading, text }) => [heading, text]);
const chapterOf = (text: string, heading: string) => chunks(text).find((chunk) => chunk.heading === heading)?.chapter ?? "";

describe("a service guide is cut at its elements", () => {
  it("under headings of markdown", () => {
    expect(elements("# 灯会登记指南\n\n## 申请条件\n\n住在本街道。\n\n## 办理材料\n\n- 身份证\n- 照片\n\n## 办理地点\n\n二楼。")).toEqual([
      ["申请条件", "申请条件\n\n住在本街道。"],
      ["办理材料", "办理材料\n\n- 身份证\n- 照片"],
      ["办理地点", "办理地点\n\n二楼。"],
    ]);
  });

  it("behind numbers", () => {
    expect(elements("一、申请条件\n（一）住在本街道。\n二、所需材料\n1. 身份证\n2. 照片\n三、办理时限：三天")).toEqual([
      ["申请条件", "申请条件\n（一）住在本街道。"],
      ["所需材料", "所需材料\n1. 身份证\n2. 照片"],
      ["办理时限", "办理时限：三天"],
    ]);
  });

  it("in brackets", () => {
    expect(elements("【受理条件】\n住在本街道。\n【所需材料】\n身份证。\n【收费标准】\n不收费。")).toEqual([
      ["受理条件", "【受理条件】\n住在本街道。"],
      ["所需材料", "【所需材料】\n身份证。"],
      ["收费标准", "【收费标准】\n不收费。"],
    ]);
  });

  it("before a colon, without any other mark", () => {
    expect(elements("申请材料：身份证、照片\n办理地点：二楼\n咨询电话：0700-0000100\n（午休时间请留言）")).toEqual([
      ["申请材料", "申请材料：身份证、照片"],
      ["办理地点", "办理地点：二楼"],
      ["咨询电话", "咨询电话：0700-0000100\n（午休时间请留言）"],
    ]);
  });

  it("in a table of names and values, whose first row is no header", () => {
    expect(elements("| 申请条件 | 住在本街道 |\n| --- | --- |\n| 办理材料 | 身份证 |\n| 办理地点 | 二楼 |")).toEqual([
      ["申请条件", "| 申请条件 | 住在本街道 |"],
      ["办理材料", "| 办理材料 | 身份证 |"],
      ["办理地点", "| 办理地点 | 二楼 |"],
    ]);
  });

  it("and at the numbered headings between them that are none", () => {
    expect(elements("一、办理材料\n身份证\n二、办理地点\n二楼\n三、办理时间\n上午\n四、温馨提示\n先预约。").at(-1)).toEqual([
      "温馨提示",
      "温馨提示\n先预约。",
    ]);
  });
});

describe("beside an element of a guide stands", () => {
  const guide = "## 事项名称\n\n灯会摊位登记\n\n## 所需材料\n\n身份证\n\n## 办理时间\n\n上午，三天办好\n\n## 办理地点\n\n二楼";

  it("its usual name and how residents ask for it", () => {
    expect(chapterOf(guide, "所需材料")).toContain("办理材料 要带什么");
  });

  it("what the service is called", () => {
    expect(chapterOf(guide, "所需材料")).toContain("灯会摊位登记");
  });

  it("how residents ask for what the guide says nowhere else", () => {
    expect(chapterOf(guide, "办理时间")).toContain("几天办好");
    expect(chapterOf(`${guide}\n\n## 办理时限\n\n三天`, "办理时间")).not.toContain("几天办好");
  });

  it("both names where one heading holds two elements", () => {
    expect(chapterOf("一、办理时间、地点\n上午，二楼\n二、办理材料\n身份证", "办理时间、地点")).toMatch(/办理时间.*办理地点/);
  });
});

describe("a service guide without elements", () => {
  it("is cut at its headings", () => {
    expect(elements("## 先预约\n\n打电话。\n\n## 再来\n\n带身份证。").map(([heading]) => heading)).toEqual(["先预约", "再来"]);
  });

  it("is one chunk when it has none of these either", () => {
    expect(elements("带身份证到二楼登记。")).toEqual([[null, "带身份证到二楼登记。"]]);
  });
});

describe("a table in an element", () => {
  it("is cut at its rows, which stay in the element", () => {
    const text =
      "## 办理材料\n\n| 名称 | 份数 |\n| --- | --- |\n| 身份证 | 一份 |\n| 照片 | 两张 |\n\n## 办理地点\n\n二楼\n\n## 收费\n\n无";
    expect(chunks(text)[1]).toMatchObject({ heading: "名称 | 份数", text: "| 照片 | 两张 |" });
    expect(chunks(text)[1]?.chapter).toContain("办理材料");
  });
});
