import { describe, expect, it } from "vitest";
import { chunkText } from "../../../src/corpus/chunk/chunk.js";
import { guideElements } from "../../fixtures/corpus.js";

const chunks = (lines: readonly string[]) =>
  chunkText(lines.join("\n"), 0, "notice", guideElements).map(({ chapter, heading, text }) => [chapter, heading, text]);

describe("a table of markdown", () => {
  const table = ["| 姓名 | 电话 |", "| --- | --- |", "| 张三 | 0700-0000101 |", "| 李四 | 0700-0000102 |"];

  it("is cut at its rows, each under the header's cells", () => {
    expect(chunks(table)).toEqual([
      [null, "姓名 | 电话", "| 张三 | 0700-0000101 |"],
      [null, "姓名 | 电话", "| 李四 | 0700-0000102 |"],
    ]);
  });

  it("stands in the section that it is in, and the words around it too", () => {
    expect(chunks(["## 值班表", "", "白天有人。", "", ...table, "", "夜里打总机。"])).toEqual([
      [null, "值班表", "值班表\n\n白天有人。"],
      ["值班表", "姓名 | 电话", "| 张三 | 0700-0000101 |"],
      ["值班表", "姓名 | 电话", "| 李四 | 0700-0000102 |"],
      [null, "值班表", "夜里打总机。"],
    ]);
  });

  it("ends where the next one begins", () => {
    expect(chunks([...table, "", "| 日期 | 活动 |", "| --- | --- |", "| 周一 | 灯会 |"]).at(-1)).toEqual([
      null,
      "日期 | 活动",
      "| 周一 | 灯会 |",
    ]);
  });

  it("has its title rows above the rows that follow them", () => {
    const titled = [
      "| 社区 | 姓名 | 电话 |",
      "|---|---|---|",
      "| **东区** | | |",
      "| 一居 | 张三 | 101 |",
      "| 西区 | 西区 | 西区 |",
      "| 二居 | 李四 | 102 |",
    ];
    expect(chunks(titled).map(([chapter, , text]) => [chapter, text])).toEqual([
      ["东区", "| 一居 | 张三 | 101 |"],
      ["西区", "| 二居 | 李四 | 102 |"],
    ]);
  });

  it("has a cell that reaches down also above the rows that leave it empty", () => {
    const merged = ["| 对象 | 年龄 | 金额 |", "|---|---|---|", "| 老人 | 八十岁 | 80元 |", "| | 九十岁 | 90元 |", "| | 百岁 | 100元 |"];
    expect(chunks(merged).map(([chapter]) => chapter)).toEqual([null, "老人", "老人"]);
  });

  it("keeps a note that fills the last row", () => {
    const noted = ["| 对象 | 年龄 | 金额 |", "|---|---|---|", "| 老人 | 八十岁 | 80元 |", "| 每年调整 | | |"];
    expect(chunks(noted).at(-1)?.[2]).toBe("| 每年调整 | | |");
  });
});

describe("a table copied from a web page", () => {
  it("is cut at its rows where tabs part the cells", () => {
    expect(chunks(["姓名\t日期\t电话", "东区", "张三\t周一\t101", "西区", "李四\t周二\t102"])).toEqual([
      ["东区", "姓名 | 日期 | 电话", "张三\t周一\t101"],
      ["西区", "姓名 | 日期 | 电话", "李四\t周二\t102"],
    ]);
  });

  it("is cut at its rows where wide gaps part the cells", () => {
    expect(chunks(["姓名    电话", "张三    101", "李四    102"]).map(([, , text]) => text)).toEqual(["张三    101", "李四    102"]);
  });

  it("has no header where its first row holds figures", () => {
    expect(chunks(["张三\t101", "李四\t102", "王五\t103"]).map(([, heading]) => heading)).toEqual([null, null, null]);
  });

  it("is none where only two lines look like one", () => {
    expect(chunks(["联系人：张三    电话：101", "地址：二楼    邮编：100000"])).toHaveLength(1);
  });
});
