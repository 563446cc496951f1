import { describe, expect, it } from "vitest";
import { applicantOf, elementsIn, isDescription, readElement } from "../../../src/answer/application/read-element.js";
import type { DisclosureElement } from "../../../src/domain/disclosure-application.js";
import { plainDate } from "../../../src/domain/plain-date.js";
import { sampleKnowledge } from "../../fixtures/request-dialog.js";

const words = sampleKnowledge().application;
const today = plainDate("2026-11-23");
const read = (element: DisclosureElement, text: string) => readElement(element, text, words, today);

describe("Art. 29(2)(1): the name", () => {
  it.each([
    ["陈大文", "陈大文"],
    ["我叫陈大文。", "陈大文"],
    ["姓名：欧阳 明", "欧阳 明"],
    ["木棉市青山环保有限公司", "木棉市青山环保有限公司"],
    ["阿依古丽·买买提", "阿依古丽·买买提"],
  ])("%s", (text, name) => {
    expect(read("name", text)).toEqual({ kind: "given", given: { name } });
  });

  it.each(["陈", "13800138000", "不知道", "为什么要填", "，"])("is not %s", (text) => {
    expect(read("name", text)).toEqual({ kind: "problem", problem: "name" });
  });
});

describe("Art. 29(2)(1): the identity document", () => {
  it.each([
    ["440106199001011235", "id_card", "440106199001011235"],
    ["身份证 11010519491231002x", "id_card", "11010519491231002X"],
    ["４４０１０６１９９００１０１１２３５", "id_card", "440106199001011235"],
    ["440106 1990 0101 1235", "id_card", "440106199001011235"],
    ["91350100M000100Y43", "credit_code", "91350100M000100Y43"],
  ])("%s", (text, kind, number) => {
    expect(read("identity", text)).toEqual({ kind: "given", given: { identity: { kind, number } } });
  });

  it.each([
    ["440106199001011230", "identity_check_digit"],
    ["440106199013011235", "identity_date"],
    ["44010619900101", "identity_length"],
    ["没带", "identity_length"],
  ])("%s: %s", (text, problem) => {
    expect(read("identity", text)).toEqual({ kind: "problem", problem });
  });
});

describe("Art. 29(2)(1): the contact", () => {
  it.each([
    ["138 0013 8000", "13800138000"],
    ["+86 13800138000", "13800138000"],
    ["0700-1234567", "07001234567"],
    ["chen@example.com", "chen@example.com"],
    ["岭海市青云路12号3栋502室", "岭海市青云路12号3栋502室"],
  ])("%s", (text, contact) => {
    expect(read("contact", text)).toEqual({ kind: "given", given: { contact } });
  });

  it("says of a telephone that is too short what is wrong with it", () => {
    expect(read("contact", "1380013800")).toEqual({ kind: "problem", problem: "contact_phone" });
    expect(read("contact", "随便")).toEqual({ kind: "problem", problem: "contact" });
  });
});

describe("Art. 29(2)(2): the description", () => {
  it.each(["2025年绿化养护合同", "我要申请公开木棉街道2024年加装电梯补贴的户数", "木棉街〔2025〕12号文件"])("%s", (text) => {
    expect(isDescription(text)).toBe(true);
  });

  it.each(["文件", "我想申请信息公开", "预算", "公开", "资料。"])("is more than %s", (text) => {
    expect(isDescription(text)).toBe(false);
  });
});

describe("Art. 29(2)(3): the form, and the way of receipt", () => {
  it.each([
    ["form", "电子版", { form: "electronic" }],
    ["form", "要纸质的，盖章", { form: "paper" }],
    ["way", "发到我邮箱", { way: "email" }],
    ["way", "快递寄给我", { way: "post" }],
    ["way", "我自己去窗口拿", { way: "pickup" }],
  ] as const)("%s: %s", (element, text, given) => {
    expect(read(element, text)).toEqual({ kind: "given", given });
  });
});

it("takes several elements from one message, and no place complained of as an address", () => {
  expect(elementsIn("我叫陈大文，身份证440106199001011235，电话13800138000，要纸质的", words, today)).toEqual({
    name: "陈大文",
    identity: { kind: "id_card", number: "440106199001011235" },
    contact: "13800138000",
    form: "paper",
  });
  expect(elementsIn("青云路12号门口的井盖响个不停", words, today)).toEqual({});
});

describe("the kind of applicant, as the yearly form's columns have it", () => {
  const code = { kind: "credit_code", number: "91350100M000100Y43" } as const;
  it.each([
    ["陈大文", { kind: "id_card", number: "440106199001011235" } as const, "natural_person"],
    ["木棉市青山环保有限公司", code, "commercial_enterprise"],
    ["岭海市城市规划研究院", code, "research_institution"],
    ["岭海市志愿者协会", code, "public_welfare_organisation"],
    ["广东木棉律师事务所", code, "legal_service"],
    ["木棉街道某某居民委员会", code, "other_organisation"],
  ])("%s", (name, identity, kind) => {
    expect(applicantOf(name, identity, words)).toBe(kind);
  });
});
