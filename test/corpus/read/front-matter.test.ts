import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../src/corpus/read/front-matter.js";

const file = (...fields: readonly string[]) => ["---", ...fields, "---", "", "# 标题", "正文。"].join("\n");

describe("front matter", () => {
  it("gives its fields and leaves the rest as the text", () => {
    const { frontMatter, body } = readFrontMatter(
      file("title: 停水通知", "kind: notice", "place: 广东省", "documentNumber: 木棉办〔2026〕3号"),
    );
    expect(frontMatter).toMatchObject({ title: "停水通知", kind: "notice", place: "广东省", documentNumber: "木棉办〔2026〕3号" });
    expect(body).toBe("\n# 标题\n正文。");
  });

  it("is not there in a file that does not begin with it", () => {
    const text = "# 标题\n\n---\n\n第二部分";
    expect(readFrontMatter(text)).toEqual({ frontMatter: {}, body: text });
  });

  it("may be empty", () => {
    expect(readFrontMatter("---\n---\n正文。")).toMatchObject({ frontMatter: {}, body: "正文。" });
  });

  it("ends at its own fence and not at a later rule", () => {
    expect(readFrontMatter("---\ntitle: 甲\n---\n上\n---\n下").body).toBe("上\n---\n下");
  });

  it("may stand alone, without a text behind it", () => {
    expect(readFrontMatter("---\ntitle: 甲\n---")).toMatchObject({ frontMatter: { title: "甲" }, body: "" });
  });

  it("keeps a date without quotes as it is written", () => {
    expect(readFrontMatter(file("publishedOn: 2026-03-02")).frontMatter.publishedOn).toBe("2026-03-02");
  });

  it("reads a number as the text of a title", () => {
    expect(readFrontMatter(file("title: 12345")).frontMatter.title).toBe("12345");
  });

  it("takes one category or several", () => {
    expect(readFrontMatter(file("categories: 户籍")).frontMatter.categories).toEqual(["户籍"]);
    expect(readFrontMatter(file("categories: [户籍, 居住证]")).frontMatter.categories).toEqual(["户籍", "居住证"]);
  });

  it("takes null for what is not known", () => {
    expect(readFrontMatter(file("effectiveTo: null", "issuer: null")).frontMatter).toMatchObject({ effectiveTo: null, issuer: null });
  });
});

describe("front matter that cannot be read", () => {
  it.each([
    ["is not closed", "---\ntitle: 停水通知\n\n# 标题\n正文。", "document_front_matter"],
    ["is no YAML", file('title: "停水'), "document_front_matter"],
    ["is a list", file("- 甲", "- 乙"), "document_front_matter"],
    ["has a kind that there is not", file("kind: decree"), "document_unknown_kind"],
    ["has a day that no calendar has", file("effectiveFrom: 2026-02-30"), "document_impossible_date"],
    ["has a date in another form", file("publishedOn: 2026年3月2日"), "document_impossible_date"],
    ["has a number for a date", file("publishedOn: 20260302"), "document_front_matter"],
  ])("%s", (_, text, code) => {
    expect(() => readFrontMatter(text)).toThrow(expect.objectContaining({ code }));
  });

  it("names the field and what is wrong with it", () => {
    expect(() => readFrontMatter(file("effectiveFrom: 2026-02-30"))).toThrow(/effectiveFrom.*2026-02-30/);
  });

  it("names the kinds that there are", () => {
    expect(() => readFrontMatter(file("kind: decree"))).toThrow(/service_guide/);
  });
});
