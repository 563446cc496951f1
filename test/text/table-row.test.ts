import { describe, expect, it } from "vitest";
import { cellsOf, headerCells, headerLine, isTableRule } from "../../src/text/table-row.js";

describe("the cells of a row", () => {
  it.each([
    ["| 张三 | 周一 |", ["张三", "周一"]],
    ["张三 | 周一", ["张三", "周一"]],
    ["| **东区** | | 甲\\|乙 |", ["东区", "", "甲\\|乙"]],
    ["张三\t周一", ["张三", "周一"]],
    ["张三\u3000\u3000周一   上午", ["张三", "周一", "上午"]],
    ["张三 周一", ["张三 周一"]],
  ])("%s", (row, cells) => {
    expect(cellsOf(row)).toEqual(cells);
  });
});

describe("the line between a header and its rows", () => {
  it("is made of dashes and bars alone", () => {
    expect(["| --- | :---: |", "---|---"].map(isTableRule)).toEqual([true, true]);
    expect(["---", "| 甲 | --- |", ""].map(isTableRule)).toEqual([false, false, false]);
  });
});

describe("a header's cells", () => {
  it("come back from the heading that they are kept in", () => {
    expect(headerCells(headerLine(["姓名", "电话"]))).toEqual(["姓名", "电话"]);
    expect(headerCells("办理材料")).toBeNull();
    expect(headerCells(null)).toBeNull();
  });
});
