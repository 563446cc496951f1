import type { IndexedVersion } from "../../src/retrieval/generations/format.js";
import type { LoadedSegment } from "../../src/retrieval/generations/read.js";
import type { VectorTable } from "../../src/retrieval/vectors/quantise.js";
import { seededRandom } from "../distill-embedder/random.js";

/** How far a copied vector lies from the original: a cosine of about .9. */
const noiseLength = 0.48;
/** How much a copied word's weight differs at most: a tenth. */
const impactNoise = 0.1;
const seed = 20_260_101;

/** A segment as large as many, and the versions in it: each copy's vectors and weights differ a little, so that none ranks like another. */
export function repeated(
  segment: LoadedSegment,
  versions: readonly IndexedVersion[],
  times: number,
): { readonly segment: LoadedSegment; readonly versions: readonly IndexedVersion[] } {
  const { chunks, lexical, sketches, vectors } = segment;
  const count = chunks.chunkIds.length;
  const most = (column: Uint32Array) => column.reduce((largest, each) => Math.max(largest, each), 0) + 1;
  const shifted = (column: Uint32Array, by: number) => {
    const out = new Uint32Array(count * times);
    for (let copy = 0; copy < times; copy++)
      for (let chunk = 0; chunk < count; chunk++) out[copy * count + chunk] = (column[chunk] as number) + copy * by;
    return out;
  };
  const idsPerCopy = Math.max(...versions.map(({ versionId }) => versionId)) + 1;
  const allVersions: IndexedVersion[] = [];
  const versionIds = new Uint32Array(segment.versionIds.length * times);
  for (let copy = 0; copy < times; copy++) {
    for (const version of versions) allVersions.push({ ...version, versionId: version.versionId + copy * idsPerCopy });
    for (const [index, id] of segment.versionIds.entries()) versionIds[copy * segment.versionIds.length + index] = id + copy * idsPerCopy;
  }
  return {
    versions: allVersions,
    segment: {
      neighbours: null,
      versionIds,
      chapters: segment.chapters,
      chunks: {
        chunkIds: shifted(chunks.chunkIds, most(chunks.chunkIds)),
        versionOf: shifted(chunks.versionOf, segment.versionIds.length),
        groupOf: shifted(chunks.groupOf, most(chunks.groupOf)),
        chapterOf: shifted(chunks.chapterOf, 0),
        articleOf: shifted(chunks.articleOf, 0),
      },
      lexical: { ...lexical, ...repeatedPostings(segment, times), lengths: shifted(lexical.lengths, 0) },
      sketches: { ...sketches, ...repeatedSketches(segment, times) },
      vectors: vectors && repeatedVectors(vectors, times),
    },
  };
}

function repeatedPostings({ lexical, chunks }: LoadedSegment, times: number) {
  const random = seededRandom(seed).next;
  const count = chunks.chunkIds.length;
  const offsets = lexical.offsets.map((offset) => offset * times);
  const postings = new Uint32Array(lexical.chunks.length * times);
  const impacts = new Float32Array(postings.length);
  let at = 0;
  for (let term = 0; term + 1 < lexical.offsets.length; term++)
    for (let copy = 0; copy < times; copy++)
      for (let slot = lexical.offsets[term] as number; slot < (lexical.offsets[term + 1] as number); slot++) {
        postings[at] = (lexical.chunks[slot] as number) + copy * count;
        impacts[at++] = (lexical.impacts[slot] as number) * (copy === 0 ? 1 : 1 + impactNoise * (2 * random() - 1));
      }
  return { offsets, chunks: postings, impacts };
}

function repeatedSketches({ sketches }: LoadedSegment, times: number) {
  const count = sketches.offsets.length - 1;
  const offsets = new Uint32Array(count * times + 1);
  const pairs = new Uint16Array(sketches.pairs.length * times);
  for (let copy = 0; copy < times; copy++) {
    pairs.set(sketches.pairs, copy * sketches.pairs.length);
    for (let chunk = 0; chunk <= count; chunk++)
      offsets[copy * count + chunk] = (sketches.offsets[chunk] as number) + copy * sketches.pairs.length;
  }
  return { offsets, pairs };
}

/** The same vectors again and again, each copy moved a little and brought back to length 1. */
export function repeatedVectors({ dimension, rows, scales }: VectorTable, times: number): VectorTable {
  const random = seededRandom(seed).next;
  const all = new Int8Array(rows.length * times);
  const allScales = new Float32Array(scales.length * times);
  all.set(rows);
  allScales.set(scales);
  // uniform from -1 to 1 has a variance of a third
  const spread = noiseLength * Math.sqrt(3 / dimension);
  const moved = new Float32Array(dimension);
  for (let copy = 1; copy < times; copy++)
    for (let row = 0; row < scales.length; row++) {
      let squares = 0;
      let largest = 0;
      for (let index = 0; index < dimension; index++) {
        const value = (scales[row] as number) * (rows[row * dimension + index] as number) + spread * (2 * random() - 1);
        moved[index] = value;
        squares += value * value;
        largest = Math.max(largest, Math.abs(value));
      }
      const at = copy * scales.length + row;
      for (let index = 0; index < dimension; index++) all[at * dimension + index] = Math.round((127 * (moved[index] as number)) / largest);
      allScales[at] = largest / 127 / Math.sqrt(squares);
    }
  return { dimension, rows: all, scales: allScales };
}
