import { describe, expect, it } from "vitest";
import { turnedClauses } from "../../../src/answer/generated/force.js";
import { exchangedParties } from "../../../src/answer/generated/parties.js";
import { loadSupport } from "../../../src/knowledge/support.js";
import { knowledgeFolder } from "../../../src/paths.js";

const { force, parties } = loadSupport(knowledgeFolder);
const said =
  "## 摊位可以转租吗？\n摊位不得转租、转借，经街道同意的除外。摊主应当每天清扫摊位，可以委托他人代为清扫。残疾人申请摊位不用交押金。未满十八周岁的，不能申请摊位。房东负责维修摊位的棚子，租客负责更换灯泡。";
const turned = (statement: string) => turnedClauses(statement, said, force);

describe("the force of a sentence", () => {
  it.each([
    "摊位不得转租。",
    "摊位不可以转借。",
    "摊位不能转租、转借。",
    "摊主必须每天清扫摊位。",
    "摊主要每天清扫摊位。",
    "可以委托他人代为清扫。",
    "残疾人申请摊位不需要交押金。",
    "未满十八周岁的，不得申请摊位。",
  ])("may be said in other words: %s", (statement) => {
    expect(turned(statement)).toEqual([]);
  });

  it.each([
    "摊位可以转租。",
    "摊位转借没有问题，可以转借。",
    "摊主可以每天清扫摊位。",
    "摊主不用每天清扫摊位。",
    "应当委托他人代为清扫。",
    "不得委托他人代为清扫。",
    "残疾人申请摊位要交押金。",
    "未满十八周岁的，可以申请摊位。",
  ])("may not be turned: %s", (statement) => {
    expect(turned(statement)).not.toEqual([]);
  });
});

describe("the parties of a sentence", () => {
  it("are those of the sources", () => {
    expect(exchangedParties("房东负责维修摊位的棚子。", said, parties)).toEqual([]);
  });

  it("may not be exchanged", () => {
    expect(exchangedParties("租客负责维修摊位的棚子。", said, parties)).toEqual(["租客负责维修摊位的棚子"]);
  });
});
