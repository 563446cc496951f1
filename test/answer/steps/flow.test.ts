import { describe, expect, it, onTestFinished } from "vitest";
import { openConsultation } from "../../../src/answer/consultation.js";
import { emptyDialog, readDialog, storedDialog } from "../../../src/answer/dialog.js";
import type { Hit } from "../../../src/retrieval/index.js";
import { findConversation } from "../../../src/store/conversations.js";
import { messages } from "../../../src/store/schema/index.js";
import { mondayMorning } from "../../fixtures/corpus.js";
import { type CartFlow, cartRule, loadCart } from "../../fixtures/flows.js";
import { sampleDesk, sampleKnowledge, storeWithConversations } from "../../fixtures/request-dialog.js";
import { retrievalOver } from "../../fixtures/retrieval.js";

type Rules = Readonly<Record<string, string>>;

/** A street whose only questionnaire is about carts; `answers`: whether its rule answers questions. */
async function street(rules: Rules = cartRule, change?: (flow: CartFlow) => void, clock = mondayMorning) {
  const { flows } = loadCart(change);
  const { retrieval, store } = await retrievalOver(rules);
  onTestFinished(() => store.close());
  const { vault, desk, ownData, watches, store: archive } = sampleDesk(clock, storeWithConversations(0));
  const knowledge = { ...sampleKnowledge(), flows: { flows, refused: [] } };
  const open = () =>
    openConsultation({
      store: archive,
      vault,
      knowledge,
      retrieval: { ...retrieval, search: async (): Promise<readonly Hit[]> => [] },
      requests: desk,
      ownData,
      watches,
      clock,
      officePlace: knowledge.office.place,
      chatModel: null,
      chatTimeoutMs: 12_000,
    });
  let consultation = open();
  let updates = 0;
  const sayIn = async (conversation: string, text: string, choice: string | null = null) => {
    const message = { channel: "cli", updateId: String(++updates), conversation, text, choice, place: null } as const;
    const { reply } = await consultation.answer(message, null, { known: () => null, also: () => {} });
    return reply;
  };
  return {
    sayIn,
    say: (text: string, choice: string | null = null) => sayIn("阿婆", text, choice),
    restart: () => {
      consultation = open();
    },
    dialog: (conversation = "阿婆") => readDialog(findConversation(archive, "cli", conversation)?.state, vault),
    storedState: () => JSON.stringify(findConversation(archive, "cli", "阿婆")?.state),
    storedTexts: () =>
      archive.rows
        .select({ text: messages.text })
        .from(messages)
        .all()
        .map(({ text }) => text)
        .join("\n"),
  };
}

const begin = "算一算：推车能借几天";
const labels = (reply: { readonly choices: readonly { readonly label: string }[] }) => reply.choices.map(({ label }) => label);
const idOf = (reply: { readonly choices: readonly { readonly id: string; readonly label: string }[] }, label: string) =>
  reply.choices.find((choice) => choice.label === label)?.id ?? "";

describe("a question about an own case that no text answers", () => {
  it("is offered the flow that fits", async () => {
    const { say } = await street();
    const reply = await say("我家推车能借几天");
    expect(reply).toMatchObject({ kind: "flow", outcome: "clarifying" });
    expect(labels(reply)[0]).toBe(begin);
  });

  it("is offered nothing where the flow's article is gone", async () => {
    const { say } = await street({ "别的.md": "# 别的\n\n第一条 别的事。\n" });
    expect((await say("我家推车能借几天")).choices.map(({ id }) => id)).not.toContain("flow_cart");
  });
});

describe("a flow", () => {
  it("asks one thing a turn and ends with outcome, sum, answers and sources", async () => {
    const { say, dialog } = await street();
    await say("我家推车能借几天");
    expect(await say(begin)).toMatchObject({ kind: "flow", outcome: "clarifying", text: expect.stringContaining("您借来做什么？") });
    expect((await say("搬家")).text).toContain("有几袋东西？");
    expect((await say("三袋")).text).toContain("从哪天借起？");
    expect((await say("2026年11月24日")).text).toContain("您住在哪里？");
    const reply = await say("木棉街道");
    expect(reply).toMatchObject({ kind: "answer", outcome: "answered", citations: [{ document: "推车条例" }, { document: "推车条例" }] });
    expect(reply.text).toContain("可以借 6.5 天");
    expect(reply.text).toContain("2 + 1.5 × 3 = 6.5（天）");
    expect(reply.text).toContain("有几袋东西？3袋");
    expect(reply.text).toContain("每袋加的天数是本街道自己的标准");
    expect(reply.text).toMatch(/来源\n\[1\]\[?2?\]? 《推车条例》第一条/);
    expect(dialog().flow).toBeNull();
  });

  it("offers the options, back, why and exit as buttons; back not at the start", async () => {
    const { say } = await street();
    const first = await say("算", "flow_cart");
    expect(labels(first)).toEqual(["搬家", "玩", "为什么问这个", "退出"]);
    expect(labels(await say("1"))).toEqual(["上一步", "为什么问这个", "退出"]);
  });

  it("goes back, tells why, and is left", async () => {
    const { say, dialog } = await street();
    await say("算", "flow_cart");
    await say("搬家");
    expect((await say("为什么问这个")).text).toMatch(/袋数多的天数多.*有几袋东西？/su);
    expect((await say("上一步")).text).toContain("您借来做什么？");
    expect((await say("退出")).text).toContain("不算了");
    expect(dialog().flow).toBeNull();
  });

  it("goes another way after a step back", async () => {
    const { say } = await street();
    await say("算", "flow_cart");
    await say("搬家");
    await say("上一步");
    expect(await say("玩")).toMatchObject({ kind: "answer", text: expect.stringContaining("只借给搬家") });
  });

  it("says kindly what was not understood, and helps further the second time", async () => {
    const { say, dialog } = await street();
    await say("算", "flow_cart");
    await say("搬家");
    expect((await say("十五袋")).text).toContain("太大");
    expect((await say("好多")).text).toContain("不知道");
    expect(dialog().flow?.answers).toEqual({ purpose: "moving" });
  });

  it("depends on what the resident does not know, with the articles to read", async () => {
    const { say } = await street();
    await say("算", "flow_cart");
    expect(await say("不知道")).toMatchObject({
      kind: "answer",
      outcome: "answered_partly",
      text: expect.stringContaining("说不清也没关系"),
      citations: [{ document: "推车条例", article: "第一条" }],
    });
  });

  it("lets something else be asked in the middle, and goes on by a button", async () => {
    const { say, dialog } = await street();
    await say("算", "flow_cart");
    await say("搬家");
    const aside = await say("请问居住证在哪里办？");
    expect(aside.kind).not.toBe("flow");
    expect(labels(aside)).toContain("继续填");
    expect(dialog().flow).toMatchObject({ paused: true, answers: { purpose: "moving" } });
    expect((await say("继续填")).text).toContain("有几袋东西？");
    expect((await say("3")).text).toContain("从哪天借起？");
  });

  it("waits while a request is drafted, and its buttons are no detail of it", async () => {
    const { say, dialog } = await street();
    await say("算", "flow_cart");
    await say("我要投诉：福盛里5号楼下夜里施工，吵得睡不着");
    expect(dialog().draft).not.toBeNull();
    expect((await say("继续填")).text).toContain("您借来做什么？");
    expect(dialog().draft?.order.description).not.toContain("继续填");
  });

  it("does not end in words that no source bears out", async () => {
    const { say } = await street(cartRule, (flow) => Object.assign(flow.outcomes["refused"] ?? {}, { text: "满四十七岁才能借。" }));
    await say("算", "flow_cart");
    expect(await say("玩")).toMatchObject({ kind: "offer", outcome: "unanswered_no_source", text: expect.not.stringContaining("四十七") });
  });
});

describe("buttons of a flow", () => {
  it("that are old change nothing, and the present question is asked again", async () => {
    const { say, dialog } = await street();
    const first = await say("算", "flow_cart");
    await say("搬家");
    const pressed = await say("玩", idOf(first, "玩"));
    expect(pressed.text).toMatch(/这个按钮是前面的.*有几袋东西？/su);
    expect(dialog().flow?.answers).toEqual({ purpose: "moving" });
  });

  it("that are unknown are refused kindly", async () => {
    const { say } = await street();
    expect((await say("算", "flow_moon")).text).toContain("不能用了");
    const first = await say("算", "flow_cart");
    expect((await say("？", `${idOf(first, "玩")}x`)).text).toContain("您借来做什么？");
  });

  it("of another conversation are refused kindly", async () => {
    const { say, sayIn, dialog } = await street();
    const first = await say("算", "flow_cart");
    expect((await sayIn("邻居", "玩", idOf(first, "玩"))).text).toContain("不能用了");
    await sayIn("邻居", "算", "flow_cart");
    expect((await sayIn("邻居", "玩", idOf(first, "玩"))).text).toContain("您借来做什么？");
    expect(dialog("邻居").flow?.answers).toEqual({});
  });
});

describe("what a resident answers", () => {
  it("survives a restart, and stands nowhere in clear", async () => {
    const { say, restart, dialog, storedState, storedTexts } = await street();
    await say("算", "flow_cart");
    await say("搬家");
    await say("7.5袋");
    restart();
    expect(dialog().flow?.answers).toEqual({ purpose: "moving", bags: "7.5" });
    expect(storedState()).not.toContain("7.5");
    expect((await say("2026年11月24日")).text).toContain("您住在哪里？");
    await say("惠州");
    expect(storedTexts()).not.toMatch(/7\.5|惠州/);
  });

  it("is read again from how it was stored; what cannot be read starts anew", () => {
    const sealing = { encrypt: (text: string) => `sealed ${text}`, decrypt: (text: string) => text.replace("sealed ", "") };
    const flow = { id: "cart", run: "1", answers: { purpose: null }, tries: 1, paused: false };
    expect(readDialog(storedDialog({ ...emptyDialog, flow }, sealing), sealing).flow).toEqual(flow);
    expect(readDialog({ flow: "garbage" }, sealing).flow).toBeNull();
  });
});
