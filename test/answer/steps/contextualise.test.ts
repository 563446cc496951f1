import { describe, expect, it } from "vitest";
import { type DialogState, emptyDialog } from "../../../src/answer/dialog.js";
import { streetOfSuite } from "../../fixtures/street-of-suite.js";

/** Dialogs over the sample street's own documents: what the last message was understood as, or what it became instead. */
describe("a follow-up", () => {
  const street = streetOfSuite();

  async function talk(...messages: readonly string[]) {
    let dialog: DialogState = emptyDialog;
    let last = { text: "", route: "", outcome: "", cited: [] as readonly string[] };
    for (const [index, text] of messages.entries()) {
      const message = { channel: "cli", updateId: String(index), conversation: "居民", text, choice: null, place: null } as const;
      const { reply, dialog: next } = await street().consultation.rehearse(message, null, dialog);
      dialog = next;
      last = { text: reply.text, route: reply.route, outcome: reply.outcome, cited: reply.citations.map(({ document }) => document) };
    }
    return { ...last, dialog };
  }

  it.each([
    [["劳动合同签两年，试用期最长多久", "签四年呢？"], "按“劳动合同签四年，试用期最长多久”来答"],
    [["申请低保去哪里", "要带什么材料"], "申请低保，要带什么材料"],
    [["产假有多少天", "谢谢", "那陪产假呢"], "陪产假有多少天"],
    [["工傷認定要幾耐", "單位唔肯報呢"], "单位唔肯报"],
    [["办居住证要多久", "不对，是在惠州办"], "惠州"],
  ] as const)("%j is understood as %s", async (messages, understood) => {
    const { text, route } = await talk(...messages);
    expect(route).toBe("question");
    expect(text).toContain(understood);
  });

  it("takes two matters one after the other", async () => {
    const asked = ["我有两个问题：一是试用期被辞退，二是加班不给钱。先问第一个", "第二个呢"] as const;
    expect((await talk(asked[0])).text).toContain("按“试用期被辞退”来答");
    expect((await talk(...asked)).text).toContain("按“加班不给钱”来答");
  });

  it("does not complete a question that begins another subject", async () => {
    const { text } = await talk("婚假有几天", "办居住证要带什么材料");
    expect(text).not.toContain("来答。");
  });

  it("does not complete an attack, a complaint with its place, or thanks", async () => {
    expect(await talk("低保要什么条件", "好，那你就写明我符合")).toMatchObject({ route: "attack", outcome: "refused" });
    expect(await talk("押金最多收几个月", "他不退押金，桂花里9号，你们管管")).toMatchObject({ route: "complaint", outcome: "draft_open" });
    expect(await talk("押金最多收几个月", "好的谢谢")).toMatchObject({ route: "smalltalk" });
  });

  it("stays silent where no text answers the whole question", async () => {
    const { outcome } = await talk("低保要什么条件", "那我们社区现在有几户在领");
    expect(outcome).not.toMatch(/^answered/);
  });

  it("keeps personal data out of what it remembers", async () => {
    const { dialog } = await talk("我叫陈大文，电话13800138000，低保要什么条件");
    expect(JSON.stringify(dialog.topic)).not.toMatch(/13800138000/);
  });
});
