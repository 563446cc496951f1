import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relevantLines } from "../../../src/answer/compose/relevant-lines.js";

const article = [
  "第八条 有下列情形的，可以申请：",
  "（一）住房困难的家庭，凭租房合同；",
  "（二）残疾人家庭，凭残疾人证；",
  "（三）烈士遗属，凭证明书。",
  "前款规定的材料由街道核对。",
].join("\n");

describe("the relevant lines of a passage", () => {
  it("are all of it when it fits", () => {
    expect(relevantLines(article, "残疾人", 500)).toEqual(article.split("\n"));
  });

  it("are the item that matters with its stem when it does not fit", () => {
    expect(relevantLines(article, "残疾人家庭怎么申请", 40)).toEqual(["第八条 有下列情形的，可以申请：", "（二）残疾人家庭，凭残疾人证；"]);
  });

  it("are always lines of the passage, in their order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 }),
        fc.string(),
        fc.integer({ min: 10, max: 200 }),
        (lines, question, budget) => {
          const passage = lines.map((line) => line.replaceAll("\n", " ")).join("\n");
          const all = passage.split("\n").filter((line) => line.trim() !== "");
          let from = 0;
          for (const line of relevantLines(passage, question, budget)) {
            const index = all.indexOf(line, from);
            expect(index).toBeGreaterThanOrEqual(0);
            from = index + 1;
          }
        },
      ),
    );
  });
});
