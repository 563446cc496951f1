import { z } from "zod";
import { readKnowledge } from "./read.js";

/** What the ranker looks at; each is a number, described in `retrieval/ranking/features.ts`. */
export const rankingFeatures = [
  "words",
  "wordStrength",
  "meaning",
  "meaningStrength",
  "wordRank",
  "meaningRank",
  "bothLists",
  "coverage",
  "officialCoverage",
  "titleCoverage",
  "titleSaid",
  "chapterCoverage",
  "characterPairs",
  "phrase",
  "numbers",
  "articleNamed",
  "documentNumberNamed",
  "law",
  "administrativeRegulation",
  "judicialInterpretation",
  "rule",
  "ownText",
  "ownTitle",
  "local",
  "age",
  "length",
  "sameDocument",
  "bestOfDocument",
  "nextTo",
] as const;
export type RankingFeature = (typeof rankingFeatures)[number];

const weights = Object.fromEntries(rankingFeatures.map((name) => [name, z.number()])) as Record<RankingFeature, z.ZodNumber>;
const calibration = z.object({ slope: z.number().positive(), intercept: z.number() });

const schema = z.object({
  /** Share of the words in the convex fusion that chooses the candidates. */
  fusion: z.number().min(0).max(1),
  /** How many chunks of each list are ranked. */
  candidates: z.number().int().min(10),
  /** Weight of an official word that stands for an everyday one, and of an everyday one for an official one; a word that was said has 1. */
  vocabulary: z.object({ official: z.number().min(0), everyday: z.number().min(0) }),
  weights: z.object(weights),
  /** Turns a linear score into the probability that the passage is a right one (Platt scaling). */
  calibration,
});

/** Coefficients of the ranking. */
export type Ranking = z.infer<typeof schema>;

/**
 * What stands behind the vectors: nothing, the word vectors that come with the package, or a model that somebody chose. Each scatters its
 * cosines otherwise, so each has coefficients of its own.
 */
export const meanings = ["words", "static", "model"] as const;
export type Meaning = (typeof meanings)[number];

/** The coefficients by what stands behind the vectors. */
export type Rankings = Readonly<Record<Meaning, Ranking>>;

/** The kind of an embedder by its name; null is an index of words only. */
export function meaningOf(embedder: string | null): Meaning {
  if (embedder === null) return "words";
  return embedder === "static" ? "static" : "model";
}

/** @throws ZhengwenError `knowledge_invalid` naming the file and what is wrong in it. */
export function loadRankings(folder: string): Rankings {
  const load = (meaning: Meaning) => readKnowledge(folder, `ranking/${meaning}.yml`, schema);
  return { words: load("words"), static: load("static"), model: load("model") };
}
