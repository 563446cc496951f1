/** A lexical index: for every term the chunks that hold it and what it adds to their score. Chunks are numbered from 0. */
export type LexicalIndex = {
  /** Every term with its number, in the order of the numbers. */
  readonly termIds: ReadonlyMap<string, number>;
  /** `offsets[t] … offsets[t + 1]` are the postings of term t. */
  readonly offsets: Uint32Array;
  readonly chunks: Uint32Array;
  /** BM25 parts, computed beforehand (eager scoring). */
  readonly impacts: Float32Array;
  /** Inverse document frequency by term. */
  readonly idf: Float32Array;
  /** Terms in each chunk, by chunk number. */
  readonly lengths: Uint32Array;
};

/** What scores depend on beside a chunk itself. Chunks that join a collection later are scored by its statistics, not by their own. */
export type LexicalStatistics = {
  readonly chunkCount: number;
  readonly averageLength: number;
  idf(term: string): number | undefined;
};

/** The inverse document frequency of a term that `held` of `chunks` chunks hold (Robertson and Zaragoza 2009, never negative). */
export function inverseDocumentFrequency(held: number, chunks: number): number {
  return Math.log(1 + (chunks - held + 0.5) / (held + 0.5));
}

export const bm25 = { k1: 1.2, b: 0.75 } as const;

/** Collects chunks one after another, then turns them into an index: scores are known only once all are counted. */
export function lexicalBuilder() {
  const ids = new Map<string, number>();
  const documentFrequency: number[] = [];
  const lengths: number[] = [];
  let pairTerms = new Uint32Array(1 << 16);
  let pairCounts = new Uint16Array(1 << 16);
  const pairEnds: number[] = [];
  let pairs = 0;

  const grow = () => {
    const terms = new Uint32Array(pairTerms.length * 2);
    terms.set(pairTerms);
    pairTerms = terms;
    const counts = new Uint16Array(pairCounts.length * 2);
    counts.set(pairCounts);
    pairCounts = counts;
  };

  return {
    /** Adds the next chunk by its terms, repeated as often as they stand in it. */
    add(terms: readonly string[]): void {
      const counts = new Map<number, number>();
      for (const term of terms) {
        let id = ids.get(term);
        if (id === undefined) {
          id = ids.size;
          ids.set(term, id);
          documentFrequency.push(0);
        }
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      for (const [id, count] of counts) {
        if (pairs === pairTerms.length) grow();
        pairTerms[pairs] = id;
        pairCounts[pairs] = Math.min(count, 65_535);
        pairs++;
        documentFrequency[id] = (documentFrequency[id] ?? 0) + 1;
      }
      pairEnds.push(pairs);
      lengths.push(terms.length);
    },

    /**
     * The finished index (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009).
     * @param joined the collection that these chunks join; without it they are one of their own
     */
    finish(joined?: LexicalStatistics): LexicalIndex {
      const chunkCount = lengths.length;
      const averageLength = joined?.averageLength ?? averageOf(lengths);
      const terms = [...ids.keys()];
      const offsets = new Uint32Array(ids.size + 1);
      const idf = new Float32Array(ids.size);
      for (let term = 0; term < ids.size; term++) {
        const frequency = documentFrequency[term] ?? 0;
        offsets[term + 1] = (offsets[term] ?? 0) + frequency;
        idf[term] = joined?.idf(terms[term] as string) ?? inverseDocumentFrequency(frequency, joined?.chunkCount ?? chunkCount);
      }
      const next = offsets.slice();
      const chunks = new Uint32Array(pairs);
      const impacts = new Float32Array(pairs);
      let pair = 0;
      for (let chunk = 0; chunk < chunkCount; chunk++) {
        const norm = bm25.k1 * (1 - bm25.b + (bm25.b * (lengths[chunk] ?? 0)) / averageLength);
        for (const end = pairEnds[chunk] ?? 0; pair < end; pair++) {
          const term = pairTerms[pair] ?? 0;
          const count = pairCounts[pair] ?? 0;
          const slot = next[term] ?? 0;
          next[term] = slot + 1;
          chunks[slot] = chunk;
          impacts[slot] = ((idf[term] ?? 0) * count * (bm25.k1 + 1)) / (count + norm);
        }
      }
      return { termIds: ids, offsets, chunks, impacts, idf, lengths: Uint32Array.from(lengths) };
    },
  };
}

/** The mean length of chunks in terms, at least 1. */
export function averageOf(lengths: ArrayLike<number>): number {
  let sum = 0;
  for (let chunk = 0; chunk < lengths.length; chunk++) sum += lengths[chunk] as number;
  return Math.max(1, sum / Math.max(1, lengths.length));
}
