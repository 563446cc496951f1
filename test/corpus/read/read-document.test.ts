import { describe, expect, it } from "vitest";
import { fingerprint, readDocument } from "../../../src/corpus/read/read-document.js";
import { gazetteer, guideElements, officePlace, streetRule } from "../../fixtures/corpus.js";

const read = (text: string, path = "规定.md") =>
  readDocument(new TextEncoder().encode(text), path, { gazetteer, guideElements, officePlace });

describe("a document", () => {
  it("has metadata, text and chunks that are verbatim in the text", () => {
    const document = read(streetRule("木棉街道晾晒规定", ["第一条 公共晾晒架先到先用。", "第二条 晾晒架每周检修。"]));
    expect(document.metadata).toMatchObject({ title: "木棉街道晾晒规定", kind: "normative_document", publishedOn: "2026-01-05" });
    expect(document.chunks.map(({ article }) => article)).toEqual(["第一条", "第二条"]);
    for (const { start, text } of document.chunks) expect(document.text.slice(start, start + text.length)).toBe(text);
  });

  it("says which fields its front matter did not give", () => {
    expect(read(streetRule("木棉街道晾晒规定", ["第一条 公共晾晒架先到先用。"])).inferred).toEqual(["effectiveFrom"]);
  });

  it("is known by its bytes", () => {
    expect(fingerprint(new TextEncoder().encode("abc"))).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("offers its uncertain characters by their offsets", () => {
    const document = read("# 停水通知\n\n明天上午九点\ufffd\ufffd停水。");
    expect(document.uncertain.map(({ start, end }) => document.text.slice(start, end))).toEqual(["\ufffd\ufffd"]);
  });

  it("needs a text behind its front matter", () => {
    expect(() => read("---\ntitle: 空通知\n---\n\n  \n")).toThrow(expect.objectContaining({ code: "document_empty" }));
  });

  it("needs a place that there is", () => {
    expect(() => read(streetRule("规定", ["第一条 略。"], { place: "火星" }))).toThrow(expect.objectContaining({ code: "unknown_place" }));
  });
});
