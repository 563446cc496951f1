import type { ForceStatus } from "../domain/document.js";
import { holdsIn, nation, type Place } from "../domain/place.js";
import { dateNumber, type PlainDate } from "../domain/plain-date.js";
import type { Citation } from "../domain/reply.js";
import type { Vocabulary } from "../knowledge/vocabulary.js";
import { chunkById, chunksOfArticle, chunksOfVersion, type StoredChunk, textOfVersion } from "../store/documents.js";
import type { Store } from "../store/open.js";
import { titleKey } from "../text/title-key.js";
import { statusOn } from "./force.js";
import type { IndexedVersion } from "./generations/format.js";
import { currentGeneration } from "./generations/pointer.js";
import { type LoadedGeneration, loadCurrent } from "./generations/read.js";
import { type LexicalSearcher, lexicalSearcher, type ScoredChunk, type WeightedTerm } from "./lexical/search.js";
import { indexFolderOf } from "./reindex.js";
import { termsOf } from "./tokens.js";

/** `holding`: in force on the day, for the place or above it. `elsewhere`: one of the two, to say what is missing. */
export type Scope = "holding" | "elsewhere";

export type SearchOptions = { readonly place: Place; readonly asOf: PlainDate; readonly top: number; readonly scope: Scope };

/** A passage that was found. */
export type Hit = {
  readonly chunk: StoredChunk;
  readonly version: IndexedVersion;
  /** BM25, in its own units: comparable within one search. */
  readonly score: number;
  /** The score in words as rare as can be: comparable between indexes of different sizes. */
  readonly strength: number;
  readonly status: ForceStatus;
  /** The share of the query's weight (inverse document frequency) that the passage, with its title, holds: 0 … 1. */
  readonly coverage: number;
  /** The share of the query's weight that the document's title holds: 0 … 1. */
  readonly titleCoverage: number;
};

/** Finds passages; later, vectors join the words behind the same three functions. */
export type Retrieval = {
  /** At most one hit per document version and article, best first. */
  search(text: string, options: SearchOptions): readonly Hit[];
  /** The passage of an article that another text names, when it is indexed and holds there and then. */
  article(title: string, article: string, options: Pick<SearchOptions, "place" | "asOf">): Hit | null;
  /** The stored text of a cited version, found by what a citation says of it; null when it is not indexed. */
  documentText(citation: Pick<Citation, "document" | "path" | "effectiveFrom">): string | null;
  /** The other passages of a document version, in their order. */
  passages(version: IndexedVersion): readonly StoredChunk[];
  /** How an indexed version stands on a day (20261123); null when it is not indexed. */
  statusOf(versionId: number, day: number): ForceStatus | null;
  /** The generation that answers now. */
  generation(): string;
  /** Loads the current generation when another process made a new one; true when it did. */
  refresh(): Promise<boolean>;
};

type Loaded = {
  readonly generation: LoadedGeneration;
  readonly searcher: LexicalSearcher;
  /** Versions by their title's key; the books of the civil code also under the code's. */
  readonly byTitle: ReadonlyMap<string, readonly IndexedVersion[]>;
};

/**
 * Opens the current index generation of the store's home.
 * @throws ZhengwenError `index_missing`, `index_damaged`
 */
export async function openRetrieval(store: Store, vocabulary: Vocabulary): Promise<Retrieval> {
  const folder = indexFolderOf(store.home);
  let loaded = await load(folder);
  /** A damaged generation, read once and not again every time that somebody looks. */
  let refused: string | null = null;
  return {
    search: (text, options) => search(store, loaded, weigh(text, vocabulary), options),
    article: (title, article, options) => lookUp(store, loaded, title, article, options),
    documentText: (citation) => citedText(store, loaded, citation),
    passages: (version) => chunksOfVersion(store, version.versionId),
    statusOf: (versionId, day) => {
      const version = loaded.generation.versions.find((each) => each.versionId === versionId);
      return version ? statusOn(version, day) : null;
    },
    generation: () => loaded.generation.name,
    refresh: async () => {
      const current = await currentGeneration(folder);
      if (current === null || current === loaded.generation.name) return false;
      if (current === refused) return false;
      const next = await load(folder);
      if (next.generation.name !== current) refused = current;
      if (next.generation.name === loaded.generation.name) return false;
      loaded = next;
      return true;
    },
  };
}

async function load(folder: string): Promise<Loaded> {
  const generation = await loadCurrent(folder);
  const byTitle = new Map<string, IndexedVersion[]>();
  for (const version of generation.versions) {
    const key = titleKey(version.title.split("·")[0] ?? version.title);
    const same = byTitle.get(key);
    if (same) same.push(version);
    else byTitle.set(key, [version]);
  }
  return { generation, searcher: lexicalSearcher(generation.lexical, generation.chunks.chunkIds.length), byTitle };
}

function lookUp(
  store: Store,
  { byTitle }: Loaded,
  title: string,
  article: string,
  options: Pick<SearchOptions, "place" | "asOf">,
): Hit | null {
  const day = dateNumber(options.asOf);
  for (const version of byTitle.get(titleKey(title)) ?? []) {
    if (statusOn(version, day) !== "in_force" || !holdsIn(version.place as Place, options.place)) continue;
    const chunk = chunksOfArticle(store, version.versionId, article)[0];
    if (chunk) return { chunk, version, score: 0, strength: 0, status: "in_force", coverage: 0, titleCoverage: 0 };
  }
  return null;
}

function citedText(store: Store, { byTitle }: Loaded, citation: Pick<Citation, "document" | "path" | "effectiveFrom">): string | null {
  const from = citation.effectiveFrom ? dateNumber(citation.effectiveFrom) : 0;
  const same = byTitle.get(titleKey(citation.document.split("·")[0] ?? citation.document)) ?? [];
  const version = same.find((each) => each.path === citation.path && each.title === citation.document && each.from === from);
  return version ? textOfVersion(store, version.versionId) : null;
}

function search(store: Store, { generation, searcher }: Loaded, query: readonly WeightedTerm[], options: SearchOptions): readonly Hit[] {
  const day = dateNumber(options.asOf);
  const { chunkIds, versionOf, groupOf } = generation.chunks;
  const passes = versionFilter(generation.versions, options, day);
  const find = (count: number) => searcher.search(query, count, (chunk) => passes[versionOf[chunk] as number] === 1);
  const total = query.reduce((sum, { term, weight }) => sum + (weight === 1 ? searcher.idf(term) : 0), 0);
  const rarest = searcher.idf(unknownTerm);
  const hits: Hit[] = [];
  for (const { chunk, score } of bestOfEachGroup(find, groupOf, options.top)) {
    const version = generation.versions[versionOf[chunk] as number] as IndexedVersion;
    const stored = chunkById(store, chunkIds[chunk] as number);
    if (!stored) continue;
    hits.push({
      chunk: stored,
      version,
      score,
      strength: score / rarest,
      status: statusOn(version, day),
      coverage: coverageOf(query, `${version.title} ${stored.chapter ?? ""} ${stored.heading ?? ""} ${stored.text}`, searcher, total),
      titleCoverage: coverageOf(query, version.title, searcher, total),
    });
  }
  return hits;
}

/** The best chunk of each group: parts of one article share its place among the hits, so more are fetched than asked for. */
function bestOfEachGroup(find: (count: number) => readonly ScoredChunk[], groupOf: Uint32Array, top: number): readonly ScoredChunk[] {
  for (let count = top * 3; ; count *= 4) {
    const found = find(count);
    const best = new Map<number, ScoredChunk>();
    for (const scored of found) {
      const group = groupOf[scored.chunk] as number;
      if (!best.has(group)) best.set(group, scored);
    }
    if (best.size >= top || found.length < count) return [...best.values()].slice(0, top);
  }
}

/** No text holds it. */
const unknownTerm = "\u0000";

/** An official word that stands for an everyday one counts less than a word that was said. */
const officialWeight = 0.6;

/** The query's own words, and the official ones for its everyday words. */
function weigh(text: string, vocabulary: Vocabulary): readonly WeightedTerm[] {
  const said = new Set(termsOf(text));
  const official = new Set(
    vocabulary
      .officialWordsFor(text)
      .flatMap(termsOf)
      .filter((term) => !said.has(term)),
  );
  return [...[...said].map((term) => ({ term, weight: 1 })), ...[...official].map((term) => ({ term, weight: officialWeight }))];
}

/** 1 for each version that the scope lets through; thousands of versions, so once a query and not once a chunk. */
function versionFilter(versions: readonly IndexedVersion[], options: SearchOptions, day: number): Uint8Array {
  const passes = new Uint8Array(versions.length);
  for (const [ordinal, version] of versions.entries()) {
    const inPlace = options.place === nation ? version.place === nation : holdsIn(version.place as Place, options.place);
    const inForce = version.from <= day && day < version.to;
    passes[ordinal] = (options.scope === "holding" ? inPlace && inForce : inPlace !== inForce) ? 1 : 0;
  }
  return passes;
}

function coverageOf(query: readonly WeightedTerm[], text: string, searcher: LexicalSearcher, total: number): number {
  if (total === 0) return 0;
  const held = new Set(termsOf(text));
  // an official word stands in for the everyday one that the passage does not say
  return Math.min(1, query.reduce((sum, { term, weight }) => sum + (held.has(term) ? weight * searcher.idf(term) : 0), 0) / total);
}
