import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasRightCheckDigit } from "../../../src/text/mask/id-cards.js";
import { found } from "../../fixtures/found.js";

/** The sum as GB 11643-1999 writes it, weight by weight. */
function checkDigitOf(seventeen: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(seventeen[index]), 0);
  return "10X98765432"[sum % 11] ?? "";
}

const region = fc.constantFrom("440106", "440183", "110101", "310115", "650102", "810000", "820000", "448831");
const birthDay = fc
  .date({ min: new Date("1920-01-01T00:00:00Z"), max: new Date("2026-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll("-", ""));
const card = fc.tuple(region, birthDay, fc.stringMatching(/^[0-9]{3}$/)).map((parts) => {
  const seventeen = parts.join("");
  return seventeen + checkDigitOf(seventeen);
});
const right = (seventeen: string) => seventeen + checkDigitOf(seventeen);
const number = right("44010619900101123");
const withX = "44010619900101151X";

describe("hasRightCheckDigit", () => {
  it("agrees with the standard's sum", () => {
    fc.assert(
      fc.property(card, fc.constantFrom(..."0123456789X"), (digits, last) => {
        expect(hasRightCheckDigit(digits.slice(0, 17) + last)).toBe(digits.endsWith(last));
      }),
    );
  });
});

describe("an identity number is found", () => {
  it("whatever the region, the day and the writing", () => {
    const fullWidth = (text: string) => text.replace(/[0-9X]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    const writings = fc.constantFrom(
      (digits: string) => digits,
      (digits: string) => digits.toLowerCase(),
      (digits: string) => `${digits.slice(0, 6)} ${digits.slice(6, 14)} ${digits.slice(14)}`,
      (digits: string) => `${digits.slice(0, 6)}-${digits.slice(6, 14)}-${digits.slice(14)}`,
      (digits: string) => digits.replace(/.{4}(?=.)/g, "$& "),
      (digits: string) => [...digits].join(" "),
      fullWidth,
      (digits: string) => digits.replace(/[0-9]/g, (digit) => "〇一二三四五六七八九"[Number(digit)] ?? ""),
    );
    fc.assert(
      fc.property(card, writings, (digits, write) => {
        expect(found(`号码${write(digits)}，请查收`)).toEqual([`id_card ${write(digits)}`]);
      }),
    );
  });

  it.each<[string, string]>([
    [`身份证号${number}`, number],
    [`身份证${number}丢了怎么补`, number],
    [`身份證號碼：${number}`, number],
    [`${withX.toLowerCase()}末位是x`, withX.toLowerCase()],
    [`证件号码：${number}`, number],
    [`孩子的身份证号是${right("44010620190607002")}`, right("44010620190607002")],
    ["我的身份证号440106199001011230最后一位记不清", "440106199001011230"],
    ["老身份证440106700101123还能用吗", "440106700101123"],
    ["440106700101123这个老身份证还认吗", "440106700101123"],
    ["一代身份证号码是440106 700101 123", "440106 700101 123"],
    [`港澳居民居住证${right("81000019900101123")}`, right("81000019900101123")],
    ["香港身份证号码A123456(7)", "A123456(7)"],
    ["香港身份证A1234567", "A1234567"],
    [`残疾证号${number}44`, `${number}44`],
    [`残疾人证${number}71B1`, `${number}71B1`],
    [`学籍号G${number}`, number],
    [`不是编号，是身份证号：${number}`, number],
  ])("%s", (text, digits) => {
    expect(found(text)).toEqual([`id_card ${digits}`]);
  });
});

describe("no identity number is", () => {
  it.each([
    `订单号${number}`,
    `快递单号：${number}还没到`,
    `流水号${number}`,
    `合同编号 ${number}`,
    `条形码${number}`,
    `房产证号${number}`,
    "999999199001011234是什么号",
    "440106199013011234",
    "440106199002301234",
    "金额440106199001011234元".replace("1990", "9990"),
    "440106700101123",
    "统一社会信用代码914401010075438910",
    "（2024）粤0106民初199001011号",
    "20260101000000123456",
    "型号A1234567",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});
