import { describe, expect, it } from "vitest";
import { composeGuide, guideFor } from "../../../src/answer/compose/guide.js";
import { chunkText } from "../../../src/corpus/chunk/chunk.js";
import { nation } from "../../../src/domain/place.js";
import { plainDate } from "../../../src/domain/plain-date.js";
import type { Hit } from "../../../src/retrieval/index.js";
import { guideElements } from "../../fixtures/corpus.js";
import { hitOf } from "../../fixtures/hits.js";
import { noRetrieval } from "../../fixtures/no-retrieval.js";
import { sampleKnowledge } from "../../fixtures/request-dialog.js";

const knowledge = sampleKnowledge();

/** What a guide of this text answers. */
function answer(text: string, question: string) {
  const chunks = chunkText(text, 0, "service_guide", guideElements);
  const hits = chunks.map((chunk, position) =>
    hitOf("灯会登记办事指南", chunk.text, { version: { kind: "service_guide" }, chunk: { ...chunk, position } }),
  );
  const retrieval = { ...noRetrieval, passages: () => hits.map(({ chunk }) => chunk), documentText: () => text };
  return composeGuide(hits[0] as Hit, { question, place: nation, asOf: plainDate("2026-11-23"), knowledge, retrieval });
}

const plain = "申请条件：住在本街道\n申请材料：身份证、照片\n办理地点：二楼\n办理时限：三天\n收费标准：不收费\n咨询电话：0700-0000100";
const headed = "## 申请条件\n\n住在本街道。\n\n## 所需材料\n\n- 身份证\n- 照片\n\n## 办理地点\n\n二楼。\n\n## 办理时间\n\n上午，三天办好。";

describe("a guide answers the element that is asked for", () => {
  it.each([
    ["要多久", "多久办好[1]：\n三天"],
    ["要手续费吗，收费吗", "要不要钱[1]：\n不收费"],
    ["打什么电话", "打电话问[1]：\n0700-0000100"],
    ["谁可以办", "谁可以办[1]：\n住在本街道"],
  ])("%s", (question, said) => {
    expect(answer(plain, question)?.text).toContain(said);
  });

  it("the papers under whatever name, with the place", () => {
    const composed = answer(headed, "要带什么");
    expect(composed?.text).toContain("要带的材料[1]：\n· 身份证\n· 照片");
    expect(composed?.text).toContain("到哪里办[2]：\n二楼。");
  });

  it("from another element where it has none of its own", () => {
    expect(answer(headed, "几天办好")?.text).toContain("什么时候办[1]：\n上午，三天办好。");
  });

  it("once, where one element holds two that are asked for", () => {
    const text = "一、办理时间、地点\n上午，二楼\n二、办理材料\n身份证\n三、办理流程\n填表";
    expect(answer(text, "在哪里办，几点上班")?.citations).toHaveLength(1);
  });

  it("all of it, where it is a table of several rows", () => {
    const text =
      "## 办理材料\n\n| 名称 | 份数 |\n| --- | --- |\n| 身份证 | 一份 |\n| 照片 | 两张 |\n\n## 申请条件\n\n住在本街道。\n\n## 收费\n\n无";
    expect(answer(text, "要带什么")?.text).toContain("· 名称：身份证；份数：一份\n· 名称：照片；份数：两张");
  });

  it("from a table of names and values", () => {
    const text = "| 申请条件 | 住在本街道 |\n| --- | --- |\n| 办理材料 | 身份证 |\n| 办理地点 | 二楼 |";
    expect(answer(text, "要带什么")?.text).toContain("要带的材料[1]：\n身份证");
  });

  it("and quotes it verbatim", () => {
    for (const { quote } of answer(plain, "要带什么")?.citations ?? []) expect(plain).toContain(quote);
  });
});

describe("a guide that does not say what is asked for", () => {
  it("answers nothing", () => {
    expect(answer(headed, "打什么电话")).toBeNull();
  });
});

describe("a guide is preferred", () => {
  const guide = hitOf("灯会登记办事指南", "身份证", { score: 0.8, titleCoverage: 0.5, version: { kind: "service_guide" } });
  const law = hitOf("灯会条例", "第一条 先登记。", { score: 1 });
  const preferred = (question: string) => guideFor([law, guide], { question, knowledge });

  it("when somebody wants to get a thing done", () => {
    expect(preferred("灯会登记要带什么材料")).toBe(guide);
    expect(preferred("灯会登记几天能办好")).toBe(guide);
  });

  it("not when somebody asks what the rule is", () => {
    expect(preferred("灯会摊位违规罚多少")).toBeNull();
  });
});
