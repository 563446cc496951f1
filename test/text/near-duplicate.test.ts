import { describe, expect, it } from "vitest";
import { agreementOf, readSignature, type Signature, signatureOf } from "../../src/text/near-duplicate.js";

const body = [
  "灯会期间，广场四周的道路晚上六点到十点封闭，公共汽车绕行红棉一路。",
  "自己开车来的居民，请把车停在中学操场，那里有300个车位，不收费。",
  "带老人和孩子的家庭从东门进场，轮椅可以在服务台借，押金50元。",
  "下雨的话灯会改到第二天，请留意社区公告栏的消息。",
].join("\n");
const signed = (text: string, title = "灯会通知"): Signature => {
  const signature = readSignature(signatureOf(text, title));
  if (!signature) throw new Error("no signature");
  return signature;
};

describe("two texts have equal words", () => {
  it.each([
    ["another title", `# 关于灯会的温馨提示\n\n${body}`, "关于灯会的温馨提示"],
    ["another date under them", `${body}\n木棉街道办事处\n2026年3月9日`, "灯会通知"],
    ["other line breaks and full-width digits", body.replaceAll("\n", "\n\n\u3000\u3000").replace("300", "３００"), "灯会通知"],
    ["a website's furniture around them", `发布时间：2026-03-09\n来源：公共服务办公室\n浏览次数：128\n${body}`, "灯会通知"],
  ])("with %s", (_, other, title) => {
    expect(signed(other, title).body).toBe(signed(body).body);
    expect(signed(other, title).numbers).toBe(signed(body).numbers);
  });
});

describe("the agreement of two texts", () => {
  it("is whole for one text and for one that differs in its title", () => {
    expect(agreementOf(signed(body), signed(`# 温馨提示\n${body}`, "温馨提示"))).toBe(1);
  });

  it("is high where one sentence has another word", () => {
    expect(agreementOf(signed(body), signed(body.replace("请留意社区公告栏的消息", "请留意公告栏的消息")))).toBeGreaterThan(0.85);
  });

  it("is low for texts of one matter in other words", () => {
    expect(agreementOf(signed(body), signed("灯会改到下周举行，道路照常通行，中学操场不开放停车，轮椅请自备。"))).toBeLessThan(0.4);
  });
});

describe("texts whose numbers differ", () => {
  it("are told apart however alike they are", () => {
    expect(signed(body.replace("50元", "80元")).numbers).not.toBe(signed(body).numbers);
  });
});

describe("a signature", () => {
  it("of no words is one too", () => {
    expect(agreementOf(signed(""), signed(""))).toBe(1);
  });

  it("that somebody else wrote is none", () => {
    expect(readSignature("")).toBeNull();
    expect(readSignature("甲:乙:丙")).toBeNull();
  });
});
