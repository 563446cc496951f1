import { join } from "node:path";
import type { Clock } from "../domain/clock.js";
import { shanghaiTime } from "../domain/plain-date.js";
import type { RepealedText } from "../knowledge/repealed.js";
import type { Embedder } from "../models/embedder/embedder.js";
import {
  chunksOfVersion,
  keepSignature,
  type PublishedVersion,
  publishedSignatures,
  publishedVersions,
  textOfVersion,
} from "../store/documents.js";
import type { Store } from "../store/open.js";
import { signatureOf } from "../text/near-duplicate.js";
import { type Duplicate, nearDuplicates } from "./duplicates.js";
import { forceSpans } from "./force.js";
import type { IndexedVersion } from "./generations/format.js";
import { withIndexLock } from "./generations/lock.js";
import { generationNames, type LoadedGeneration, loadCurrent, newestManifest } from "./generations/read.js";
import { buildSegment, type Joined, type Segment, type SegmentSource } from "./generations/segment.js";
import { type SegmentToWrite, writeGeneration } from "./generations/write.js";
import { averageOf } from "./lexical/build.js";
import { neighbourWriter } from "./vectors/neighbours.js";

export type IndexCounts = { added: number; changed: number; unchanged: number; removed: number };

export type ReindexOptions = {
  /** Makes the vectors; null leaves an index of words only. As a function it is asked when no other process makes an index any more. */
  readonly embedder: Embedder | null | (() => Promise<Embedder | null>);
  /** Makes everything anew, also what an earlier generation holds. */
  readonly full?: boolean;
  /** Called with how many of how many chunks are done. */
  readonly progress?: (done: number, total: number) => void;
};

/** What was published since the base was made is searched beside it up to this many chunks, then both become one. */
const mostRecentChunks = 4_000;
/** Chunks of the base that are no longer published cost memory: above this share it is made anew. */
const mostGone = 0.2;

/** Where a home keeps its index generations. */
export function indexFolderOf(home: string): string {
  return join(home, "index");
}

/**
 * Makes a new generation from what is published, and tells what differs from the current one, in documents. What the current one holds
 * is taken over; only what is new is read. Waits while another process makes one.
 */
export async function reindex(
  store: Store,
  repealed: readonly RepealedText[],
  clock: Clock,
  options: ReindexOptions,
): Promise<IndexCounts> {
  return withIndexLock(indexFolderOf(store.home), () => makeGeneration(store, repealed, clock, options));
}

async function makeGeneration(
  store: Store,
  repealed: readonly RepealedText[],
  clock: Clock,
  options: ReindexOptions,
): Promise<IndexCounts> {
  const indexFolder = indexFolderOf(store.home);
  const embedder = typeof options.embedder === "function" ? await options.embedder() : options.embedder;
  const versions = indexedVersions(publishedVersions(store), repealed, signaturesOf(store));
  const previous = await previousGeneration(indexFolder);
  const counts = compare(previous?.versions ?? [], versions);
  const comparable = !options.full && (previous?.manifest.embedder?.fingerprint ?? null) === (embedder?.fingerprint ?? null);
  const usable = comparable ? previous : null;
  const sizes = chunkCounts(store);
  const recentVersions = usable && versionsBeside(usable, versions, sizes);
  const sourceOf = (wanted: readonly IndexedVersion[]): SegmentSource => {
    const total = wanted.reduce((sum, version) => sum + (sizes.get(version.versionId) ?? 0), 0);
    return {
      versions: wanted,
      chunksOf: (versionId) => chunksOfVersion(store, versionId),
      embedder,
      knownVector: usable ? vectorsOf(usable) : () => null,
      progress: (done) => options.progress?.(done, total),
    };
  };
  if (usable && recentVersions) {
    const recent = recentVersions.length === 0 ? null : await buildSegment(sourceOf(recentVersions), joining(usable.base));
    await writeGeneration(indexFolder, { versions, embedder, base: { kind: "kept", from: usable.manifest }, recent }, now(clock));
  } else {
    const segment = await buildSegment(sourceOf(versions), null);
    const base: SegmentToWrite = { kind: "new", segment, neighbours: await neighbourWriter(segment.vectors) };
    await writeGeneration(indexFolder, { versions, embedder, base, recent: null }, now(clock));
  }
  return counts;
}

/** The embedder that the current generation's vectors come from; null when it has words only or there is none. */
export async function currentEmbedderName(home: string): Promise<string | null> {
  return (await newestManifest(indexFolderOf(home)))?.embedder?.name ?? null;
}

/** Whether an index was ever made, whole or damaged. */
export async function hasIndex(home: string): Promise<boolean> {
  return (await generationNames(indexFolderOf(home))).length > 0;
}

function now(clock: Clock): string {
  return shanghaiTime(clock());
}

/** A damaged generation, or one of another format, is as good as none; what an earlier one holds need not be made anew. */
async function previousGeneration(indexFolder: string): Promise<LoadedGeneration | null> {
  return loadCurrent(indexFolder).catch(() => null);
}

function indexedVersions(
  published: readonly PublishedVersion[],
  repealed: readonly RepealedText[],
  signatures: ReadonlyMap<number, string>,
): readonly IndexedVersion[] {
  const spans = forceSpans(published, repealed);
  const duplicates = nearDuplicates(published, signatures);
  return published.map((version, index) => ({
    versionId: version.versionId,
    documentId: version.documentId,
    path: version.path,
    title: version.title,
    kind: version.kind,
    place: version.place,
    documentNumber: version.documentNumber,
    from: spans[index]?.from ?? 0,
    to: spans[index]?.to ?? 0,
    ended: spans[index]?.ended ?? null,
    endedBy: spans[index]?.endedBy ?? null,
    url: version.url,
    checkedOn: version.checkedOn,
    ...duplicateOf(duplicates.get(version.versionId)),
  }));
}

function duplicateOf(duplicate: Duplicate | undefined): Pick<IndexedVersion, "duplicate"> {
  return duplicate ? { duplicate } : {};
}

/** The signatures of what is published; those of texts that were imported before there were signatures are made now, once. */
function signaturesOf(store: Store): ReadonlyMap<number, string> {
  const signatures = new Map<number, string>();
  const made: [number, string][] = [];
  for (const { versionId, title, signature } of publishedSignatures(store)) {
    const known = signature ?? signatureOf(textOfVersion(store, versionId) ?? "", title);
    signatures.set(versionId, known);
    if (signature === null) made.push([versionId, known]);
  }
  if (made.length > 0)
    store.transaction(() => {
      for (const [versionId, signature] of made) keepSignature(store, versionId, signature);
    });
  return signatures;
}

function chunkCounts(store: Store): ReadonlyMap<number, number> {
  const rows = store.sqlite.prepare("SELECT version_id AS id, count(*) AS n FROM chunks GROUP BY version_id").all() as {
    id: number;
    n: number;
  }[];
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** The versions that are not in the base, or null when the base is worn out and is to be made anew. */
function versionsBeside(
  { base }: LoadedGeneration,
  versions: readonly IndexedVersion[],
  sizes: ReadonlyMap<number, number>,
): readonly IndexedVersion[] | null {
  const inBase = new Set(base.versionIds);
  const beside = versions.filter((version) => !inBase.delete(version.versionId));
  const chunksOf = (ids: Iterable<number>) => [...ids].reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0);
  const inBaseChunks = base.chunks.chunkIds.length;
  const besideChunks = chunksOf(beside.map((version) => version.versionId));
  const worn = chunksOf(inBase) > mostGone * inBaseChunks || besideChunks > Math.min(mostRecentChunks, inBaseChunks);
  return worn ? null : beside;
}

function joining({ lexical, sketches }: Segment): Joined {
  const { termIds, idf, lengths } = lexical;
  const known = (term: string) => {
    const id = termIds.get(term);
    return id === undefined ? undefined : idf[id];
  };
  return { lexical: { chunkCount: lengths.length, averageLength: averageOf(lengths), idf: known }, pairIdf: sketches.idf };
}

/** Finds the vector of a stored chunk in a generation. */
function vectorsOf(generation: LoadedGeneration): SegmentSource["knownVector"] {
  const places = new Map<number, { segment: Segment; row: number }>();
  for (const segment of [generation.base, generation.recent])
    if (segment?.vectors) for (const [row, id] of segment.chunks.chunkIds.entries()) places.set(id, { segment, row });
  return (chunkId) => {
    const place = places.get(chunkId);
    const vectors = place?.segment.vectors;
    if (!place || !vectors) return null;
    const { dimension, rows, scales } = vectors;
    return { row: rows.subarray(place.row * dimension, (place.row + 1) * dimension), scale: scales[place.row] ?? 0 };
  };
}

/** The same document with another version, or with other dates, has changed. */
function compare(previous: readonly IndexedVersion[], versions: readonly IndexedVersion[]): IndexCounts {
  const counts: IndexCounts = { added: 0, changed: 0, unchanged: 0, removed: 0 };
  const before = new Map(previous.map((version) => [version.documentId, version]));
  for (const version of versions) {
    const known = before.get(version.documentId);
    if (!known) counts.added++;
    else if (known.versionId === version.versionId && known.from === version.from && known.to === version.to) counts.unchanged++;
    else counts.changed++;
    before.delete(version.documentId);
  }
  counts.removed = before.size;
  return counts;
}
