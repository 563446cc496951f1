import type { ForceStatus } from "../domain/document.js";
import type { Place } from "../domain/place.js";
import { dateNumber, type PlainDate } from "../domain/plain-date.js";
import type { Citation } from "../domain/reply.js";
import type { GuideElements } from "../knowledge/guide-elements.js";
import { type Meaning, meaningOf, type RankingFeature, type Rankings, rankingFeatures } from "../knowledge/ranking.js";
import type { Vocabulary } from "../knowledge/vocabulary.js";
import type { Embedder } from "../models/embedder/embedder.js";
import { chunkById, chunksOfVersion, type StoredChunk } from "../store/documents.js";
import type { Store } from "../store/open.js";
import { normaliseText } from "../text/normalise.js";
import { titleKey } from "../text/title-key.js";
import { toSimplified } from "../text/traditional.js";
import { askedElement } from "./asked-element.js";
import { candidatesFor } from "./candidates.js";
import { type Collection, openCollection, type Scope, versionsIn } from "./collection.js";
import { withoutDuplicates } from "./duplicates.js";
import { statusOn } from "./force.js";
import type { IndexedVersion } from "./generations/format.js";
import { currentGeneration } from "./generations/pointer.js";
import { loadCurrent } from "./generations/read.js";
import { likenessTo } from "./likeness.js";
import { articleAsked, articleNamed, citedText, passagesNaming } from "./named.js";
import { queryOf } from "./query.js";
import { featuresOf } from "./ranking/features.js";
import { type Ranked, rank } from "./ranking/rank.js";
import { indexFolderOf } from "./reindex.js";
import { pairMatcher } from "./sketches/match.js";

export type SearchOptions = {
  readonly place: Place;
  readonly asOf: PlainDate;
  /** How many hits are wanted. */
  readonly top: number;
  readonly scope: Scope;
  /** How many chunks of each list are ranked; without it the ranking's own number, or `top` when more are wanted. */
  readonly candidates?: number;
};

/** A passage that was found. */
export type Hit = {
  readonly chunk: StoredChunk;
  readonly version: IndexedVersion;
  /** The probability that this passage is a right one, as the ranker sees it: comparable between searches. */
  readonly score: number;
  /** BM25 in words as rare as can be: comparable between indexes of different sizes. */
  readonly strength: number;
  readonly status: ForceStatus;
  /** The share of the question's weight (inverse document frequency) that the passage, with its title, holds: 0 … 1. */
  readonly coverage: number;
  /** The share of the question's weight that the document's title holds: 0 … 1. */
  readonly titleCoverage: number;
  /** In the order of `rankingFeatures`; empty for a passage that was looked up and not searched. */
  readonly features: Float32Array;
  /** Which ranking gave the score: that of words alone where the question had no vector. */
  readonly rankedBy: Meaning;
};

/** Finds passages by their words and by their meaning. */
export type Retrieval = {
  /** At most one hit per document version and article, best first. */
  search(text: string, options: SearchOptions): Promise<readonly Hit[]>;
  /** The passage of an article that another text names, when it is indexed and holds there and then. */
  article(title: string, article: string, options: Pick<SearchOptions, "place" | "asOf">): Hit | null;
  /** The passages of our own texts that name an article as what they rest on, and hold there and then: interpretations first. */
  naming(title: string, article: string, options: Pick<SearchOptions, "place" | "asOf">): readonly Hit[];
  /** How alike a question is in meaning to each of some others, at most 1; null without an embedder. */
  likeness(question: string, others: readonly string[]): Promise<readonly number[] | null>;
  /** The stored text of a cited version, found by what a citation says of it; null when it is not indexed. */
  documentText(citation: Pick<Citation, "document" | "path" | "effectiveFrom">): string | null;
  /** The other passages of a document version, in their order. */
  passages(version: IndexedVersion): readonly StoredChunk[];
  /** The indexed versions that bear a title, whatever their place and whether or not they are in force. */
  titled(title: string): readonly IndexedVersion[];
  /** How an indexed version stands on a day (20261123); null when it is not indexed. */
  statusOf(versionId: number, day: number): ForceStatus | null;
  /** The generation that answers now. */
  generation(): string;
  /** What the vectors of that generation were made with, and whether it is at hand now. */
  meaning(): { readonly embedder: string | null; readonly usable: boolean; readonly kind: Meaning };
  /** Loads the current generation when another process made a new one; true when it did. Tries again to open an embedder that was missing. */
  refresh(): Promise<boolean>;
  /** Whether an earlier generation answers, because the current one is damaged: the index is to be made anew. */
  isRolledBack(): boolean;
};

export type RetrievalSettings = {
  readonly vocabulary: Vocabulary;
  readonly guideElements: GuideElements;
  readonly rankings: Rankings;
  /** Opens the embedder that a generation names; rejects when it is not at hand. */
  readonly embedderFor: (name: string, dimension: number, fingerprint: string) => Promise<Embedder>;
  /** Told when the embedder of a generation cannot be used: words alone find, until it is there again, which is tried once a minute. */
  readonly onEmbedderMissing?: (cause: unknown) => void;
  /** Told when the current generation is damaged, and an earlier one answers. */
  readonly onDamaged?: (cause: unknown) => void;
  /** How long an embedder that failed is left alone, in ms; default a minute. */
  readonly leftAloneMs?: number;
};

type Loaded = { readonly collection: Collection; readonly embedder: Embedder | null; readonly isRolledBack: boolean };

/** A resident must not wait for a missing embedder with every question. */
const usuallyLeftAloneMs = 60_000;

/**
 * Opens the current index generation of the store's home.
 * @throws ZhengwenError `index_missing`, `index_damaged`
 */
export async function openRetrieval(store: Store, settings: RetrievalSettings): Promise<Retrieval> {
  const folder = indexFolderOf(store.home);
  const pairs = pairMatcher();
  const { leftAloneMs = usuallyLeftAloneMs } = settings;
  const load = async (before: Collection | null): Promise<Loaded> => {
    const [base] = before?.segments ?? [];
    const generation = await loadCurrent(folder, before && base ? { manifest: before.generation.manifest, base } : null);
    if (generation.damage) settings.onDamaged?.(generation.damage);
    const embedder = await usableEmbedder(generation.manifest.embedder, settings);
    return { collection: await openCollection(generation, before), embedder, isRolledBack: generation.damage !== null };
  };
  let loaded = await load(null);
  let triedAt = performance.now();
  /** Until when questions go by words alone, after an embedder failed. */
  let silentUntil = 0;
  /** A damaged generation, read once and not again every time that somebody looks. */
  let refused: string | null = null;

  /** An endpoint that does not answer costs the meaning, not the answer. */
  const vectorOf = async (text: string, embedder: Embedder | null): Promise<Float32Array | null> => {
    if (performance.now() < silentUntil) return null;
    try {
      const vector = await embedder?.embedQuery(text);
      // all zeros when nothing in the text is known: then words alone find
      return vector?.some((number) => number !== 0) ? vector : null;
    } catch (cause) {
      settings.onEmbedderMissing?.(cause);
      silentUntil = performance.now() + leftAloneMs;
      return null;
    }
  };
  const openMissing = async (): Promise<void> => {
    const { manifest } = loaded.collection.generation;
    if (loaded.embedder || !manifest.embedder || performance.now() < triedAt + leftAloneMs) return;
    triedAt = performance.now();
    const embedder = await usableEmbedder(manifest.embedder, { embedderFor: settings.embedderFor });
    if (embedder && manifest === loaded.collection.generation.manifest) loaded = { ...loaded, embedder };
  };

  const search = async (asked: string, options: SearchOptions): Promise<readonly Hit[]> => {
    const { collection, embedder } = loaded;
    // the texts are in simplified characters; residents of Guangdong may write traditional ones
    const text = toSimplified(normaliseText(asked)).slice(0, longestQuestion);
    const vector = await vectorOf(text, embedder);
    const { vocabulary, rankings } = settings;
    const rankedBy = meaningOf(vector && embedder ? embedder.name : null);
    const ranking = rankings[rankedBy];
    const query = queryOf(text, vector, vocabulary, ranking.vocabulary, collection.idf);
    const day = dateNumber(options.asOf);
    const passes = versionsIn(collection, options.place, day, options.scope);
    const candidates = candidatesFor(query, collection, passes, options.candidates ?? Math.max(ranking.candidates, options.top));
    const featured = featuresOf(query, candidates, collection, pairs, day, ranking.fusion);
    const named = articleAsked(store, collection, text, passes, day);
    const hits: Hit[] = named ? [{ ...named, rankedBy }] : [];
    const rarest = collection.idf("\u0000");
    for (const { candidate, features, score } of withoutDuplicates(rank(featured, ranking), day, foundIn(collection))) {
      if (hits.length === options.top) break;
      const found = chunkById(store, candidate.segment.chunks.chunkIds[candidate.chunk] as number);
      if (!found || (named && isSameArticle(found, named.chunk))) continue;
      const version = collection.generation.versions[candidate.ordinal] as IndexedVersion;
      const isGuide = version.kind === "service_guide";
      const element = isGuide ? askedElement(chunksOfVersion(store, version.versionId), text, settings.guideElements) : null;
      const chunk = element ?? found;
      hits.push({
        chunk,
        version,
        score,
        strength: candidate.words / rarest,
        status: statusOn(version, day),
        coverage: features[coverageAt] as number,
        titleCoverage: features[titleCoverageAt] as number,
        features,
        rankedBy,
      });
    }
    return hits;
  };

  return {
    search,
    article: (title, article, options) => articleNamed(store, loaded.collection, title, article, options),
    naming: (title, article, options) => passagesNaming(store, loaded.collection, title, article, options),
    likeness: async (question, others) => {
      const { embedder } = loaded;
      const vector = await vectorOf(toSimplified(normaliseText(question)), embedder);
      return vector && embedder ? likenessTo(vector, others, embedder) : null;
    },
    documentText: (citation) => citedText(store, loaded.collection, citation),
    passages: (version) => chunksOfVersion(store, version.versionId),
    titled: (title) => loaded.collection.byTitle.get(titleKey(title.split("·")[0] ?? title)) ?? [],
    statusOf: (versionId, day) => {
      const version = loaded.collection.generation.versions.find((each) => each.versionId === versionId);
      return version ? statusOn(version, day) : null;
    },
    generation: () => loaded.collection.generation.name,
    isRolledBack: () => loaded.isRolledBack,
    meaning: () => ({
      embedder: loaded.collection.generation.manifest.embedder?.name ?? null,
      usable: loaded.embedder !== null,
      kind: meaningOf(loaded.embedder?.name ?? null),
    }),
    refresh: async () => {
      const current = await currentGeneration(folder);
      const serving = loaded.collection.generation.name;
      if (current === null || current === serving || current === refused) {
        await openMissing();
        return false;
      }
      const next = await load(loaded.collection).catch((cause: unknown) => {
        refused = current;
        settings.onDamaged?.(cause);
        return null;
      });
      if (next === null) return false;
      if (next.collection.generation.name !== current) refused = current;
      if (next.collection.generation.name === serving) return false;
      loaded = next;
      return true;
    },
  };
}

function isSameArticle(one: StoredChunk, other: StoredChunk): boolean {
  return one.versionId === other.versionId && one.article === other.article;
}

function foundIn({ generation }: Collection) {
  return ({ candidate: { ordinal, segment, chunk } }: Ranked) => ({
    version: generation.versions[ordinal] as IndexedVersion,
    article: segment.chunks.articleOf[chunk] as number,
  });
}

/** Characters of a question that are searched for: of a pasted notice the beginning says what it is about. */
const longestQuestion = 600;

const coverageAt = rankingFeatures.indexOf("coverage" satisfies RankingFeature);
const titleCoverageAt = rankingFeatures.indexOf("titleCoverage" satisfies RankingFeature);

/** An embedder that gives other vectors than the index holds is as good as none. */
async function usableEmbedder(
  made: { readonly name: string; readonly fingerprint: string; readonly dimension: number } | null,
  { embedderFor, onEmbedderMissing }: Pick<RetrievalSettings, "embedderFor" | "onEmbedderMissing">,
): Promise<Embedder | null> {
  if (!made) return null;
  try {
    const embedder = await embedderFor(made.name, made.dimension, made.fingerprint);
    if (embedder.fingerprint === made.fingerprint) return embedder;
    throw new Error(`the model ${made.name} is another than the index was made with: run \`zhengwen reindex\``);
  } catch (cause) {
    onEmbedderMissing?.(cause);
    return null;
  }
}
