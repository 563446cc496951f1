import { describe, expect, it } from "vitest";
import { whatIsAsked } from "../../../src/answer/asked.js";
import type { Turn } from "../../../src/answer/step.js";
import { judge } from "../../../src/answer/steps/judge.js";
import type { Hit } from "../../../src/retrieval/index.js";
import { conversationPorts, turnOf } from "../../fixtures/conversation.js";
import { hitOf, retrievalOf } from "../../fixtures/hits.js";

const text = "第一条 夜市摊位先登记。";
const nothing = { topScore: 0, gap: 0, coverage: 0, agreement: 0 };
const always = { intercept: 20, weight: 0.001 };
const sure = { answers: 5, related: -0.8, silent: -5 };

/** What is judged of these hits when the model is as sure as that; the question is read for its place and day. */
async function judged(
  question: string,
  says: keyof typeof sure,
  finds: { holding?: readonly Hit[]; elsewhere?: readonly Hit[] },
  article?: Parameters<typeof retrievalOf>[1],
  asksForRule = always,
) {
  const ports = conversationPorts();
  const { knowledge } = ports;
  const found = { intercept: sure[says], weights: nothing };
  const model = { ...knowledge.answerability, asksForRule, found: { words: found, static: found, model: found } };
  const plain = turnOf(question);
  const asked = whatIsAsked(question, plain.place, plain.asOf, knowledge);
  const turn: Turn = { ...plain, hits: finds.holding ?? [], asked, place: asked.place, asOf: asked.day };
  const result = await judge.run(turn, {
    ...ports,
    retrieval: retrievalOf(finds, article),
    knowledge: { ...knowledge, answerability: model },
  });
  if (result.kind === "file") throw new Error("nothing is filed here");
  return result;
}

const replyTo = async (...given: Parameters<typeof judged>) => {
  const result = await judged(...given);
  if (result.kind !== "reply") throw new Error("no reply");
  return result.reply;
};

describe("judge", () => {
  it("lets pass what answers", async () => {
    const hit = hitOf("夜市法", text);
    expect(await judged("夜市要登记吗", "answers", { holding: [hit] })).toMatchObject({ kind: "continue", turn: { hits: [hit] } });
  });

  it("points at what is related, and words it as no answer", async () => {
    const reply = await replyTo("夜市要登记吗", "related", { holding: [hitOf("夜市法", text)] });
    expect(reply).toMatchObject({
      kind: "offer",
      outcome: "unanswered_no_source",
      citations: [{ document: "夜市法", status: "in_force" }],
    });
    expect(reply.text).toContain("不能当作答复");
  });

  it.each(["怎么办", "可以吗？", "第十条", "要多久啊"])("does not answer what names no matter: %s", async (question) => {
    expect(await replyTo(question, "answers", { holding: [hitOf("夜市法", text)] })).toMatchObject({
      kind: "offer",
      citations: [],
      confidence: 0,
    });
  });

  it("says that it does not know", async () => {
    expect(await replyTo("夜市要登记吗", "silent", {})).toMatchObject({ kind: "offer", outcome: "unanswered_no_source", citations: [] });
  });
});

describe("a text that is not in force", () => {
  const ended = (status: Hit["status"], given: Partial<Hit["version"]> = {}) => hitOf("旧夜市条例", text, { status, version: given });

  it("is named with what replaced it, and not quoted", async () => {
    const reply = await replyTo("夜市要登记吗", "silent", { elsewhere: [ended("repealed", { endedBy: "夜市条例" })] });
    expect(reply).toMatchObject({ kind: "offer", outcome: "unanswered_not_in_force", citations: [{ status: "repealed" }] });
    expect(reply.text).toMatch(/《旧夜市条例》第一条（.*已废止；现在看《夜市条例》）/);
    expect(reply.text).not.toContain("摊位先登记");
  });

  it("is told from an older version of a text", async () => {
    const reply = await replyTo("夜市要登记吗", "silent", { elsewhere: [ended("superseded", { endedBy: "旧夜市条例" })] });
    expect(reply).toMatchObject({ outcome: "unanswered_not_in_force", citations: [{ status: "superseded" }] });
    expect(reply.text).toContain("旧文本");
  });

  it("is named with the day from which it will be", async () => {
    const reply = await replyTo("夜市要登记吗", "silent", { elsewhere: [ended("not_yet", { from: 20_270_101 })] });
    expect(reply).toMatchObject({ outcome: "unanswered_not_in_force", citations: [{ status: "not_yet" }] });
    expect(reply.text).toContain("2027年1月1日起施行");
  });

  it("is named as later than a past day that was asked about", async () => {
    const reply = await replyTo("2012年的时候夜市要登记吗", "silent", { elsewhere: [ended("not_yet", { from: 20_200_101 })] });
    expect(reply).toMatchObject({ outcome: "unanswered_not_in_force", citations: [{ status: "not_yet" }] });
    expect(reply.text).toContain("“2012年”");
    expect(reply.text).toContain("后来才施行");
  });

  it("is named instead of what held then, when that is about something else", async () => {
    const found = { holding: [hitOf("灯会法", text, { score: 0.7 })], elsewhere: [ended("not_yet", { from: 20_200_101 })] };
    const reply = await replyTo("2012年的时候夜市要登记吗", "answers", found);
    expect(reply).toMatchObject({ outcome: "unanswered_not_in_force", citations: [{ document: "旧夜市条例", status: "not_yet" }] });
  });

  it("is not, when it is the newer version of what held then", async () => {
    const found = { holding: [hitOf("旧夜市条例", text, { score: 0.7 })], elsewhere: [ended("not_yet", { from: 20_200_101 })] };
    expect(await judged("2012年的时候夜市要登记吗", "answers", found)).toMatchObject({ kind: "continue" });
  });

  it("is the article behind an explanation that was written later", async () => {
    const explanation = hitOf("夜市政策解读", "要登记（《夜市条例》第二条）。", {
      status: "not_yet",
      version: { kind: "interpretation", from: 20_260_101 },
      chunk: { article: null },
    });
    const behind = hitOf("夜市条例", "第二条 夜市先登记。", { version: { from: 20_200_101 }, chunk: { article: "第二条" } });
    const reply = await replyTo("2012年的时候夜市要登记吗", "silent", { elsewhere: [explanation] }, () => behind);
    expect(reply.citations).toMatchObject([{ document: "夜市条例", article: "第二条", status: "not_yet" }]);
  });

  it.each([
    ["scores little more than one that holds", { score: 1.2 }],
    ["holds little of the question", { score: 9, coverage: 0.3 }],
  ])("is not named when it %s", async (_, given) => {
    const found = { holding: [hitOf("夜市法", text)], elsewhere: [hitOf("旧夜市条例", text, { status: "repealed", ...given })] };
    expect(await replyTo("夜市要登记吗", "related", found)).toMatchObject({
      outcome: "unanswered_no_source",
      citations: [{ document: "夜市法" }],
    });
  });
});

describe("another place's text", () => {
  const there = hitOf("北京市夜市条例", text, { version: { place: "北京市", kind: "local_regulation" } });

  it("is named, and its place, when nobody asked about that place", async () => {
    const reply = await replyTo("夜市要登记吗", "silent", { elsewhere: [there] });
    expect(reply).toMatchObject({ kind: "offer", outcome: "unanswered_out_of_place", citations: [{ document: "北京市夜市条例" }] });
    expect(reply.text).toContain("北京市的规定");
    expect(reply.text).not.toContain("摊位先登记");
  });

  it("is not named for a local fact, which no text answers", async () => {
    const never = { intercept: -20, weight: 0.001 };
    const reply = await replyTo("夜市今天几点开", "silent", { elsewhere: [there] }, undefined, never);
    expect(reply).toMatchObject({ outcome: "unanswered_no_source", citations: [] });
  });

  it("is left out when it is what an office wrote for its own residents", async () => {
    const guide = hitOf("夜市办事指南", text, { version: { place: "湖南省/长沙市", kind: "service_guide" } });
    expect(await replyTo("夜市要登记吗", "silent", { elsewhere: [guide] })).toMatchObject({ outcome: "unanswered_no_source" });
  });

  it("is shown to who asks about that place, never as an answer of ours", async () => {
    const nations = hitOf("夜市法", text, { score: 0.9 });
    const reply = await replyTo("北京的夜市要登记吗", "answers", { holding: [there, nations] });
    expect(reply).toMatchObject({
      kind: "offer",
      outcome: "unanswered_out_of_place",
      citations: [{ document: "北京市夜市条例" }, { document: "夜市法" }],
      choices: [{ id: "offer_person" }],
    });
    expect(reply.text).toContain("不能当作我们的答复");
  });

  it("does not stand in the way of the nation's, which holds there too", async () => {
    const nations = hitOf("夜市法", text, { score: 2 });
    expect(await judged("北京的夜市要登记吗", "answers", { holding: [nations, there] })).toMatchObject({
      kind: "continue",
      turn: { hits: [nations] },
    });
  });

  it("is not the nation's where other law holds", async () => {
    const reply = await replyTo("香港的夜市要登记吗", "answers", { holding: [hitOf("夜市法", text)] });
    expect(reply).toMatchObject({ outcome: "unanswered_no_source", citations: [], confidence: 0 });
    expect(reply.text).toContain("香港");
  });
});
