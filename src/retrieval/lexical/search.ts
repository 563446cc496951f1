import type { LexicalIndex } from "./build.js";

export type WeightedTerm = { readonly term: string; readonly weight: number };
export type ScoredChunk = { readonly chunk: number; readonly score: number };

/** Searches a lexical index; keeps its own buffers, so one searcher serves one thread. */
export type LexicalSearcher = {
  /**
   * The best `top` chunks that `allowed` lets through, best first; ties by chunk number.
   * @param allowed 1 for chunks that may be found, by chunk number
   */
  search(query: readonly WeightedTerm[], top: number, allowed: (chunk: number) => boolean): readonly ScoredChunk[];
  /** Inverse document frequency; for a term that no chunk holds, as if one did: an unknown word still counts as asked for. */
  idf(term: string): number;
};

export function lexicalSearcher(index: LexicalIndex, chunkCount: number): LexicalSearcher {
  const ids = new Map<string, number>();
  for (const [id, term] of index.terms.entries()) ids.set(term, id);
  const scores = new Float32Array(chunkCount);
  const touched = new Uint32Array(chunkCount);

  return {
    idf: (term) => {
      const id = ids.get(term);
      return id === undefined ? Math.log(1 + chunkCount / 1.5) : (index.idf[id] ?? 0);
    },
    search: (query, top, allowed) => {
      let touchedCount = 0;
      for (const { term, weight } of query) {
        const id = ids.get(term);
        if (id === undefined) continue;
        const end = index.offsets[id + 1] ?? 0;
        for (let slot = index.offsets[id] ?? 0; slot < end; slot++) {
          const chunk = index.chunks[slot] as number;
          if (scores[chunk] === 0) touched[touchedCount++] = chunk;
          scores[chunk] = (scores[chunk] as number) + weight * (index.impacts[slot] as number);
        }
      }
      const best = selectBest(scores, touched, touchedCount, top, allowed);
      for (let index = 0; index < touchedCount; index++) scores[touched[index] as number] = 0;
      return best;
    },
  };
}

/** A binary heap of the best so far, the worst of them on top. */
function selectBest(
  scores: Float32Array,
  touched: Uint32Array,
  count: number,
  top: number,
  allowed: (chunk: number) => boolean,
): readonly ScoredChunk[] {
  const heap: ScoredChunk[] = [];
  const worse = (a: ScoredChunk, b: ScoredChunk) => a.score < b.score || (a.score === b.score && a.chunk > b.chunk);
  const down = (from: number) => {
    let parent = from;
    for (;;) {
      let least = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < heap.length && worse(heap[child] as ScoredChunk, heap[least] as ScoredChunk)) least = child;
      }
      if (least === parent) return;
      [heap[parent], heap[least]] = [heap[least] as ScoredChunk, heap[parent] as ScoredChunk];
      parent = least;
    }
  };
  for (let index = 0; index < count; index++) {
    const chunk = touched[index] as number;
    const candidate = { chunk, score: scores[chunk] as number };
    if (heap.length === top && !worse(heap[0] as ScoredChunk, candidate)) continue;
    if (!allowed(chunk)) continue;
    if (heap.length < top) {
      heap.push(candidate);
      for (let child = heap.length - 1; child > 0; ) {
        const parent = (child - 1) >> 1;
        if (!worse(heap[child] as ScoredChunk, heap[parent] as ScoredChunk)) break;
        [heap[parent], heap[child]] = [heap[child] as ScoredChunk, heap[parent] as ScoredChunk];
        child = parent;
      }
    } else {
      heap[0] = candidate;
      down(0);
    }
  }
  return heap.sort((a, b) => b.score - a.score || a.chunk - b.chunk);
}
