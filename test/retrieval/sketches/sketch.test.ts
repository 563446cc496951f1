import { describe, expect, it } from "vitest";
import { pairKinds, pairsOf, sketchBuilder } from "../../../src/retrieval/sketches/sketch.js";

function sketchesOf(...texts: readonly string[]) {
  const builder = sketchBuilder();
  for (const text of texts) builder.add(text);
  return builder.finish();
}

describe("the pairs of a text", () => {
  it.each([
    ["夜市摊位", 3],
    ["夜市，摊位", 2],
    ["夜 市", 0],
    ["夜", 0],
    ["", 0],
    ["？！…🙏", 0],
    ["12a", 2],
  ])("%s: %i", (text, count) => {
    expect(pairsOf(text)).toHaveLength(count);
  });

  it("are the same wherever they stand, and others the other way round", () => {
    const [evening, , other] = pairsOf("夜市夜");
    expect([...pairsOf("在夜市")][1]).toBe(evening);
    expect(other).toBeUndefined();
    expect(pairsOf("市夜")[0]).not.toBe(evening);
  });

  it("of all the common characters share numbers seldom", () => {
    const numbers = new Set<number>();
    // 40,000 of the pairs that the first 200 characters of the block make
    for (let first = 0; first < 200; first++)
      for (let second = 0; second < 200; second++) numbers.add(pairsOf(String.fromCharCode(0x4e00 + first, 0x4e00 + second))[0] as number);
    // as many kinds as throwing 40,000 balls into 65,536 bins fills, or more
    expect(numbers.size).toBeGreaterThan(0.95 * pairKinds * (1 - Math.exp(-40_000 / pairKinds)));
  });
});

describe("the sketches of chunks", () => {
  it("hold each pair of a chunk once", () => {
    const { offsets, pairs } = sketchesOf("夜市夜市夜市", "", "摊位");
    expect([...offsets]).toEqual([0, 2, 2, 3]);
    expect([...pairs]).toEqual([...pairsOf("夜市夜"), ...pairsOf("摊位")]);
  });

  it("weigh a pair the more the fewer chunks hold it", () => {
    const { idf } = sketchesOf("夜市", "夜市摊", "市摊位");
    const weightOf = (pair: string) => idf[pairsOf(pair)[0] as number] as number;
    expect(weightOf("摊位")).toBeGreaterThan(weightOf("夜市"));
    expect(weightOf("夜市")).toBeCloseTo(Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5)), 6);
    expect(weightOf("灯箱")).toBeGreaterThan(weightOf("摊位"));
  });

  it("that join a collection are weighed by its statistics", () => {
    const { idf } = sketchesOf("夜市", "摊位");
    const builder = sketchBuilder();
    builder.add("夜市");
    expect(builder.finish(idf).idf).toEqual(idf);
  });

  it("grow beyond their first buffer", () => {
    const texts = Array.from({ length: 300 }, (_, chunk) =>
      Array.from({ length: 400 }, (_, place) => String.fromCharCode(0x4e00 + ((chunk * 977 + place * 31) % 20_000))).join(""),
    );
    const { offsets, pairs } = sketchesOf(...texts);
    expect(offsets).toHaveLength(301);
    expect(pairs.length).toBe(offsets[300]);
    expect(new Set(pairs.subarray(offsets[299], offsets[300]))).toEqual(new Set(pairsOf(texts[299] as string)));
  });

  it("may be none", () => {
    expect(sketchesOf()).toMatchObject({ offsets: Uint32Array.of(0), pairs: new Uint16Array(0) });
  });
});
