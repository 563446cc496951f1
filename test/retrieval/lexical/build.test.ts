import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averageOf, inverseDocumentFrequency, type LexicalStatistics, lexicalBuilder } from "../../../src/retrieval/lexical/build.js";

function indexOf(chunks: readonly (readonly string[])[], joined?: LexicalStatistics) {
  const builder = lexicalBuilder();
  for (const chunk of chunks) builder.add(chunk);
  return builder.finish(joined);
}

const word = fc.constantFrom<string[]>("集市", "摊位", "登记", "收费");
const collection = fc.array(fc.array(word, { maxLength: 8 }), { maxLength: 20 });

describe("a lexical index", () => {
  it("holds for each word the chunks that have it, each once and in order", () => {
    fc.assert(
      fc.property(collection, (chunks) => {
        const index = indexOf(chunks);
        for (const [term, id] of index.termIds) {
          const holding = chunks.flatMap((chunk, number) => (chunk.includes(term) ? [number] : []));
          expect([...index.chunks.subarray(index.offsets[id], index.offsets[id + 1])]).toEqual(holding);
          expect(index.idf[id]).toBeCloseTo(inverseDocumentFrequency(holding.length, chunks.length), 5);
        }
        expect(new Set(index.termIds.keys())).toEqual(new Set(chunks.flat()));
        expect([...index.termIds.values()]).toEqual([...index.termIds.keys()].map((_, id) => id));
        expect([...index.lengths]).toEqual(chunks.map((chunk) => chunk.length));
      }),
    );
  });

  it("counts a word more the oftener it stands in a chunk", () => {
    const { impacts } = indexOf([
      ["集市", "集市", "摊位"],
      ["集市", "摊位", "摊位"],
    ]);
    expect(impacts[0]).toBeGreaterThan(impacts[1] as number);
  });

  it("grows beyond its first buffers", () => {
    const words = Array.from({ length: 70_000 }, (_, number) => `词${number}`);
    const index = indexOf([words, ["词69999"]]);
    expect(index.termIds.size).toBe(70_000);
    expect([...index.chunks.subarray(index.offsets[69_999], index.offsets[70_000])]).toEqual([0, 1]);
  });

  it("is empty without chunks", () => {
    expect(indexOf([])).toMatchObject({ termIds: new Map(), chunks: new Uint32Array(), offsets: Uint32Array.of(0) });
  });
});

describe("chunks that join a collection", () => {
  it("are scored as if they had been there, by its statistics", () => {
    const chunks = [["集市", "集市", "摊位"], ["摊位"], ["登记", "收费", "摊位"]];
    const whole = indexOf(chunks);
    const idfOf = (term: string) => {
      const id = whole.termIds.get(term);
      return id === undefined ? undefined : whole.idf[id];
    };
    const joining = indexOf([chunks[2] as string[]], { chunkCount: 3, averageLength: averageOf(whole.lengths), idf: idfOf });
    for (const [term, id] of joining.termIds) {
      const before = whole.termIds.get(term) as number;
      const last = (whole.offsets[before + 1] as number) - 1;
      expect(joining.impacts[id]).toBeCloseTo(whole.impacts[last] as number, 5);
    }
  });

  it("weigh a word that the collection does not hold by its size", () => {
    const { idf } = indexOf([["夜市"], ["夜市", "摊位"]], { chunkCount: 100, averageLength: 5, idf: () => undefined });
    expect([...idf].map((each) => Number(each.toFixed(4)))).toEqual(
      [inverseDocumentFrequency(2, 100), inverseDocumentFrequency(1, 100)].map((each) => Number(each.toFixed(4))),
    );
  });
});

describe("how rare a word is", () => {
  it("is never negative, and less the more chunks hold it", () => {
    const weights = Array.from({ length: 51 }, (_, held) => inverseDocumentFrequency(held, 50));
    expect(Math.min(...weights)).toBeGreaterThan(0);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  });
});

describe("the mean length of chunks", () => {
  it.each([
    [[3, 5], 4],
    [[], 1],
    [[0, 0], 1],
  ])("of %j is %i", (lengths, mean) => {
    expect(averageOf(lengths)).toBe(mean);
  });
});
