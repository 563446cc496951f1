import { describe, expect, it } from "vitest";
import { resolveChoice } from "../../src/answer/choices.js";
import { emptyDialog } from "../../src/answer/dialog.js";

const dialog = {
  ...emptyDialog,
  choices: [
    { id: "confirm", label: "确认提交" },
    { id: "change_location", label: "修改地点" },
    { id: "cancel", label: "取消" },
  ],
};
const resolve = (text: string, choice: string | null = null) => resolveChoice({ text, choice, dialog });

describe("resolveChoice", () => {
  it.each([
    ["取消", "cancel"],
    ["取消。", "cancel"],
    ["3", "cancel"],
    ["３", "cancel"],
    ["③", "cancel"],
    ["选3", "cancel"],
    ["第三个", "cancel"],
    ["2.", "change_location"],
    ["confirm", "confirm"],
  ])("takes the text %s for a button", (text, id) => {
    expect(resolve(text)).toBe(id);
  });

  it("takes a pressed button by id, label or number", () => {
    for (const choice of ["confirm", "确认提交", "1"]) expect(resolve("", choice)).toBe("confirm");
  });

  it.each(["4", "0", "12", "3栋", "三", "第三栋", "取消公交线路", ""])("takes %j for no button", (text) => {
    expect(resolve(text)).toBeNull();
  });

  it("takes an old button for none", () => {
    expect(resolveChoice({ text: "", choice: "confirm", dialog: emptyDialog })).toBeNull();
  });
});
