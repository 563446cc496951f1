import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bm25, lexicalBuilder } from "../../../src/retrieval/lexical/build.js";
import { lexicalSearcher, type ScoredChunk, type WeightedTerm } from "../../../src/retrieval/lexical/search.js";

const everything = () => true;
const said = (...terms: readonly string[]): WeightedTerm[] => terms.map((term) => ({ term, weight: 1 }));

function searcherOf(chunks: readonly (readonly string[])[]) {
  const builder = lexicalBuilder();
  for (const chunk of chunks) builder.add(chunk);
  return lexicalSearcher(builder.finish(), chunks.length);
}

/** BM25 as the book has it, chunk by chunk. */
function oracle(chunks: readonly (readonly string[])[], query: readonly WeightedTerm[]): ScoredChunk[] {
  const averageLength = chunks.reduce((sum, chunk) => sum + chunk.length, 0) / chunks.length;
  const scored = chunks.map((terms, chunk) => {
    let score = 0;
    for (const { term, weight } of query) {
      const count = terms.filter((each) => each === term).length;
      const holding = chunks.filter((each) => each.includes(term)).length;
      const idf = Math.log(1 + (chunks.length - holding + 0.5) / (holding + 0.5));
      const norm = bm25.k1 * (1 - bm25.b + (bm25.b * terms.length) / averageLength);
      if (count > 0) score += weight * ((idf * count * (bm25.k1 + 1)) / (count + norm));
    }
    return { chunk, score };
  });
  return scored.filter(({ score }) => score > 0);
}

const word = fc.constantFrom("集市", "摊位", "登记", "收费", "夜市", "街道", "居民");
const collection = fc.array(fc.array(word, { maxLength: 12 }), { minLength: 1, maxLength: 25 });
const query = fc.array(fc.record({ term: fc.oneof(word, fc.constant("无此词")), weight: fc.constantFrom(1, 0.6) }), { maxLength: 5 });

describe("the words' search", () => {
  it("scores as BM25 does", () => {
    fc.assert(
      fc.property(collection, query, (chunks, asked) => {
        const expected = new Map(oracle(chunks, asked).map(({ chunk, score }) => [chunk, score]));
        const found = searcherOf(chunks).search(asked, chunks.length, everything);
        expect(found.map(({ chunk }) => chunk).sort()).toEqual([...expected.keys()].sort());
        for (const { chunk, score } of found) expect(score).toBeCloseTo(expected.get(chunk) ?? Number.NaN, 4);
      }),
    );
  });

  it("gives the same best ones for every number that is asked for", () => {
    fc.assert(
      fc.property(collection, query, fc.integer({ min: 1, max: 30 }), (chunks, asked, top) => {
        const searcher = searcherOf(chunks);
        expect(searcher.search(asked, top, everything)).toEqual(searcher.search(asked, chunks.length, everything).slice(0, top));
      }),
    );
  });

  it("orders the best first, and equal ones by their number", () => {
    fc.assert(
      fc.property(collection, query, (chunks, asked) => {
        const found = searcherOf(chunks).search(asked, chunks.length, everything);
        expect(found).toEqual(found.toSorted((a, b) => b.score - a.score || a.chunk - b.chunk));
      }),
    );
  });

  it("leaves out what is not allowed, without a gap", () => {
    fc.assert(
      fc.property(collection, query, fc.integer({ min: 1, max: 10 }), (chunks, asked, top) => {
        const searcher = searcherOf(chunks);
        const isEven = (chunk: number) => chunk % 2 === 0;
        const expected = searcher.search(asked, chunks.length, everything).filter(({ chunk }) => isEven(chunk));
        expect(searcher.search(asked, top, isEven)).toEqual(expected.slice(0, top));
      }),
    );
  });

  it("remembers nothing of the search before", () => {
    const searcher = searcherOf([["集市"], ["夜市"], ["集市", "夜市"]]);
    const before = searcher.search(said("集市"), 3, everything);
    searcher.search(said("夜市", "集市"), 3, everything);
    expect(searcher.search(said("集市"), 3, everything)).toEqual(before);
  });

  it("takes the first of equal ones when only some fit", () => {
    const found = searcherOf([["集市"], ["集市"], ["集市"], ["夜市"]]).search(said("集市"), 2, everything);
    expect(found.map(({ chunk }) => chunk)).toEqual([0, 1]);
  });

  it("finds nothing for words that no chunk holds", () => {
    expect(searcherOf([["集市"]]).search(said("游泳馆"), 5, everything)).toEqual([]);
  });

  it("finds nothing where there is nothing", () => {
    expect(searcherOf([]).search(said("集市"), 5, everything)).toEqual([]);
  });
});

describe("how rare a word is", () => {
  it("counts more the fewer chunks hold it", () => {
    const searcher = searcherOf([["集市", "夜市"], ["集市"], ["集市"]]);
    expect(searcher.idf("夜市")).toBeGreaterThan(searcher.idf("集市"));
  });

  it("is for an unknown word as if one chunk held it", () => {
    const searcher = searcherOf([["集市", "夜市"], ["集市"], ["集市"]]);
    expect(searcher.idf("游泳馆")).toBeGreaterThanOrEqual(searcher.idf("夜市"));
  });
});
