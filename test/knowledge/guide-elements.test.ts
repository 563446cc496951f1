import { describe, expect, it } from "vitest";
import { guideElements } from "../fixtures/corpus.js";

describe("a guide's heading names", () => {
  it.each([
    ["办理材料", ["materials"]],
    ["二、【所需材料】", ["materials"]],
    ["申请材料（原件）：", ["materials"]],
    ["受理条件", ["conditions"]],
    ["办理时间、地点", ["when", "where"]],
    ["办理地点和联系电话", ["where", "telephone"]],
    ["承诺办结时限", ["limit"]],
    ["温馨提示", []],
    ["材料费由谁承担", []],
  ])("%s: %j", (heading, elements) => {
    expect(guideElements.in(heading)).toEqual(elements);
  });
});

describe("a resident asks for", () => {
  it.each([
    ["办狗证要带什么", "materials"],
    ["居住证几天办好", "limit"],
    ["办狗证多少钱", "fee"],
    ["居住证在哪办", "where"],
    ["窗口几点上班", "when"],
    ["登记打什么电话", "telephone"],
    ["边个可以办，有乜条件", "conditions"],
    ["登记的流程", "steps"],
  ])("%s: %s", (question, element) => {
    expect(guideElements.asked(question)).toContain(element);
  });

  it("nothing by itself when only the matter is named", () => {
    expect(guideElements.asked("居住证")).toEqual([]);
  });
});

describe("what a guide has no element for", () => {
  it("may stand in another", () => {
    expect(guideElements.within("limit")).toBe("when");
    expect(guideElements.holds("when")).toEqual(["limit"]);
    expect(guideElements.within("materials")).toBeNull();
  });
});
