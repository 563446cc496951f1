import type { Categories } from "../knowledge/categories.js";
import { textEmbedder } from "../models/embedder/static/open.js";
import { readWordVectorsSync } from "../models/embedder/static/read.js";
import { segment } from "../text/segment.js";
import { type CueScores, openCueScores } from "./cue-scores.js";

/** What a message's category is decided from. */
export type CategoryFeatures = {
  /** Its words of two characters or more, each once, whether a model knows them or not. */
  readonly words: ReadonlySet<string>;
  /** What each of its words counts: all together have length `lengths.words`. */
  readonly wordShare: number;
  /** Its vector by the static embedder, of length `lengths.meaning`. */
  readonly meaning: Float32Array;
  readonly cues: CueScores;
  /** By category, log(1 + its score by cues), and the same of its first level. */
  readonly ownCues: Float64Array;
  readonly level1Cues: Float64Array;
};

/** Long messages hold many words: without a common length they would shout. Chosen by cross-validation (docs/decisions/0011). */
const lengths = { words: 3, meaning: 2 };
const twoHan = /^\p{Script=Han}{2,}$/u;

/**
 * Reads messages in simplified characters.
 * @param embedderFolder of the static embedder
 * @throws ZhengwenError `embedder_damaged`
 */
export function openCategoryFeatures(
  { all, neutral }: Pick<Categories, "all" | "neutral">,
  embedderFolder: string,
): { readonly fingerprint: string; readonly dimension: number; read(text: string): CategoryFeatures } {
  const { vectors, fingerprint } = readWordVectorsSync(embedderFolder);
  const embed = textEmbedder(vectors);
  const scoreCues = openCueScores({ all, neutral });
  const firstLevels = [...new Set(all.map(({ level1 }) => level1))];
  const level1Of = all.map(({ level1 }) => firstLevels.indexOf(level1));
  return {
    fingerprint,
    dimension: vectors.dimension,
    read: (text) => {
      const words = new Set(segment(text).filter((word) => twoHan.test(word)));
      const meaning = embed(text, new Float32Array(vectors.dimension)).map((value) => value * lengths.meaning);
      const cues = scoreCues(text);
      const sums = new Float64Array(firstLevels.length);
      for (const [index, score] of cues.scores.entries()) {
        const level1 = level1Of[index] as number;
        sums[level1] = (sums[level1] as number) + score;
      }
      return {
        words,
        wordShare: words.size === 0 ? 0 : lengths.words / Math.sqrt(words.size),
        meaning,
        cues,
        ownCues: cues.scores.map(Math.log1p),
        level1Cues: cues.scores.map((_, index) => Math.log1p(sums[level1Of[index] as number] as number)),
      };
    },
  };
}
