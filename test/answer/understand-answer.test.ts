import { describe, expect, it } from "vitest";
import { newDraft, type OpenDraft } from "../../src/answer/dialog.js";
import { understandAnswer } from "../../src/answer/understand-answer.js";
import { sampleKnowledge } from "../fixtures/request-dialog.js";

const order = { type: "complaint", description: "路灯坏了", location: null, category: null, urgent: false } as const;
const read = (text: string, waitsFor: OpenDraft["waitsFor"] = "confirmation", choice: string | null = null) =>
  understandAnswer(text, choice, newDraft(order, waitsFor), sampleKnowledge().requestWordings).kind;

describe("understandAnswer", () => {
  it.each([
    "确认",
    "提交",
    "提交吧",
    "对",
    "对的",
    "好的",
    "好的，提交吧，谢谢",
    "是",
    "系",
    "冇问题",
    "可以，麻烦您了",
    "嗯嗯",
    "OK",
    "那就登记吧",
    "帮我提交一下",
    "没错！",
  ])("%s confirms", (text) => {
    expect(read(text)).toBe("confirm");
  });

  it.each([
    "取消",
    "不用了",
    "算了吧",
    "唔使喇",
    "不用登记了",
    "撤回刚才的投诉",
    "刚刚修好了",
    "物业啱啱整好咗",
    "来电了，没事了",
    "等一下，已经有人处理好了",
    "不投诉了",
  ])("%s cancels", (text) => {
    expect(read(text)).toBe("cancel");
  });

  it.each(["上次修好了没两天又坏", "修好了吗？", "说是修好了但还是不亮", "不用水也漏"])("%s does not cancel", (text) => {
    expect(read(text)).not.toBe("cancel");
  });

  it("tells a solved matter from one that is given up", () => {
    expect(understandAnswer("已经解决了", null, newDraft(order, "confirmation"), sampleKnowledge().requestWordings)).toEqual({
      kind: "cancel",
      solved: true,
    });
    expect(understandAnswer("取消", null, newDraft(order, "confirmation"), sampleKnowledge().requestWordings)).toEqual({
      kind: "cancel",
      solved: false,
    });
  });

  it.each([
    ["对，就在那里", "place_right"],
    ["地点没错", "place_right"],
    ["不对，是二楼", "change"],
    ["修改地点", "change"],
    ["另外，楼梯口也有垃圾", "new_matter"],
    ["多久能处理？", "question"],
    ["要不要带身份证", "question"],
    ["3栋和4栋中间", "other"],
    ["每晚十一点", "other"],
  ])("%s: %s", (text, kind) => {
    expect(read(text)).toBe(kind);
  });

  it("knows that there is no place only where one was asked for", () => {
    for (const text of ["跳过", "没有具体地点", "不知道", "唔清楚"]) expect(read(text, "location")).toBe("skip");
    expect(read("不知道")).toBe("other");
  });

  it("reads buttons before words", () => {
    expect(read("1", "confirmation", "confirm")).toBe("confirm");
    expect(read("", "confirmation", "category_2")).toBe("category");
    expect(read("", "location", "skip_location")).toBe("skip");
    expect(read("", "confirmation", "change_location")).toBe("change");
    expect(read("", "confirmation", "offer_person")).toBe("other");
  });
});
