import { describe, expect, it } from "vitest";
import { emergency } from "../../../src/answer/steps/emergency.js";
import { conversationPorts, turnOf } from "../../fixtures/conversation.js";
import { sampleDesk } from "../../fixtures/request-dialog.js";

const ports = () => ({ ...conversationPorts(), requests: sampleDesk().desk });

describe("emergency", () => {
  it.each([
    ["厨房着火了快来人", "119"],
    ["我爸晕倒了怎么办", "120"],
    ["我老公又在打我", "110"],
    ["路口车祸，撞倒人了", "122"],
    ["我不想活了", "12356"],
    ["天台上有个女的要跳楼", "110"],
    ["家里燃气在漏", "119"],
    ["我妈走失了，有老年痴呆", "110"],
    ["宝宝被反锁在车里", "119"],
  ])("%s: %s", (text, number) => {
    const result = emergency.run(turnOf(text), ports());
    expect(result).toMatchObject({
      kind: "reply",
      reply: { kind: "emergency", outcome: "handed_over", route: "emergency", request: { type: "help", number: null, state: "draft" } },
    });
    if (result.kind === "reply") {
      const [first = ""] = result.reply.text.split("\n\n");
      expect(first).toContain(number);
      expect(first.length).toBeLessThan(120);
      expect(result.reply.choices.map(({ id }) => id)).toEqual(["confirm", "cancel"]);
    }
  });

  it.each([
    "报警之后多久要立案",
    "隔壁火灾烧到我家找谁赔偿",
    "被车撞残了可以申请法律援助吗",
    "自杀保险赔不赔",
    "热死我了，路边的树什么时候修",
    "楼道飞线充电，怕着火",
    "电梯经常困人，物业不修",
    "去年我爸在工地晕倒，算工伤吗",
    "抢劫罪和抢夺罪有什么区别",
    "家暴怎么申请保护令",
  ])("%s is none", (text) => {
    expect(emergency.run(turnOf(text), ports())).toMatchObject({ kind: "continue", status: "none" });
  });
});
