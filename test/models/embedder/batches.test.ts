import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batchesByLength } from "../../../src/models/embedder/batches.js";

describe("batches by length", () => {
  it("put texts of like length together, the longest first", () => {
    const texts = ["一", "一二三四", "一二", "一二三四"];
    expect(batchesByLength(texts, [0, 1, 2, 3], { texts: 2, characters: 100 })).toEqual([
      [1, 3],
      [2, 0],
    ]);
  });

  it("count every text as long as the longest beside it", () => {
    expect(batchesByLength(["一二三四", "一", "一"], [0, 1, 2], { texts: 9, characters: 8 })).toEqual([[0, 1], [2]]);
  });

  it("leave out what is not wanted", () => {
    expect(batchesByLength(["一", "", "二"], [0, 2], { texts: 9, characters: 9 })).toEqual([[0, 2]]);
  });

  it("hold every text once and keep the limits, save for one that is too long alone", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 30 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 60 }),
        (texts, most, characters) => {
          const batches = batchesByLength(texts, [...texts.keys()], { texts: most, characters });
          expect(batches.flat().sort((a, b) => a - b)).toEqual([...texts.keys()]);
          for (const batch of batches) {
            const longest = Math.max(...batch.map((index) => texts[index]?.length ?? 0));
            expect(batch.length).toBeLessThanOrEqual(most);
            if (batch.length > 1) expect(batch.length * longest).toBeLessThanOrEqual(characters);
          }
        },
      ),
    );
  });
});
