import { describe, expect, it } from "vitest";
import { checkNames } from "../../../src/answer/generated/names.js";

const said =
  "《中华人民共和国夜市法》第六条\n按照《摊位管理办法》（水仙办〔2024〕5号），向街道服务中心提出，电话0700-8123456，也可以在https://night.example/apply上填写。";
const rules = (statement: string) => checkNames(statement, said, ["0700-8000000"]).map(({ rule }) => rule);

describe("the names of a sentence", () => {
  it.each([
    "《夜市法》是这样写的。",
    "按照《摊位管理办法》（水仙办〔2024〕5号）办。",
    "按照水仙办[2024]5号办。",
    "打07008123456问。",
    "在https://night.example/apply上填写。",
  ])("stand in its sources: %s", (statement) => {
    expect(rules(statement)).toEqual([]);
  });

  it.each([
    ["title", "按照《城市摊位条例》办。"],
    ["document_number", "按照水仙办〔2025〕7号办。"],
    ["telephone", "打0700-8123457问。"],
    ["telephone", "打13800138000问。"],
    ["link", "在https://evil.example/apply上填写。"],
    ["link", "在night-market.com上填写。"],
    ["personal_data", "13800138000的摊位已经登记。"],
    ["personal_data", "〔姓名〕的摊位已经登记。"],
    ["personal_data", "身份证号11010519491231002X的居民可以申请。"],
  ])("%s is refused: %s", (rule, statement) => {
    expect(rules(statement)).toContain(rule);
  });
});
