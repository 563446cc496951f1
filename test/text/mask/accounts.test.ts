import { describe, expect, it } from "vitest";
import { found } from "../../fixtures/found.js";

describe("a mail address is found", () => {
  it.each<[string, string]>([
    ["邮箱abc_123@example.com", "abc_123@example.com"],
    ["发到li.ming+gov@mail.example.com.cn吧", "li.ming+gov@mail.example.com.cn"],
    ["ａｂｃ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ａｂｃ＠ｅｘａｍｐｌｅ．ｃｏｍ"],
    ["abc @ example.com", "abc @ example.com"],
    ["abc(at)example.com", "abc(at)example.com"],
    ["abc@example。com", "abc@example。com"],
    ["abc#qq.com", "abc#qq.com"],
    ["12345678@qq.com", "12345678@qq.com"],
    ["13812345670@139.com", "13812345670@139.com"],
    ["ABC@EXAMPLE.COM", "ABC@EXAMPLE.COM"],
  ])("%s", (text, address) => {
    expect(found(text)).toEqual([`email ${address}`]);
  });
});

describe("an id of WeChat or QQ is found", () => {
  it.each<[string, string]>([
    ["微信号abc_123", "abc_123"],
    ["微信号：abc-123", "abc-123"],
    ["微信：liming90", "liming90"],
    ["微信liming1990", "liming1990"],
    ["微信是liming_gd，加我", "liming_gd"],
    ["我微信号是 wxid_a1b2c3d4", "wxid_a1b2c3d4"],
    ["wx: abc12345", "abc12345"],
    ["WX：abc12345", "abc12345"],
    ["vx abc12345", "abc12345"],
    ["加v abc12345", "abc12345"],
    ["V信：abc12345", "abc12345"],
    ["v：abc_12345", "abc_12345"],
    ["薇信abc12345", "abc12345"],
    ["WeChat ID: abc12345", "abc12345"],
    ["微信号ａｂｃ＿１２３", "ａｂｃ＿１２３"],
    ["加我微信 liming_90 发照片", "liming_90"],
    ["abc_12345是我微信", "abc_12345"],
    ["abc_12345（微信）", "abc_12345"],
    ["微信号：87654321", "87654321"],
    ["QQ12345678", "12345678"],
    ["QQ号是123456789", "123456789"],
    ["qq：10234567", "10234567"],
    ["扣扣12345678", "12345678"],
    ["企鹅号 12345678", "12345678"],
  ])("%s", (text, id) => {
    expect(found(text)).toEqual([`wechat ${id}`]);
  });

  it("a number that is also the WeChat id is a telephone", () => {
    expect(found("微信同号13812345670")).toEqual(["phone 13812345670"]);
  });
});

describe("no account is", () => {
  it.each([
    "微信支付2000元",
    "微信公众号gdpolice110",
    "微信小程序abc12345",
    "QQ群12345678",
    "微信android版打不开",
    "用微信扫码缴费100000元",
    "在@街道办",
    "网址www.example.com打不开",
    "价格是12#3号",
    "微信里说的",
    "QQ100个好友",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});
