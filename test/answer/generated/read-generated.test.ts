import { describe, expect, it } from "vitest";
import { readGenerated, readLine } from "../../../src/answer/generated/read-generated.js";

const read = (...lines: readonly string[]) => readGenerated(lines.join("\n"), 3);
const said = (line: string) => readLine(line, 3).map(({ text, sources }) => [text, ...sources]);

describe("what a model wrote", () => {
  it.each(["完整度：full", "完整度: FULL", "**完整度：full**", "完整度：“full”。"])("begins with how complete it is: %s", (first) => {
    expect(read(first, "要登记。〔来源1〕")).toMatchObject({ completeness: "full", statements: [{ text: "要登记。", sources: [1] }] });
  });

  it.each([
    ["no such line", ["要登记。〔来源1〕"]],
    ["another word for it", ["完整度：most", "要登记。〔来源1〕"]],
    ["no source", ["完整度：full", "要登记。"]],
    ["only sources that are not there", ["完整度：full", "要登记。〔来源9〕"]],
    ["nothing behind it", ["完整度：full"]],
    ["nothing", [""]],
  ])("is of no use with %s", (_, lines) => {
    expect(read(...lines)).toBeNull();
  });

  it("says nothing more where no source answers", () => {
    expect(read("完整度：none", "不过我猜要登记。〔来源1〕")).toEqual({ completeness: "none", statements: [] });
  });

  it("takes the sources of a list for the line that introduces it", () => {
    expect(read("完整度：full", "要带的有：", "- 身份证。〔来源2〕")?.statements.map(({ sources }) => sources)).toEqual([[2], [2]]);
  });
});

describe("a line", () => {
  it.each<[string, (string | number)[][]]>([
    ["要登记。〔来源1〕", [["要登记。", 1]]],
    ["要登记〔来源1〕。", [["要登记。", 1]]],
    ["要登记。[来源1][来源2]", [["要登记。", 1, 2]]],
    ["要登记。（来源1、来源3）", [["要登记。", 1, 3]]],
    ["要登记。〔来源1、3〕", [["要登记。", 1, 3]]],
    [
      "要登记。〔来源1〕不收费。〔来源2〕",
      [
        ["要登记。", 1],
        ["不收费。", 2],
      ],
    ],
    [
      "要登记。不收费。〔来源2〕",
      [
        ["要登记。", 2],
        ["不收费。", 2],
      ],
    ],
    ["要登记。〔来源1〕〔来源8〕", [["要登记。", 1]]],
    ["2. **要登记**。〔来源1〕", [["要登记。", 1]]],
    ["要登记。", [["要登记。"]]],
  ])("%s", (line, statements) => {
    expect(said(line)).toEqual(statements);
  });
});
