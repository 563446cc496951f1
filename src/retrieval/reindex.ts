import { join } from "node:path";
import type { Clock } from "../domain/clock.js";
import { shanghaiTime } from "../domain/plain-date.js";
import type { RepealedText } from "../knowledge/repealed.js";
import { type PublishedVersion, publishedVersions } from "../store/documents.js";
import type { Store } from "../store/open.js";
import { forceSpans } from "./force.js";
import type { IndexedVersion } from "./generations/format.js";
import { currentGeneration } from "./generations/pointer.js";
import { loadGeneration } from "./generations/read.js";
import { writeGeneration } from "./generations/write.js";
import { lexicalBuilder } from "./lexical/build.js";
import { termsOf } from "./tokens.js";

export type IndexCounts = { added: number; changed: number; unchanged: number; removed: number };

export type ReindexOptions = {
  /** Called with how many of how many chunks are done. */
  readonly progress?: (done: number, total: number) => void;
};

/** Where a home keeps its index generations. */
export function indexFolderOf(home: string): string {
  return join(home, "index");
}

/** Makes a new generation from what is published, and tells what differs from the current one, in documents. */
export async function reindex(
  store: Store,
  repealed: readonly RepealedText[],
  clock: Clock,
  options: ReindexOptions = {},
): Promise<IndexCounts> {
  const indexFolder = indexFolderOf(store.home);
  const published = publishedVersions(store);
  const versions = indexedVersions(published, repealed);
  const { chunks, lexical } = buildLexical(store, versions, options);
  const counts = await compare(indexFolder, versions);
  await writeGeneration(indexFolder, { versions, chunks, lexical }, shanghaiTime(clock()));
  return counts;
}

function indexedVersions(published: readonly PublishedVersion[], repealed: readonly RepealedText[]): readonly IndexedVersion[] {
  const spans = forceSpans(published, repealed);
  return published.map((version, index) => ({
    versionId: version.versionId,
    documentId: version.documentId,
    path: version.path,
    title: version.title,
    kind: version.kind,
    place: version.place,
    from: spans[index]?.from ?? 0,
    to: spans[index]?.to ?? 0,
    ended: spans[index]?.ended ?? null,
    endedBy: spans[index]?.endedBy ?? null,
    url: version.url,
    checkedOn: version.checkedOn,
  }));
}

type ChunkRow = { id: number; versionId: number; article: string | null; chapter: string | null; heading: string | null; text: string };

function buildLexical(store: Store, versions: readonly IndexedVersion[], options: ReindexOptions) {
  const ordinals = new Map(versions.map((version, ordinal) => [version.versionId, ordinal]));
  const total = (store.sqlite.prepare("SELECT count(*) AS n FROM chunks").get() as { n: number }).n;
  const rows = store.sqlite
    .prepare("SELECT id, version_id AS versionId, article, chapter, heading, text FROM chunks ORDER BY version_id, position")
    .iterate() as IterableIterator<ChunkRow>;
  const builder = lexicalBuilder();
  const chunkIds: number[] = [];
  const versionOf: number[] = [];
  const groupOf: number[] = [];
  let titleTerms: readonly string[] = [];
  let lastVersion = -1;
  const groups = new Map<string, number>();
  let groupCount = 0;
  let seen = 0;
  for (const row of rows) {
    if (++seen % 2000 === 0) options.progress?.(seen, total);
    const ordinal = ordinals.get(row.versionId);
    if (ordinal === undefined) continue;
    const isNewVersion = ordinal !== lastVersion;
    if (isNewVersion) {
      titleTerms = termsOf(versions[ordinal]?.title ?? "");
      groups.clear();
    }
    lastVersion = ordinal;
    const article = row.article ?? "";
    const group = groups.get(article) ?? groupCount++;
    groups.set(article, group);
    chunkIds.push(row.id);
    versionOf.push(ordinal);
    groupOf.push(group);
    const heading = row.heading ? termsOf(row.heading) : [];
    builder.add([...titleTerms, ...(row.chapter ? termsOf(row.chapter) : []), ...heading, ...termsOf(row.text)]);
  }
  options.progress?.(total, total);
  return {
    chunks: { chunkIds: Uint32Array.from(chunkIds), versionOf: Uint32Array.from(versionOf), groupOf: Uint32Array.from(groupOf) },
    lexical: builder.finish(),
  };
}

/** The same document with another version, or with other dates, has changed. */
async function compare(indexFolder: string, versions: readonly IndexedVersion[]): Promise<IndexCounts> {
  const counts: IndexCounts = { added: 0, changed: 0, unchanged: 0, removed: 0 };
  const name = await currentGeneration(indexFolder);
  const previous = name ? await loadGeneration(indexFolder, name).catch(() => null) : null;
  const before = new Map(previous?.versions.map((version) => [version.documentId, version]));
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
