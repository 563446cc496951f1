import { describe, expect, it } from "vitest";
import { openCuratedFinder } from "../../../src/answer/curated/finder.js";
import type { Ports, Turn } from "../../../src/answer/step.js";
import { curated } from "../../../src/answer/steps/curated.js";
import { situate } from "../../../src/answer/steps/situate.js";
import type { Place } from "../../../src/domain/place.js";
import { conversationPorts, turnOf } from "../../fixtures/conversation.js";
import { curatedStreet, stallDraft } from "../../fixtures/curated.js";

async function opened() {
  const street = await curatedStreet();
  street.desk.approve(street.desk.add(stallDraft, "李经办"), "王主任");
  const finder = openCuratedFinder(street.parts);
  const ports: Ports = { ...conversationPorts(), retrieval: street.retrieval, curated: finder };
  const run = (text: string, known: Partial<Turn> = {}) => {
    const situated = situate.run(turnOf(text, known), ports);
    if (situated.kind !== "continue") throw new Error("situate replied");
    return curated.run(situated.turn, ports);
  };
  return { ...street, ports, run };
}

describe("the step curated", () => {
  it("says the reviewed answer with its sources, as an extractive one would be said", async () => {
    const { run, ports } = await opened();
    const source = "[1] 《木棉街道便民摊位管理规定》第二条（2026年2月1日起施行）";
    expect(await run(stallDraft.question)).toMatchObject({
      kind: "reply",
      status: "answer 1",
      curated: 1,
      reply: {
        kind: "answer",
        outcome: "answered",
        generated: false,
        text: [stallDraft.answer, "", ports.knowledge.answerWordings.sources, source].join("\n"),
        citations: [{ n: 1, document: "木棉街道便民摊位管理规定", article: "第二条", status: "in_force", effectiveFrom: "2026-02-01" }],
      },
    });
  });

  it("goes on where no reviewed question is asked", async () => {
    const { run } = await opened();
    expect(await run("物业费可以不交吗")).toMatchObject({ kind: "continue", status: "none" });
  });

  it("goes on where another place or another day is asked about, of which the answer does not hold", async () => {
    const { run } = await opened();
    expect(await run(`湖南省${stallDraft.question}`, { place: "湖南省" as Place })).toMatchObject({ kind: "continue" });
    expect(await run("2025年的时候，想在便民摊位摆摊，要交什么材料？")).toMatchObject({ kind: "continue" });
    expect(await run(stallDraft.question, { place: "香港特别行政区" as Place })).toMatchObject({ kind: "continue" });
  });

  it("goes on where the guard finds anything wrong with what was kept", async () => {
    const { run, ports } = await opened();
    const find = ports.curated.find;
    (ports as { curated: Ports["curated"] }).curated = {
      find: async (question, where) => {
        const found = await find(question, where);
        return found && { ...found, answer: { ...found.answer, answer: "街道办7个工作日内答复您。[1]" } };
      },
    };
    expect(await run(stallDraft.question)).toMatchObject({ kind: "continue", status: "answer 1: number_without_source" });
  });
});
