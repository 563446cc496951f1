import { describe, expect, it } from "vitest";
import { whatIsAsked } from "../../../src/answer/asked.js";
import { notesOn, replacedNote } from "../../../src/answer/compose/notes.js";
import { plainDate } from "../../../src/domain/plain-date.js";
import { conversationPorts, turnOf } from "../../fixtures/conversation.js";
import { hitOf } from "../../fixtures/hits.js";

const { knowledge } = conversationPorts();

/** What is said before an answer from one text; `status` is how that text stands today. */
function noteOn(question: string, from = 20_100_101, status: "in_force" | "repealed" = "in_force"): string {
  const { place, asOf } = turnOf(question);
  const asked = whatIsAsked(question, place, asOf, knowledge);
  const { version } = hitOf("夜市法", "第一条 夜市摊位先登记。", { version: { from } });
  return notesOn(asked, [version], knowledge.answerWordings, { statusOf: () => status });
}

describe("before an answer", () => {
  it("nothing is said when it is asked for here and today", () => {
    expect(noteOn("夜市要登记吗")).toBe("");
  });

  it("the day is said in the resident's words, and that it is still so", () => {
    expect(noteOn("2020年的时候夜市要登记吗")).toMatch(/“2020年”.*现在也有效/);
  });

  it("a rule that has changed since is said to be of then", () => {
    expect(noteOn("2020年的时候夜市要登记吗", 20_100_101, "repealed")).toMatch(/“2020年”.*已经不一样/);
  });

  it("a rule that began within the period is said to have", () => {
    expect(noteOn("2020年的时候夜市要登记吗", 20_200_701)).toContain("才开始施行");
    expect(noteOn("2020年的时候夜市要登记吗", 20_200_101)).not.toContain("才开始施行");
  });

  it("a future day is said to be judged by what is published", () => {
    expect(noteOn("明年开始夜市要登记吗")).toMatch(/“明年开始”.*已经公布/);
  });

  it("another place is named, and that it may have rules of its own", () => {
    expect(noteOn("北京的夜市要登记吗")).toMatch(/北京.*更细的规定/);
  });
});

describe("a text that has a newer one, in force and not collected", () => {
  const words = { replacedSince: "《{title}》有新文本" };
  const replaced = { title: "夜市条例", by: "夜市条例（2025年修订）", effectiveFrom: plainDate("2025-05-10") };
  const since = (certainty: "certain" | "to_confirm") => ({
    collectionEndsOn: plainDate("2025-04-30"),
    replaced: [{ ...replaced, certainty }],
  });
  const citation = { document: "夜市条例", effectiveFrom: plainDate("2010-01-01") } as Parameters<typeof replacedNote>[0][number];
  const noted = (certainty: "certain" | "to_confirm", asOf: string, cited = [citation]) =>
    replacedNote(cited, since(certainty), plainDate(asOf), words);

  it("is warned of before it is quoted, when that is certain", () => {
    expect(noted("certain", "2026-11-23")).toBe("《夜市条例》有新文本");
    expect(noted("to_confirm", "2026-11-23")).toBe("");
  });

  it("is not on a day before the newer one, nor where nothing is cited", () => {
    expect(noted("certain", "2025-05-09")).toBe("");
    expect(noted("certain", "2026-11-23", [])).toBe("");
  });
});
