import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bm25, lexicalBuilder } from "../../../src/retrieval/lexical/build.js";
import { lexicalSearcher, mostTerms, type QueryTerm } from "../../../src/retrieval/lexical/search.js";

const said = (...terms: readonly string[]): QueryTerm[] => terms.map((term) => ({ term, weight: 1, official: false }));

function searcherOf(chunks: readonly (readonly string[])[]) {
  const builder = lexicalBuilder();
  for (const chunk of chunks) builder.add(chunk);
  const searcher = lexicalSearcher(builder.finish(), chunks.length);
  return {
    /** By chunk number, of those that hold any of the words: their score and which of the words they hold. */
    found: (query: readonly QueryTerm[]) => {
      const { touched, scores, termsIn } = searcher.score(query);
      const sorted = [...touched].sort((a, b) => a - b);
      return sorted.map((chunk) => ({ chunk, score: scores[chunk] as number, termsIn: termsIn[chunk] as number }));
    },
    score: searcher.score,
  };
}

/** BM25 as the book has it, chunk by chunk. */
function oracle(chunks: readonly (readonly string[])[], query: readonly QueryTerm[]) {
  const averageLength = Math.max(1, chunks.reduce((sum, chunk) => sum + chunk.length, 0) / chunks.length);
  const scored = chunks.map((terms, chunk) => {
    let score = 0;
    let termsIn = 0;
    for (const [place, { term, weight }] of query.entries()) {
      const count = terms.filter((each) => each === term).length;
      const holding = chunks.filter((each) => each.includes(term)).length;
      const idf = Math.log(1 + (chunks.length - holding + 0.5) / (holding + 0.5));
      const norm = bm25.k1 * (1 - bm25.b + (bm25.b * terms.length) / averageLength);
      if (count > 0) score += weight * ((idf * count * (bm25.k1 + 1)) / (count + norm));
      if (count > 0) termsIn += 2 ** place;
    }
    return { chunk, score, termsIn };
  });
  return scored.filter(({ termsIn }) => termsIn > 0);
}

const word = fc.constantFrom("集市", "摊位", "登记", "收费", "夜市", "街道", "居民");
const collection = fc.array(fc.array(word, { maxLength: 12 }), { minLength: 1, maxLength: 25 });
const query = fc.array(
  fc.record({ term: fc.oneof(word, fc.constant("无此词")), weight: fc.constantFrom(1, 0.6), official: fc.boolean() }),
  { maxLength: 5 },
);

describe("the words' search", () => {
  it("scores as BM25 does, and tells which of the words each chunk holds", () => {
    fc.assert(
      fc.property(collection, query, (chunks, asked) => {
        const expected = oracle(chunks, asked);
        const found = searcherOf(chunks).found(asked);
        expect(found.map(({ chunk, termsIn }) => ({ chunk, termsIn }))).toEqual(expected.map(({ chunk, termsIn }) => ({ chunk, termsIn })));
        for (const [index, { score }] of found.entries()) expect(score).toBeCloseTo(expected[index]?.score ?? Number.NaN, 4);
      }),
    );
  });

  it("names each chunk once, and scores none that it does not name", () => {
    fc.assert(
      fc.property(collection, query, (chunks, asked) => {
        const { touched, scores } = searcherOf(chunks).score(asked);
        expect(new Set(touched).size).toBe(touched.length);
        for (const [chunk, score] of scores.entries()) expect(score !== 0).toBe(touched.includes(chunk));
      }),
    );
  });

  it("remembers nothing of the search before", () => {
    fc.assert(
      fc.property(collection, query, query, (chunks, first, second) => {
        const searcher = searcherOf(chunks);
        searcher.found(first);
        expect(searcher.found(second)).toEqual(searcherOf(chunks).found(second));
      }),
    );
  });

  it(`looks for the first ${mostTerms} words, each with a bit of its own`, () => {
    const words = Array.from({ length: mostTerms + 1 }, (_, number) => `词${number}`);
    const found = searcherOf([words, [words[mostTerms - 1] as string], [words[mostTerms] as string]]).found(said(...words));
    expect(found.map(({ chunk, termsIn }) => [chunk, termsIn])).toEqual([
      [0, 2 ** mostTerms - 1],
      [1, 2 ** (mostTerms - 1)],
    ]);
  });

  it("finds nothing for words that no chunk holds", () => {
    expect(searcherOf([["集市"]]).found(said("游泳馆"))).toEqual([]);
  });

  it("finds nothing where there is nothing", () => {
    expect(searcherOf([]).found(said("集市"))).toEqual([]);
  });
});
