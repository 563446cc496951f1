import { describe, expect, it } from "vitest";
import { byPrecedence } from "../../../src/answer/compose/precedence.js";
import { hitOf } from "../../fixtures/hits.js";

const of = (title: string, place: string, score: number, from = 20_100_101) =>
  hitOf(title, "第一条 夜市摊位先登记。", { score, version: { place, from } });
const titles = (hits: Parameters<typeof byPrecedence>[0]) => byPrecedence(hits, 0.75).map(({ version }) => version.title);

describe("where several texts speak of one matter", () => {
  it("the more local comes first, with the higher ones beside it", () => {
    const hits = [
      of("夜市法", "全国", 10),
      of("集市法", "全国", 9),
      of("广东省夜市条例", "广东省", 8),
      of("江门市夜市条例", "广东省/江门市", 8),
    ];
    expect(titles(hits)).toEqual(["江门市夜市条例", "广东省夜市条例", "夜市法", "集市法"]);
  });

  it("the newer comes first among those of one level", () => {
    expect(titles([of("夜市办法", "全国", 10, 20_050_101), of("夜市条例", "全国", 9, 20_200_101)])).toEqual(["夜市条例", "夜市办法"]);
  });

  it("a law's implementing measures count as of its matter", () => {
    expect(titles([of("夜市法", "全国", 10), of("广东省实施《夜市法》办法", "广东省", 9)])).toEqual(["广东省实施《夜市法》办法", "夜市法"]);
  });
});

describe("the order of the search stays", () => {
  it("for a more local text that speaks of the question much less", () => {
    expect(titles([of("夜市法", "全国", 10), of("广东省夜市条例", "广东省", 7)])).toEqual(["夜市法", "广东省夜市条例"]);
  });

  it("for texts of different matters", () => {
    expect(titles([of("夜市法", "全国", 10), of("广东省集市条例", "广东省", 9)])).toEqual(["夜市法", "广东省集市条例"]);
  });

  it("for an explanation, which names its law itself", () => {
    const explanation = hitOf("夜市政策解读", "要登记。", { score: 10, chunk: { article: null } });
    expect(titles([explanation, of("广东省夜市条例", "广东省", 9)])).toEqual(["夜市政策解读", "广东省夜市条例"]);
    expect(titles([])).toEqual([]);
  });
});
