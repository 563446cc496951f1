import { expect, it } from "vitest";
import { textTable } from "../../src/reports/text-table.js";

it("is as wide as its widest cells, with titles of several lines standing on the rule", () => {
  const columns = [{ title: "类型" }, { title: "收到", side: "right" as const }, { title: "按期\n答复", side: "right" as const }];
  expect(
    textTable(columns, [
      ["依申请公开", "12", "9"],
      ["投诉", "3"],
    ]),
  ).toEqual(["                  按期", "类型        收到  答复", "----------------------", "依申请公开    12     9", "投诉           3"]);
});

it("is its titles alone when there are no rows", () => {
  expect(textTable([{ title: "编号" }], [])).toEqual(["编号", "----"]);
});
