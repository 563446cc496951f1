import { describe, expect, it } from "vitest";
import { datesIn, latestEnactment, repealsIn, statedEffect } from "../../../src/corpus/infer/history.js";

describe("the dates of a text", () => {
  it("stand in their order", () => {
    expect(datesIn("2019年3月2日通过，2021年12月1日修正")).toEqual(["2019-03-02", "2021-12-01"]);
  });

  it("are days that a calendar has", () => {
    expect(datesIn("2021年2月30日、2021年13月1日")).toEqual([]);
  });
});

describe("the enactment history", () => {
  it("gives the latest of its dates, in whatever order they stand", () => {
    expect(latestEnactment("2021年12月1日 第二次修正\n1998年9月18日 通过\n2008年11月28日 第一次修正")).toBe("2021-12-01");
  });

  it("gives nothing when it names no date", () => {
    expect(latestEnactment("市人民代表大会常务委员会通过")).toBeNull();
  });
});

describe("the day from which a text holds", () => {
  it.each([
    ["第九条 本办法自2022年1月1日起施行。", "2022-01-01"],
    ["第九条 本办法从2022年1月1日起实施。", "2022-01-01"],
    ["本通知于2022年1月1日起执行。", "2022-01-01"],
    ["本规定自2022年1月1日零时起生效。", "2022-01-01"],
    ["第三十条 本条例自二〇〇二年一月一日起施行。", "2002-01-01"],
    ["第三十条 本条例自二○○二年十月二十一日起施行。", "2002-10-21"],
    ["第三十条 本条例自二零一二年十二月三十日起施行。", "2012-12-30"],
  ])("is what %s says", (text, date) => {
    expect(statedEffect("", text)).toBe(date);
  });

  it("is not said by 自公布之日起", () => {
    expect(statedEffect("", "本办法自公布之日起施行。")).toBeNull();
  });

  it("may stand in the history", () => {
    expect(statedEffect("1994年12月6日 印发\n1995年1月1日 施行", "第十九条 本规定由街道解释。")).toBe("1995-01-01");
  });

  it("is the later one where history and text differ", () => {
    expect(statedEffect("2016年5月1日 施行", "本条例自2008年3月1日起施行。")).toBe("2016-05-01");
  });

  it("is not the day of the text that this one replaces", () => {
    expect(statedEffect("", "本办法自2022年1月1日起施行。自2010年5月1日起施行的《集市管理办法》同时废止。")).toBe("2022-01-01");
  });
});

describe("what a text abolishes", () => {
  it("is the title of its closing article, on the day named there", () => {
    expect(repealsIn("第二十条 本办法自2022年1月1日起施行，《集市管理办法》同时废止。")).toEqual([
      { title: "集市管理办法", on: "2022-01-01" },
    ]);
  });

  it("has no day of its own where the clause names none", () => {
    expect(repealsIn("第二十条 本办法自公布之日起施行。《集市管理办法》即行废止。")).toEqual([{ title: "集市管理办法", on: null }]);
  });

  it("may be several titles", () => {
    const clause = "本办法自2022年1月1日起施行，《集市管理办法》、《摊位收费规定》和《夜市守则》同时废止。";
    expect(repealsIn(clause).map(({ title }) => title)).toEqual(["集市管理办法", "摊位收费规定", "夜市守则"]);
  });

  it("may be a title with a title in it", () => {
    expect(repealsIn("《实施〈集市条例〉办法》、《关于《夜市条例》的解释》同时废止。").map(({ title }) => title)).toEqual([
      "实施〈集市条例〉办法",
      "关于《夜市条例》的解释",
    ]);
  });

  it("ends on the clause's day and not on the day from which the abolished text held", () => {
    expect(repealsIn("本办法自2022年1月1日起施行。自2010年5月1日起施行的《集市管理办法》同时废止。")).toEqual([
      { title: "集市管理办法", on: "2022-01-01" },
    ]);
  });

  it("may be said with 自…之日起", () => {
    expect(repealsIn("《集市管理办法》自本办法施行之日起废止。")).toEqual([{ title: "集市管理办法", on: null }]);
  });

  it("is what a decision names, a line each", () => {
    expect(repealsIn("一、废止《集市管理办法》（1992年9月1日通过）\n二、废止《夜市守则》")).toEqual([
      { title: "集市管理办法", on: null },
      { title: "夜市守则", on: null },
    ]);
  });

  it("is no title of another sentence", () => {
    expect(repealsIn("依照《行政许可法》办理。《集市管理办法》同时废止。").map(({ title }) => title)).toEqual(["集市管理办法"]);
  });

  it.each([
    ["a rule about abolishing", "规范性文件的制定、修改和废止，适用《文件管理办法》的规定。"],
    ["a history line that names a decision", "2013年7月18日 《关于废止和修改部分规定的决定》第一次修订"],
    ["a term that runs out by itself", "《集市管理办法》有效期五年，期满自行废止。"],
    ["texts without a title", "过去有关集市的规定，凡与本办法不一致的，同时废止。"],
  ])("is nothing in %s", (_, text) => {
    expect(repealsIn(text)).toEqual([]);
  });
});
