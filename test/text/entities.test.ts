import { describe, expect, it } from "vitest";
import { stripMarkup } from "../../src/text/entities.js";

describe("stripMarkup", () => {
  it.each([
    ["<svg onload=alert(1)> 井盖没了", "井盖没了"],
    ['<a href="javascript:x">点</a>这里', "点 这里"],
    ["<script>steal()</script>电梯坏了", "电梯坏了"],
    ['没写完的 <a href="http://x', "没写完的"],
    ["[官方](http://evil.example/x) 你好", "官方 你好"],
    ["收入<3000元，岁数>60", "收入<3000元，岁数>60"],
    ["看《通知》<第三条>", "看《通知》<第三条>"],
  ])("%j becomes %j", (given, wanted) => {
    expect(stripMarkup(given).replace(/ +/g, " ")).toBe(wanted);
  });
});
