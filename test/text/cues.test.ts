import { describe, expect, it } from "vitest";
import { cueFinder } from "../../src/text/cues.js";

const found = (cues: readonly string[], text: string) =>
  cueFinder(cues)(text)
    .map(({ cue }) => cue)
    .sort();

describe("cueFinder", () => {
  it("finds each place of a word", () => {
    expect(cueFinder(["井盖"])("井盖没了，又是井盖")).toEqual([
      { cue: "井盖", start: 0, end: 2 },
      { cue: "井盖", start: 7, end: 9 },
    ]);
  });

  it("lets a longer word hide the shorter ones inside it", () => {
    expect(found(["保险", "工伤保险", "工伤"], "工伤保险谁来交")).toEqual(["工伤保险"]);
    expect(found(["保险", "工伤保险", "工伤"], "工伤，没有保险")).toEqual(["保险", "工伤"].sort());
  });

  it("keeps words that overlap without one lying in the other", () => {
    expect(found(["消防通道", "通道堵塞"], "消防通道堵塞")).toEqual(["消防通道", "通道堵塞"].sort());
  });

  it("spans a gap within a sentence, not beyond", () => {
    expect(found(["电线…火花"], "电线掉在路上直冒火花")).toEqual(["电线…火花"]);
    expect(found(["电线…火花"], "电线断了。看见火花")).toEqual([]);
    expect(found(["电线…火花"], "电线从三楼阳台一直拖到对面的小卖部门口冒火花")).toEqual([]);
    expect(found(["红…黄…绿"], "红的黄的绿的")).toEqual(["红…黄…绿"]);
  });

  it("finds nothing in nothing", () => {
    expect(found([], "路灯")).toEqual([]);
    expect(found(["路灯"], "")).toEqual([]);
  });
});
