import { type Place, placeLevel } from "../../domain/place.js";
import { type RankingFeature, rankingFeatures } from "../../knowledge/ranking.js";
import type { Candidate, Candidates } from "../candidates.js";
import type { Collection } from "../collection.js";
import type { IndexedVersion } from "../generations/format.js";
import type { QueryTerm } from "../lexical/search.js";
import type { Query } from "../query.js";
import type { PairMatcher } from "../sketches/match.js";

/** A candidate with its features, in the order of `rankingFeatures`. */
export type Featured = {
  readonly candidate: Candidate;
  /** Convex fusion of both scores: 0 … 1. */
  readonly fused: number;
  readonly features: Float32Array;
};

const at = Object.fromEntries(rankingFeatures.map((name, index) => [name, index])) as Readonly<Record<RankingFeature, number>>;
const kinds: Readonly<Record<string, RankingFeature>> = {
  law: "law",
  administrative_regulation: "administrativeRegulation",
  judicial_interpretation: "judicialInterpretation",
  rule: "rule",
  normative_document: "ownText",
  service_guide: "ownText",
  interpretation: "ownText",
  disclosure: "ownText",
  notice: "ownText",
  faq: "ownText",
};
/** How fast a rank loses weight: reciprocal, as in rank fusion (Cormack, Clarke and Büttcher 2009), steeper. */
const rankOffset = 10;
/** The fused list is looked at to this depth for what the best hits share. */
const depth = 100;
const longestPhrase = 8;
const oldest = 30;

/**
 * What the ranker looks at. Scores are those of the candidate, ranks its places in each list; shares are 0 … 1 by weight (inverse document
 * frequency): of the question that the passage, its title or its chapter holds; `titleSaid` the other way round, of the title's words that
 * were said. `sameDocument` counts how many of the best 100 share the document, `nextTo` is the fused score of the articles beside it.
 * @param day the day asked about, as 20261123
 * @param fusion share of the words in the fused score
 */
export function featuresOf(
  query: Query,
  { found, meanCosine }: Candidates,
  collection: Collection,
  pairs: PairMatcher,
  day: number,
  fusion: number,
): readonly Featured[] {
  const mostWords = found.reduce((most, { words }) => Math.max(most, words), 0) || 1;
  const mostCosine = found.reduce((most, { cosine }) => Math.max(most, cosine), meanCosine);
  const span = mostCosine - meanCosine || 1;
  const meaning = (cosine: number) => (query.vector ? (cosine - meanCosine) / span : 0);
  const weight = query.vector ? fusion : 1;
  const fusedOf = (candidate: Candidate) => (weight * candidate.words) / mostWords + (1 - weight) * meaning(candidate.cosine);
  const scored = found.map((candidate) => ({ candidate, fused: fusedOf(candidate) })).sort((a, b) => b.fused - a.fused);
  const wordRanks = ranksBy(scored, ({ candidate }) => candidate.words);
  const meaningRanks = ranksBy(scored, ({ candidate }) => candidate.cosine);
  const documents = documentsOf(scored);
  const shares = termShares(query);
  const asked = questionWeight(query);
  const titles = titleShares(asked, collection);
  const chapters = new Map<ReadonlySet<string>, number>();
  const rarest = collection.idf("\u0000");
  const typed = likeTyped(query.text);
  pairs.ask(query.text);
  return scored.map(({ candidate, fused }, position) => {
    const { segment, chunk, ordinal } = candidate;
    const version = collection.generation.versions[ordinal] as IndexedVersion;
    const features = new Float32Array(rankingFeatures.length);
    features[at.words] = candidate.words / mostWords;
    features[at.wordStrength] = Math.log1p(candidate.words / rarest);
    features[at.meaning] = meaning(candidate.cosine);
    features[at.meaningStrength] = candidate.cosine;
    const wordRank = wordRanks[position] as number;
    const meaningRank = meaningRanks[position] as number;
    features[at.wordRank] = candidate.words > 0 ? rankOffset / (rankOffset + wordRank) : 0;
    features[at.meaningRank] = query.vector ? rankOffset / (rankOffset + meaningRank) : 0;
    features[at.bothLists] = wordRank < depth && meaningRank < depth && candidate.words > 0 && query.vector ? 1 : 0;
    const share = shares(candidate.termsIn);
    features[at.coverage] = share.said;
    features[at.officialCoverage] = share.official;
    const title = titles(ordinal);
    features[at.titleCoverage] = title.covered;
    features[at.titleSaid] = title.said;
    const chapter = segment.chapterTerms[segment.chunks.chapterOf[chunk] as number] as ReadonlySet<string>;
    features[at.chapterCoverage] = cached(chapters, chapter, () => asked.share(asked.held(chapter)));
    const pair = pairs.match(segment.sketches, chunk);
    features[at.characterPairs] = pair.share;
    features[at.phrase] = Math.min(pair.longestRun, longestPhrase) / longestPhrase;
    features[at.numbers] = share.numbers;
    features[at.articleNamed] = query.article !== null && segment.chunks.articleOf[chunk] === query.article ? 1 : 0;
    features[at.documentNumberNamed] = version.documentNumber !== null && typed.includes(likeTyped(version.documentNumber)) ? 1 : 0;
    const kind = kinds[version.kind];
    if (kind) features[at[kind]] = 1;
    if (kind === "ownText") features[at.ownTitle] = title.covered;
    features[at.local] = placeLevel(version.place as Place) / 4;
    features[at.age] = version.from === 0 ? 0.5 : Math.min(oldest, Math.max(0, (day - version.from) / 10_000)) / oldest;
    features[at.length] = Math.log(1 + (segment.lexical.lengths[chunk] as number)) / 6;
    const document = documents.get(ordinal);
    features[at.sameDocument] = Math.log1p(document?.count ?? 0) / Math.log1p(depth);
    features[at.bestOfDocument] = document?.best ?? 0;
    features[at.nextTo] = besideScore(candidate, documents);
    return { candidate, fused, features };
  });
}

/** A document number has brackets that few keyboards offer: 〔2026〕 is typed [2026], （2026） or 【2026】. */
function likeTyped(text: string): string {
  return text
    .toLowerCase()
    .replace(/[〔［【（(]/g, "[")
    .replace(/[〕］】）)]/g, "]");
}

function cached<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function ranksBy<T>(items: readonly T[], score: (item: T) => number): Uint16Array {
  const ranks = new Uint16Array(items.length);
  const scores = Float64Array.from(items, score);
  const order = Uint16Array.from(items.keys()).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  for (let rank = 0; rank < order.length; rank++) ranks[order[rank] as number] = rank;
  return ranks;
}

type FoundIn = { count: number; best: number; readonly byChunk: Map<number, number> };

/** By version: how many of the best share it, the best fused score, and the fused score of each group found in it. */
function documentsOf(scored: readonly { readonly candidate: Candidate; readonly fused: number }[]): ReadonlyMap<number, FoundIn> {
  const documents = new Map<number, FoundIn>();
  for (const [position, { candidate, fused }] of scored.entries()) {
    const known = cached(documents, candidate.ordinal, (): FoundIn => ({ count: 0, best: fused, byChunk: new Map() }));
    if (position < depth) known.count++;
    known.byChunk.set(candidate.segment.chunks.groupOf[candidate.chunk] as number, fused);
  }
  return documents;
}

/** Articles of a version have neighbouring group numbers: what answers seldom stands alone. */
function besideScore({ segment, chunk, ordinal }: Candidate, documents: ReadonlyMap<number, FoundIn>): number {
  const group = segment.chunks.groupOf[chunk] as number;
  const scores = documents.get(ordinal)?.byChunk;
  return Math.max(scores?.get(group - 1) ?? 0, scores?.get(group + 1) ?? 0);
}

/** Shares by the bits of the terms held, worked out once a query. */
function termShares({ terms, idf }: Query) {
  const totals = { said: 0, official: 0, numbers: 0 };
  const numeric = terms.map(({ term }) => /^[0-9]+$/.test(term));
  for (const [index, { official }] of terms.entries()) {
    totals[official ? "official" : "said"] += idf[index] as number;
    if (numeric[index]) totals.numbers++;
  }
  return (termsIn: number) => {
    const sums = { said: 0, official: 0, numbers: 0 };
    for (let bits = termsIn; bits !== 0; bits &= bits - 1) {
      const index = 31 - Math.clz32(bits & -bits);
      sums[terms[index]?.official ? "official" : "said"] += idf[index] as number;
      if (numeric[index]) sums.numbers++;
    }
    return {
      said: totals.said === 0 ? 0 : sums.said / totals.said,
      official: totals.official === 0 ? 0 : sums.official / totals.official,
      numbers: totals.numbers === 0 ? 0 : sums.numbers / totals.numbers,
    };
  };
}

/** The weight of the question's terms (inverse document frequency), and of those that a heading holds. */
function questionWeight({ terms, idf }: Query) {
  const weights = terms.map(({ weight }, index) => weight * (idf[index] as number));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const held = (heading: ReadonlySet<string>) => {
    let sum = 0;
    for (let index = 0; index < terms.length; index++) if (heading.has((terms[index] as QueryTerm).term)) sum += weights[index] as number;
    return sum;
  };
  return { held, share: (weight: number) => (total === 0 ? 0 : weight / total) };
}

function titleShares({ held, share }: ReturnType<typeof questionWeight>, collection: Collection) {
  const known = new Map<number, { covered: number; said: number }>();
  return (ordinal: number) =>
    cached(known, ordinal, () => {
      const both = held(collection.titleTerms[ordinal] as ReadonlySet<string>);
      const total = collection.titleWeights[ordinal] as number;
      return { covered: share(both), said: total === 0 ? 0 : both / total };
    });
}
