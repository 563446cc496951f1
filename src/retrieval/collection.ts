import { holdsIn, nation, type Place } from "../domain/place.js";
import { titleKey } from "../text/title-key.js";
import type { IndexedVersion } from "./generations/format.js";
import type { LoadedGeneration, LoadedSegment } from "./generations/read.js";
import { type LexicalSearcher, lexicalSearcher } from "./lexical/search.js";
import { termsOf } from "./tokens.js";
import { type Neighbours, openNeighbours } from "./vectors/neighbours.js";
import { type Range, type VectorScanner, vectorScanner } from "./vectors/scan.js";

/** A segment ready to be searched. */
export type SearchedSegment = LoadedSegment & {
  readonly searcher: LexicalSearcher;
  readonly scanner: VectorScanner | null;
  readonly graph: Neighbours | null;
  /** By the segment's version number: its place in the generation's versions, or -1 when it is no longer published. */
  readonly versionAt: Int32Array;
  /** By the segment's version number, and one more: its first chunk. */
  readonly firstChunk: Uint32Array;
  /** The terms of each chapter heading, by chapter number. */
  readonly chapterTerms: readonly ReadonlySet<string>[];
};

/** A generation in memory, with what searching it needs. */
export type Collection = {
  readonly generation: Pick<LoadedGeneration, "name" | "manifest" | "versions">;
  readonly segments: readonly SearchedSegment[];
  readonly titleTerms: readonly ReadonlySet<string>[];
  /** By version: the inverse document frequencies of its title's terms, summed. */
  readonly titleWeights: Float32Array;
  /** Versions by their title's key; the books of the civil code also under the code's. */
  readonly byTitle: ReadonlyMap<string, readonly IndexedVersion[]>;
  /** Inverse document frequency; for a term that no chunk holds, as if one did. */
  idf(term: string): number;
};

/** Prepares a generation for searching. A segment that the collection before it has searched already is not prepared again. */
export async function openCollection(generation: LoadedGeneration, before: Collection | null = null): Promise<Collection> {
  const ordinals = new Map(generation.versions.map((version, ordinal) => [version.versionId, ordinal]));
  const loaded = generation.recent ? [generation.base, generation.recent] : [generation.base];
  const segments = await Promise.all(
    loaded.map(async (segment) => {
      const known = before?.segments.find(({ chunks }) => chunks === segment.chunks);
      return { ...(known ?? (await prepared(segment))), versionAt: Int32Array.from(segment.versionIds, (id) => ordinals.get(id) ?? -1) };
    }),
  );
  const byTitle = new Map<string, IndexedVersion[]>();
  for (const version of generation.versions) {
    const key = titleKey(version.title.split("·")[0] ?? version.title);
    const same = byTitle.get(key);
    if (same) same.push(version);
    else byTitle.set(key, [version]);
  }
  const unknown = Math.log(1 + generation.base.lexical.lengths.length / 1.5);
  const idf = (term: string) => {
    for (const { lexical } of loaded) {
      const id = lexical.termIds.get(term);
      if (id !== undefined) return lexical.idf[id] as number;
    }
    return unknown;
  };
  const titleTerms = generation.versions.map((version) => new Set(termsOf(version.title)));
  return {
    generation: { name: generation.name, manifest: generation.manifest, versions: generation.versions },
    segments,
    byTitle,
    titleTerms,
    titleWeights: Float32Array.from(titleTerms, (terms) => [...terms].reduce((sum, term) => sum + idf(term), 0)),
    idf,
  };
}

async function prepared(segment: LoadedSegment): Promise<Omit<SearchedSegment, "versionAt">> {
  const { chunks, versionIds, vectors } = segment;
  const count = chunks.chunkIds.length;
  const firstChunk = new Uint32Array(versionIds.length + 1);
  let next = 0;
  for (let chunk = 0; chunk < count; chunk++) while (next <= (chunks.versionOf[chunk] as number)) firstChunk[next++] = chunk;
  while (next <= versionIds.length) firstChunk[next++] = count;
  return {
    ...segment,
    // the scanner has a copy of its own
    vectors: null,
    searcher: lexicalSearcher(segment.lexical, count),
    scanner: vectors && vectorScanner(vectors),
    graph: segment.neighbours && vectors ? await openNeighbours(segment.neighbours, vectors.dimension) : null,
    firstChunk,
    chapterTerms: segment.chapters.map((chapter) => new Set(termsOf(chapter))),
  };
}

/** `holding`: in force on the day, for the place or above it. `elsewhere`: one of the two, to say what is missing. */
export type Scope = "holding" | "elsewhere";

const mostKept = 32;
const passesKept = new WeakMap<Collection, Map<string, Uint8Array>>();
const rangesKept = new WeakMap<Uint8Array, Map<SearchedSegment, readonly Range[]>>();

/**
 * 1 for each version that the scope lets through; not to be written to. Most questions are about today and the office's own place: the latest
 * few are kept.
 */
export function versionsIn(collection: Collection, place: Place, day: number, scope: Scope): Uint8Array {
  const kept = passesKept.get(collection) ?? new Map<string, Uint8Array>();
  passesKept.set(collection, kept);
  const key = `${place}|${day}|${scope}`;
  const known = kept.get(key);
  if (known) return known;
  const { versions } = collection.generation;
  const passes = new Uint8Array(versions.length);
  for (const [ordinal, version] of versions.entries()) {
    const inPlace = place === nation ? version.place === nation : holdsIn(version.place as Place, place);
    const inForce = version.from <= day && day < version.to;
    passes[ordinal] = (scope === "holding" ? inPlace && inForce : inPlace !== inForce) ? 1 : 0;
  }
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, passes);
  return passes;
}

/** The chunks of a segment whose versions pass, as few ranges as can be; kept as long as what lets them through. */
export function rangesIn(segment: SearchedSegment, passes: Uint8Array): readonly Range[] {
  const kept = rangesKept.get(passes) ?? new Map<SearchedSegment, readonly Range[]>();
  rangesKept.set(passes, kept);
  const known = kept.get(segment);
  if (known) return known;
  const { versionAt, firstChunk } = segment;
  const ranges: { start: number; end: number }[] = [];
  for (let version = 0; version < versionAt.length; version++) {
    const ordinal = versionAt[version] as number;
    if (ordinal < 0 || passes[ordinal] !== 1) continue;
    const start = firstChunk[version] as number;
    const end = firstChunk[version + 1] as number;
    const last = ranges.at(-1);
    if (last && last.end === start) last.end = end;
    else ranges.push({ start, end });
  }
  kept.set(segment, ranges);
  return ranges;
}
