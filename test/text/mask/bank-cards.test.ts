import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passesLuhn } from "../../../src/text/mask/bank-cards.js";
import { found } from "../../fixtures/found.js";

/** The tenth digit by trying: slow and plainly right. */
function withCheckDigit(digits: string): string {
  const sum = [...digits]
    .reverse()
    .map((digit, index) => (index % 2 === 0 ? Number(digit) * 2 : Number(digit)))
    .flatMap((value) => [...String(value)].map(Number))
    .reduce((a, b) => a + b, 0);
  return digits + String((10 - (sum % 10)) % 10);
}

const unionPay = fc
  .tuple(fc.integer({ min: 13, max: 16 }), fc.stringMatching(/^[0-9]{16}$/))
  .map(([length, digits]) => withCheckDigit(`62${digits.slice(0, length)}`));

describe("passesLuhn", () => {
  it("takes the one right check digit", () => {
    fc.assert(
      fc.property(unionPay, fc.integer({ min: 0, max: 9 }), (digits, last) => {
        expect(passesLuhn(digits.slice(0, -1) + String(last))).toBe(digits.endsWith(String(last)));
      }),
    );
  });
});

describe("a bank card is found", () => {
  it("of any length of UnionPay, in any usual writing, without a word for it", () => {
    const writings = fc.constantFrom(
      (digits: string) => digits,
      (digits: string) => digits.replace(/.{4}(?=.)/g, "$& "),
      (digits: string) => digits.replace(/.{4}(?=.)/g, "$&-"),
      (digits: string) => digits.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      (digits: string) => digits.replace(/[0-9]/g, (digit) => "零一二三四五六七八九"[Number(digit)] ?? ""),
    );
    fc.assert(
      fc.property(unionPay, writings, (digits, write) => {
        expect(found(`就是${write(digits)}，谢谢`)).toEqual([`bank_card ${write(digits)}`]);
      }),
    );
  });

  it.each<[string, string]>([
    ["卡号：6222 0212 3456 7890 128", "6222 0212 3456 7890 128"],
    ["打到6212345678901234这张卡", "6212345678901234"],
    ["农行卡6228480012345678901", "6228480012345678901"],
    ["工资卡是4392250012345678", "4392250012345678"],
    ["存折账号 4400123456789012345", "4400123456789012345"],
    ["对公账户：44050158110700000123", "44050158110700000123"],
    ["公积金账号201912345678", "201912345678"],
    ["银行卡号６２２２０２１２３４５６７８９０１２８", "６２２２０２１２３４５６７８９０１２８"],
  ])("%s", (text, digits) => {
    expect(found(text)).toEqual([`bank_card ${digits}`]);
  });
});

describe("no bank card is", () => {
  it.each([
    `订单号${withCheckDigit("622202123456789")}`,
    "快递单号773112345678901",
    "6222021234567891是什么",
    "1234567890123456",
    "预算12000000元，决算11800000元",
    "2026112300000012345",
    "水费账号123456789012",
    "物流编号：6222021234567890",
    "金额1234567890123456元",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});
