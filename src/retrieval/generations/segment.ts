import type { Embedder } from "../../models/embedder/embedder.js";
import type { StoredChunk } from "../../store/documents.js";
import { articleNumber } from "../../text/articles.js";
import { type LexicalIndex, type LexicalStatistics, lexicalBuilder } from "../lexical/build.js";
import { type Sketches, sketchBuilder } from "../sketches/sketch.js";
import { termsOf } from "../tokens.js";
import { quantise, type VectorTable } from "../vectors/quantise.js";

/** Columns by chunk number. */
export type ChunkTable = {
  /** The chunk's id in the store. */
  readonly chunkIds: Uint32Array;
  /** Its version, by the segment's own number. */
  readonly versionOf: Uint32Array;
  /** Equal for what is found as one: the parts of an article, the sections of a version without articles. */
  readonly groupOf: Uint32Array;
  /** Its chapter, by the segment's own number; 0 for none. */
  readonly chapterOf: Uint32Array;
  /** The 18 of 第十八条, or 0. */
  readonly articleOf: Uint32Array;
};

/** Chunks that are indexed together, and never change afterwards. The chunks of a version stand side by side. */
export type Segment = {
  /** By the segment's own version number: the version's id in the store. */
  readonly versionIds: Uint32Array;
  readonly chunks: ChunkTable;
  readonly chapters: readonly string[];
  readonly lexical: LexicalIndex;
  readonly sketches: Sketches;
  /** Null when no embedder was at hand. */
  readonly vectors: VectorTable | null;
};

/** The collection that a segment joins: its chunks are weighed by the statistics of the larger part. */
export type Joined = { readonly lexical: LexicalStatistics; readonly pairIdf: Float32Array };

export type SegmentSource = {
  readonly versions: readonly { readonly versionId: number; readonly title: string }[];
  chunksOf(versionId: number): readonly StoredChunk[];
  readonly embedder: Embedder | null;
  /** The vector that an earlier generation holds for a stored chunk, so that it need not be made again. */
  knownVector(chunkId: number): { readonly row: Int8Array; readonly scale: number } | null;
  /** Called with how many chunks are done. */
  progress(done: number): void;
};

const passagesAtOnce = 256;

/** Reads the chunks of some versions into a segment. */
export async function buildSegment(source: SegmentSource, joined: Joined | null): Promise<Segment> {
  const lexical = lexicalBuilder();
  const sketches = sketchBuilder();
  const vectors = source.embedder ? vectorCollector(source.embedder, source) : null;
  const columns: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
  const [chunkIds, versionOf, groupOf, chapterOf, articleOf] = columns;
  const chapters = new Map([["", 0]]);
  let groups = 0;
  for (const [number, version] of source.versions.entries()) {
    const groupByArticle = new Map<string, number>();
    const titleTerms = termsOf(version.title);
    for (const chunk of source.chunksOf(version.versionId)) {
      const article = chunk.article ?? "";
      const group = groupByArticle.get(article) ?? groups++;
      groupByArticle.set(article, group);
      const chapter = chapters.get(chunk.chapter ?? "") ?? chapters.size;
      chapters.set(chunk.chapter ?? "", chapter);
      chunkIds.push(chunk.id);
      versionOf.push(number);
      groupOf.push(group);
      chapterOf.push(chapter);
      articleOf.push(articleNumber(article) ?? 0);
      lexical.add([...titleTerms, ...termsOf(`${chunk.chapter ?? ""}\n${chunk.heading ?? ""}`), ...termsOf(chunk.text)]);
      sketches.add(`${chunk.heading ?? ""}\n${chunk.text}`.toLowerCase());
      if (vectors?.add(chunk, passageOf(version.title, chunk))) await vectors.flush();
    }
    if (number % 64 === 0) {
      source.progress(chunkIds.length);
      await new Promise((resume) => setImmediate(resume));
    }
  }
  await vectors?.flush();
  source.progress(chunkIds.length);
  return {
    versionIds: Uint32Array.from(source.versions, (version) => version.versionId),
    chunks: {
      chunkIds: Uint32Array.from(chunkIds),
      versionOf: Uint32Array.from(versionOf),
      groupOf: Uint32Array.from(groupOf),
      chapterOf: Uint32Array.from(chapterOf),
      articleOf: Uint32Array.from(articleOf),
    },
    chapters: [...chapters.keys()],
    lexical: lexical.finish(joined?.lexical),
    sketches: sketches.finish(joined?.pairIdf),
    vectors: vectors?.finish() ?? null,
  };
}

/** What an embedder reads of a chunk: where it stands, then its words. */
export function passageOf(title: string, chunk: Pick<StoredChunk, "chapter" | "heading" | "text">): string {
  return `${[title, chunk.chapter, chunk.heading].filter(Boolean).join(" ")}\n${chunk.text}`;
}

/** Gathers passages into batches; rows keep the order in which chunks were added. */
function vectorCollector(embedder: Embedder, source: SegmentSource) {
  const { dimension } = embedder;
  let rows = new Int8Array(1024 * dimension);
  let scales = new Float32Array(1024);
  let count = 0;
  let waiting: { at: number; text: string }[] = [];
  const reserve = () => {
    if (count < scales.length) return;
    const largerRows = new Int8Array(rows.length * 2);
    largerRows.set(rows);
    rows = largerRows;
    const largerScales = new Float32Array(scales.length * 2);
    largerScales.set(scales);
    scales = largerScales;
  };
  return {
    /** True when a batch is full. */
    add(chunk: StoredChunk, text: string): boolean {
      reserve();
      const at = count++;
      const known = source.knownVector(chunk.id);
      if (known) {
        rows.set(known.row, at * dimension);
        scales[at] = known.scale;
      } else waiting.push({ at, text });
      return waiting.length >= passagesAtOnce;
    },
    async flush(): Promise<void> {
      if (waiting.length === 0) return;
      const batch = waiting;
      waiting = [];
      const table = quantise(await embedder.embedPassages(batch.map((each) => each.text)), dimension);
      for (const [index, { at }] of batch.entries()) {
        rows.set(table.rows.subarray(index * dimension, (index + 1) * dimension), at * dimension);
        scales[at] = table.scales[index] ?? 0;
      }
    },
    finish: (): VectorTable => ({ dimension, rows: rows.slice(0, count * dimension), scales: scales.slice(0, count) }),
  };
}
