import { describe, expect, it } from "vitest";
import { whatIsAsked } from "../../../src/answer/asked.js";
import { retrieve } from "../../../src/answer/steps/retrieve.js";
import type { Hit, Retrieval } from "../../../src/retrieval/index.js";
import { conversationPorts, turnOf } from "../../fixtures/conversation.js";
import { hitOf, retrievalOf } from "../../fixtures/hits.js";

const question = "2020年的时候夜市要登记吗";
const explanation = hitOf("夜市政策解读", "要登记（《夜市条例》第二条）。", {
  score: 3,
  version: { kind: "interpretation", from: 20_260_101 },
  chunk: { article: null },
});
const article = (from: number, text: string) => hitOf("夜市条例", text, { score: 0, version: { from }, chunk: { article: "第二条" } });
const today = article(20_220_101, "第二条 夜市摊位应当先登记，再营业。");

async function found(then: Hit | null | ((title: string) => Hit | null), holding: readonly Hit[] = [], explains = explanation) {
  const ports = conversationPorts();
  const plain = turnOf(question);
  const asked = whatIsAsked(question, plain.place, plain.asOf, ports.knowledge);
  const turn = { ...plain, asked, asOf: asked.day };
  const thenOf = typeof then === "function" ? then : () => then;
  const articles: Retrieval["article"] = (title, _article, { asOf }) => (asOf < "2022-01-01" ? thenOf(title) : today);
  const retrieval = retrievalOf({ holding: (asOf) => (asOf === asked.today ? [explains] : holding) }, articles);
  const result = await retrieve.run(turn, { ...ports, retrieval });
  return result.kind === "continue" ? result.turn.hits.map(({ version, score }) => [version.title, version.from, score]) : [];
}

describe("retrieve, for a past day", () => {
  it("reads the article behind today's explanation as it stood then", async () => {
    expect(await found(article(20_150_101, "第二条 夜市摊位应当先登记。"))).toEqual([["夜市条例", 20_150_101, 3]]);
  });

  it("leaves out an article that had the number then and spoke of something else", async () => {
    expect(await found(article(20_150_101, "第二条 本省设立集市发展基金，由财政部门管理。"))).toEqual([]);
  });

  it("leaves out the explanation where its law did not exist", async () => {
    expect(await found(null)).toEqual([]);
  });

  it("reads the articles up to the first that did not exist", async () => {
    const two = { ...explanation, chunk: { ...explanation.chunk, text: `${explanation.chunk.text}另见《集市条例》第三条。` } };
    const then = article(20_150_101, "第二条 夜市摊位应当先登记。");
    expect(await found((title) => (title === "夜市条例" ? then : null), [], two)).toEqual([["夜市条例", 20_150_101, 3]]);
  });

  it("names a passage that was found both ways once", async () => {
    const then = article(20_150_101, "第二条 夜市摊位应当先登记。");
    expect(await found(then, [{ ...then, score: 2 }])).toEqual([["夜市条例", 20_150_101, 3]]);
  });
});

describe("retrieve, for another place", () => {
  it("reads the law behind our street's explanation as it holds there", async () => {
    const ports = conversationPorts();
    const plain = turnOf("惠州的夜市要登记吗");
    const asked = whatIsAsked(plain.query, plain.place, plain.asOf, ports.knowledge);
    const ours = { ...explanation, version: { ...explanation.version, place: plain.place } };
    const turn = { ...plain, asked, place: asked.place };
    const retrieval = {
      ...retrievalOf({}, () => today),
      search: async (_: string, { place }: { place: string }) => (place === plain.place ? [ours] : []),
    };
    const result = await retrieve.run(turn, { ...ports, retrieval });
    expect(result).toMatchObject({ kind: "continue", turn: { hits: [{ version: { title: "夜市条例" }, score: 3 }] } });
  });
});
