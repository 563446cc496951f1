import { describe, expect, it } from "vitest";
import { inferMetadata } from "../../../src/corpus/infer/metadata.js";
import { type FrontMatter, readFrontMatter } from "../../../src/corpus/read/front-matter.js";
import { gazetteer, officePlace } from "../../fixtures/corpus.js";

const infer = (body: string, path: string, frontMatter: FrontMatter = {} as FrontMatter) =>
  inferMetadata(frontMatter, body, path, gazetteer, officePlace);
const metadata = (body: string, path: string) => infer(body, path).metadata;

/** A text as law collections write it: title, history, text. */
const law = (title: string, history: readonly string[], ...lines: readonly string[]) =>
  [`# ${title}`, "", ...history, "", "<!-- INFO END -->", "", ...lines].join("\n");
const ends = "第九条 本条例自2022年1月1日起施行。";

describe("the title", () => {
  it("is the heading, without white space", () => {
    expect(metadata("# 集市 管理\u3000办法\n\n正文。", "a.md").title).toBe("集市管理办法");
  });

  it("is the first line where there is no heading", () => {
    expect(metadata("\n停水通知\n各位居民：明天停水。", "a.txt").title).toBe("停水通知");
  });

  it("is the file's name, without its date, where the first line is a paragraph", () => {
    expect(metadata("各位居民，".repeat(20), "停水通知（2026-11-02）.txt").title).toBe("停水通知");
  });

  it("joins a code's name and its book's", () => {
    expect(metadata("# 集市法典\n\n# 第一编 总则\n\n第一条 略。", "a.md").title).toBe("集市法典·第一编总则");
  });

  it("is the front matter's where that names one", () => {
    const { frontMatter, body } = readFrontMatter("---\ntitle: 停水\n---\n# 停水通知\n正文。");
    expect(infer(body, "a.md", frontMatter)).toMatchObject({
      metadata: { title: "停水" },
      inferred: expect.not.arrayContaining(["title"]),
    });
  });
});

describe("the kind", () => {
  it.each([
    ["行政法规/集市条例.md", "集市条例", "administrative_regulation"],
    ["DLC/广东地方法规/地方性法规/广东/集市条例.md", "集市条例", "local_regulation"],
    ["司法解释/集市纠纷解释.md", "关于集市纠纷的解释", "judicial_interpretation"],
    ["部门规章/集市办法.md", "集市办法", "rule"],
    ["集市法.md", "中华人民共和国集市法", "law"],
    ["集市条例.md", "广东省集市条例", "local_regulation"],
    ["集市条例.md", "中华人民共和国集市条例", "administrative_regulation"],
    ["集市办法.md", "木棉街道集市管理办法", "normative_document"],
    ["集市.md", "摆摊登记办事指南", "service_guide"],
    ["集市.md", "集市政策解读", "interpretation"],
    ["集市.md", "木棉街道信息公开年度报告", "disclosure"],
    ["集市.md", "关于集市搬迁的通知", "notice"],
    ["集市.md", "集市常见问题", "faq"],
    ["社区/温馨提示.md", "请收好阳台杂物", "notice"],
  ])("of %s 《%s》 is %s", (path, title, kind) => {
    expect(metadata(`# ${title}\n\n正文。`, path).kind).toBe(kind);
  });
});

describe("the place", () => {
  const folder = "DLC/广东地方法规/地方性法规/广东";

  it.each([
    [`${folder}/江门市集市条例(2021-12-01).md`, "江门市集市条例", "广东省/江门市"],
    [`${folder}/深圳经济特区集市条例.md`, "深圳经济特区集市条例", "广东省/深圳市"],
    [`${folder}/广东省集市条例.md`, "广东省集市条例", "广东省"],
    [`${folder}/集市条例.md`, "集市条例", "广东省"],
    [`${folder}/乳源瑶族自治县集市条例.md`, "乳源瑶族自治县集市条例", "广东省/乳源瑶族自治县"],
    [`${folder}/关于市区集市的决定.md`, "关于市区集市的决定", "广东省"],
    ["行政法规/集市条例.md", "集市条例", "全国"],
    ["湛江市集市条例.md", "湛江市集市条例", "广东省/湛江市"],
    ["集市法.md", "中华人民共和国集市法", "全国"],
  ])("of %s is read from path and title", (path, title, place) => {
    expect(metadata(law(title, ["2021年12月1日 通过"], ends), path).place).toBe(place);
  });

  it.each(["集市通知.md", "社区/集市通知.md"])("of %s, which names none, is the office's", (path) => {
    expect(metadata("# 集市搬迁通知\n\n集市下周搬到河边。", path).place).toBe(officePlace);
  });
});

describe("the dates", () => {
  it("are the history's and the text's", () => {
    expect(metadata(law("集市条例", ["2021年9月24日 通过"], ends), "行政法规/a.md")).toMatchObject({
      publishedOn: "2021-09-24",
      effectiveFrom: "2022-01-01",
    });
  });

  it("are the history's before the name's: names are believed least", () => {
    expect(metadata(law("集市条例", ["2021年9月24日 通过"], "第一条 略。"), "行政法规/集市条例(2021-12-01).md").publishedOn).toBe(
      "2021-09-24",
    );
  });

  it("are the name's where the history tells none", () => {
    expect(metadata(law("集市条例", [], "第一条 略。"), "行政法规/集市条例(2021-12-01).md")).toMatchObject({
      publishedOn: "2021-12-01",
      effectiveFrom: "2021-12-01",
    });
  });

  it("are not a name's that no calendar has", () => {
    expect(metadata(law("集市条例", [], "第一条 略。"), "行政法规/集市条例(2021-02-30).md").publishedOn).toBeNull();
  });

  it("begin with the amendment when an amended text keeps its old date", () => {
    const amended = law("集市条例", ["2001年6月1日 通过", "2019年8月2日 修正"], "第九条 本条例自2001年10月1日起施行。");
    expect(metadata(amended, "行政法规/a.md").effectiveFrom).toBe("2019-08-02");
  });

  it("begin with the amendment's publication where front matter tells it", () => {
    const { frontMatter, body } = readFrontMatter("---\npublishedOn: 2026-03-02\n---\n# 集市办法\n第九条 本办法自2019年1月1日起施行。");
    expect(infer(body, "a.md", frontMatter).metadata.effectiveFrom).toBe("2026-03-02");
  });

  it("are read in Chinese digits", () => {
    const old = law("集市条例", ["2001年11月29日 通过"], "第九条 本条例自二〇〇二年一月一日起施行。");
    expect(metadata(old, "行政法规/a.md").effectiveFrom).toBe("2002-01-01");
  });

  it("of an interpretation are not those of the text that it explains", () => {
    const { frontMatter, body } = readFrontMatter(
      "---\nkind: interpretation\npublishedOn: 2026-03-02\n---\n# 集市条例解读\n\n## 何时生效？\n\n条例自2027年1月1日起施行，《集市办法》同时废止。",
    );
    expect(infer(body, "a.md", frontMatter)).toMatchObject({ metadata: { effectiveFrom: "2026-03-02" }, repeals: [] });
  });

  it("are unknown where nothing tells them", () => {
    expect(metadata("# 集市通知\n\n集市下周搬到河边。", "a.md")).toMatchObject({ publishedOn: null, effectiveFrom: null });
  });
});

describe("the text itself", () => {
  it("begins behind title and history", () => {
    const body = law("集市条例", ["2021年9月24日 通过"], "第一条 略。");
    expect(body.slice(infer(body, "行政法规/a.md").bodyStart).trim()).toBe("第一条 略。");
  });

  it("says what it abolishes", () => {
    const body = law("集市条例", ["2021年9月24日 通过"], "第九条 本条例自2022年1月1日起施行，《集市办法》同时废止。");
    expect(infer(body, "行政法规/a.md").repeals).toEqual([{ title: "集市办法", on: "2022-01-01" }]);
  });
});

describe("a book of the civil code", () => {
  it("took effect with the code, which its own text does not say", () => {
    const body = law("中华人民共和国民法典", ["# 集市编", "2020年5月28日 第十三届全国人民代表大会第三次会议通过"], "第一条 略。");
    expect(metadata(body, "民法典/集市编.md")).toMatchObject({ publishedOn: "2020-05-28", effectiveFrom: "2021-01-01" });
  });
});
