import type { LexicalIndex } from "./build.js";

/** `official`: a word that the texts use for an everyday one that was said. */
export type QueryTerm = { readonly term: string; readonly weight: number; readonly official: boolean };

/** Of a query, the terms that weigh most are searched for: each has a bit in what `termsIn` gives. */
export const mostTerms = 32;

/** Searches a lexical index. Keeps its own buffers: one searcher serves one thread. */
export type LexicalSearcher = {
  /** Scores every chunk that holds a term of the query; what it gives holds until the next call. */
  score(query: readonly QueryTerm[]): LexicalScores;
};

export type LexicalScores = {
  /** The chunks that hold any of the terms, in no order. */
  readonly touched: Uint32Array;
  /** BM25 by chunk number, 0 for what was not touched. */
  readonly scores: Float32Array;
  /** By chunk number: bit i is set when the chunk, with its title and chapter, holds term i of the query. */
  readonly termsIn: Uint32Array;
};

/** @param chunkCount how many chunks the index numbers */
export function lexicalSearcher(index: LexicalIndex, chunkCount: number): LexicalSearcher {
  const scores = new Float32Array(chunkCount);
  const termsIn = new Uint32Array(chunkCount);
  const touched = new Uint32Array(chunkCount);
  let touchedCount = 0;

  return {
    score: (query) => {
      for (let position = 0; position < touchedCount; position++) {
        const chunk = touched[position] as number;
        scores[chunk] = 0;
        termsIn[chunk] = 0;
      }
      touchedCount = 0;
      for (let position = 0; position < Math.min(query.length, mostTerms); position++) {
        const { term, weight } = query[position] as QueryTerm;
        const id = index.termIds.get(term);
        if (id === undefined) continue;
        const bit = 1 << position;
        const end = index.offsets[id + 1] as number;
        for (let slot = index.offsets[id] as number; slot < end; slot++) {
          const chunk = index.chunks[slot] as number;
          const before = termsIn[chunk] as number;
          if (before === 0) touched[touchedCount++] = chunk;
          termsIn[chunk] = before | bit;
          scores[chunk] = (scores[chunk] as number) + weight * (index.impacts[slot] as number);
        }
      }
      return { touched: touched.subarray(0, touchedCount), scores, termsIn };
    },
  };
}
