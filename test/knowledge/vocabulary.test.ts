import { describe, expect, it } from "vitest";
import { loadVocabulary, readVocabulary } from "../../src/knowledge/vocabulary.js";
import { knowledgeFolder } from "../../src/paths.js";
import { writeFiles } from "../fixtures/corpus.js";
import { temporaryFolder } from "../fixtures/home.js";

/** The vocabulary of these files, by their names without ending. */
function load(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  writeFiles(folder, Object.fromEntries(Object.entries(files).map(([name, content]) => [`vocabulary/${name}.yml`, content])));
  return loadVocabulary(folder);
}

describe("the vocabulary", () => {
  it("gives the official words for an everyday one", () => {
    const vocabulary = load({ a: "- { say: [执笠, 关门], mean: [破产, 清算] }" });
    expect(vocabulary.officialWordsFor("茶餐厅执笠了")).toEqual([
      { word: "破产", weight: 1 },
      { word: "清算", weight: 1 },
    ]);
  });

  it("gives the everyday words for an official one", () => {
    const vocabulary = load({ a: "- { say: [执笠, 关门], mean: [破产, 清算], weight: 0.5 }" });
    expect(vocabulary.everydayWordsFor("破产怎么申请")).toEqual([
      { word: "执笠", weight: 0.5 },
      { word: "关门", weight: 0.5 },
    ]);
  });

  it("reads every file of its folder", () => {
    const vocabulary = load({ a: "- { say: [单车], mean: [自行车] }", b: "- { say: [阿公], mean: [老年人] }" });
    expect(vocabulary.officialWordsFor("阿公骑单车").map(({ word }) => word)).toEqual(["老年人", "自行车"]);
  });

  it("gives a word that two entries have once, with the higher weight", () => {
    const vocabulary = load({
      a: "- { say: [铺头], mean: [经营场所], weight: 0.3 }\n- { say: [档口], mean: [经营场所], weight: 0.7 }",
    });
    expect(vocabulary.officialWordsFor("铺头和档口")).toEqual([{ word: "经营场所", weight: 0.7 }]);
  });

  it("leaves out a word that stands for itself", () => {
    const vocabulary = load({ a: "- { say: [遗嘱, 遗书], mean: [遗嘱] }" });
    expect(vocabulary.officialWordsFor("写了遗嘱")).toEqual([]);
  });

  it("takes no word for itself inside a longer one that means something else", () => {
    const vocabulary = load({ a: "- { say: [仔], mean: [子女], single: [仔] }\n- { say: [仔细], mean: [] }" });
    expect(vocabulary.officialWordsFor("请仔细看")).toEqual([]);
  });

  it("says nothing of a text that it knows no word of", () => {
    expect(load({ a: "- { say: [单车], mean: [自行车] }" }).officialWordsFor("今天天气好")).toEqual([]);
  });

  it.each([
    ["an entry without anything said", "- { say: [], mean: [破产] }"],
    ["an empty word", '- { say: [""], mean: [破产] }'],
    ["a field that there is not", "- { say: [执笠], means: [破产] }"],
    ["a weight above 1", "- { say: [执笠], mean: [破产], weight: 2 }"],
    ["a weight of nothing", "- { say: [执笠], mean: [破产], weight: 0 }"],
    ["a number that is no text", "- { say: [110], mean: [报警] }"],
    ["no entry", "[]"],
    ["no YAML", "- { say: ["],
  ])("is refused with %s, and names the file", (_, content) => {
    expect(() => load({ good: "- { say: [单车], mean: [自行车] }", wrong: content })).toThrow(
      expect.objectContaining({ code: "knowledge_invalid", message: expect.stringContaining("wrong.yml") }),
    );
  });

  it("is refused when its folder is not there", () => {
    expect(() => loadVocabulary(temporaryFolder())).toThrow(expect.objectContaining({ code: "knowledge_invalid" }));
  });
});

describe("the vocabulary of the repository", () => {
  it("has at least 450 entries and 1,000 words", () => {
    const entries = [...readVocabulary(knowledgeFolder).values()].flat();
    expect(entries.length).toBeGreaterThanOrEqual(450);
    expect(new Set(entries.flatMap(({ say, mean }) => [...say, ...mean])).size).toBeGreaterThanOrEqual(1000);
  });

  const vocabulary = loadVocabulary(knowledgeFolder);

  it.each([
    ["老板三个月没出粮", "拖欠"],
    ["俾人炒鱿鱼有冇得赔", "经济补偿"],
    ["居委同派出所都唔理", "居民委员会"],
    ["执笠之后人工点计", "破产"],
    ["楼上成日漏水", "相邻"],
    ["业委会怎么选", "业主大会"],
    ["差佬查我身份证", "人民警察"],
    ["打12345有用吗", "政务服务便民热线"],
    ["阿妈跌亲入院", "医疗机构"],
  ])("knows in %s what %s is asked by", (question, official) => {
    expect(vocabulary.officialWordsFor(question).map(({ word }) => word)).toContain(official);
  });

  it.each([
    ["请仔细看看", "子女"],
    ["粮食安全", "工资"],
    ["人工智能", "工资"],
    ["罚款1100元", "报警"],
  ])("does not take %s for %s", (text, official) => {
    expect(vocabulary.officialWordsFor(text).map(({ word }) => word)).not.toContain(official);
  });
});
