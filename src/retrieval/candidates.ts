import { bestChunks } from "./best.js";
import { type Collection, rangesIn, type SearchedSegment } from "./collection.js";
import type { Query } from "./query.js";
import type { Range } from "./vectors/scan.js";

/** What is found as one (an article, a section), by its best chunk, with both scores. */
export type Candidate = {
  readonly segment: SearchedSegment;
  readonly chunk: number;
  /** The version's place in the generation. */
  readonly ordinal: number;
  /** BM25 of its best chunk. */
  readonly words: number;
  /** Cosine of its best chunk, 0 without vectors. */
  readonly cosine: number;
  /** Bit i: a chunk of it holds term i of the query, or its title or chapter does. */
  readonly termsIn: number;
};

export type Candidates = {
  readonly found: readonly Candidate[];
  /** The mean cosine over all chunks that were let through: what means nothing. */
  readonly meanCosine: number;
};

/** Of the vectors that a graph finds, some are not let through: this many more are asked for. */
export const graphSurplus = 4;

/**
 * The chunks that score best by words and those nearest in meaning, joined to what is found as one.
 * @param passes 1 for each version that may be found
 * @param count how many chunks of each list
 */
export function candidatesFor(query: Query, collection: Collection, passes: Uint8Array, count: number): Candidates {
  const best = new Map<number, Candidate & { readonly together: number }>();
  const wordsBest = bestChunks(count);
  const meaningBest = bestChunks(count);
  const parts = collection.segments.map((segment) => scored(query, segment, passes, count));
  let offset = 0;
  let cosineSum = 0;
  let cosineCount = 0;
  for (const { segment, lexical, cosines, nearest, ranges } of parts) {
    const { versionOf } = segment.chunks;
    const { touched, scores } = lexical;
    let least = wordsBest.threshold();
    for (let place = 0; place < touched.length; place++) {
      const chunk = touched[place] as number;
      const score = scores[chunk] as number;
      if (score <= least) continue;
      const ordinal = segment.versionAt[versionOf[chunk] as number] as number;
      if (ordinal < 0 || passes[ordinal] !== 1) continue;
      wordsBest.offer(offset + chunk, score);
      least = wordsBest.threshold();
    }
    if (cosines && nearest) for (const chunk of nearest) meaningBest.offer(offset + chunk, cosines[chunk] as number);
    else if (cosines) {
      least = meaningBest.threshold();
      for (const { start, end } of ranges) {
        for (let chunk = start; chunk < end; chunk++) {
          const cosine = cosines[chunk] as number;
          cosineSum += cosine;
          if (cosine <= least) continue;
          meaningBest.offer(offset + chunk, cosine);
          least = meaningBest.threshold();
        }
        cosineCount += end - start;
      }
    }
    offset += segment.chunks.chunkIds.length;
  }
  for (const list of [wordsBest, meaningBest]) for (const number of list.take()) join(number);
  return { found: [...best.values()], meanCosine: cosineCount === 0 ? 0 : cosineSum / cosineCount };

  function join(number: number): void {
    let chunk = number;
    let index = 0;
    while (chunk >= (parts[index] as Scored).segment.chunks.chunkIds.length)
      chunk -= (parts[index++] as Scored).segment.chunks.chunkIds.length;
    const { segment, lexical, cosines, nearest } = parts[index] as Scored;
    // a graph names its nearest alone: the cosine of what the words found is not there yet
    if (nearest && query.vector) segment.scanner?.scan(query.vector, [alone(chunk)]);
    // groups of two segments have the same numbers
    const key = parts.length * (segment.chunks.groupOf[chunk] as number) + index;
    const words = lexical.scores[chunk] as number;
    const cosine = cosines ? (cosines[chunk] as number) : 0;
    const known = best.get(key);
    const together = words + cosine * wordsPerCosine;
    const better = !known || together > known.together;
    best.set(key, {
      segment,
      chunk: better ? chunk : known.chunk,
      ordinal: segment.versionAt[segment.chunks.versionOf[chunk] as number] as number,
      words: Math.max(words, known?.words ?? 0),
      cosine: Math.max(cosine, known?.cosine ?? -1),
      termsIn: (lexical.termsIn[chunk] as number) | (known?.termsIn ?? 0),
      together: better ? together : known.together,
    });
  }
}

/** Only to choose which part of an article stands for it: a difference of .1 in meaning counts as much as 1 in words. */
const wordsPerCosine = 10;

type Scored = ReturnType<typeof scored>;

function alone(chunk: number): Range {
  return { start: chunk, end: chunk + 1 };
}

function scored(query: Query, segment: SearchedSegment, passes: Uint8Array, count: number) {
  const ranges = rangesIn(segment, passes);
  const lexical = segment.searcher.score(query.terms);
  const { scanner, graph } = segment;
  if (!scanner || !query.vector) return { segment, ranges, lexical, cosines: null, nearest: null };
  if (!graph) return { segment, ranges, lexical, cosines: scanner.scan(query.vector, ranges), nearest: null };
  const { versionAt, chunks } = segment;
  const nearest = graph
    .nearest(query.vector, count * graphSurplus)
    .filter((chunk) => passes[versionAt[chunks.versionOf[chunk] as number] as number] === 1);
  return { segment, ranges, lexical, cosines: scanner.scan(query.vector, nearest.map(alone)), nearest };
}
