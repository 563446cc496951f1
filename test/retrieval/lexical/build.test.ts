import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lexicalBuilder } from "../../../src/retrieval/lexical/build.js";

function indexOf(chunks: readonly (readonly string[])[]) {
  const builder = lexicalBuilder();
  for (const chunk of chunks) builder.add(chunk);
  return builder.finish();
}

describe("a lexical index", () => {
  it("holds for each word the chunks that have it, each once and in order", () => {
    const word = fc.constantFrom<string[]>("集市", "摊位", "登记", "收费");
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 8 }), { maxLength: 20 }), (chunks) => {
        const index = indexOf(chunks);
        for (const [id, term] of index.terms.entries()) {
          const holding = chunks.flatMap((chunk, number) => (chunk.includes(term) ? [number] : []));
          expect([...index.chunks.subarray(index.offsets[id], index.offsets[id + 1])]).toEqual(holding);
        }
        expect(new Set(index.terms)).toEqual(new Set(chunks.flat()));
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
    expect(index.terms).toHaveLength(70_000);
    expect([...index.chunks.subarray(index.offsets[69_999], index.offsets[70_000])]).toEqual([0, 1]);
  });

  it("is empty without chunks", () => {
    expect(indexOf([])).toMatchObject({ terms: [], chunks: new Uint32Array(), offsets: Uint32Array.of(0) });
  });
});
