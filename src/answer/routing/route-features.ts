import type { RouteRules } from "../../knowledge/routing.js";
import { textEmbedder } from "../../models/embedder/static/open.js";
import { readWordVectorsSync } from "../../models/embedder/static/read.js";
import { characterRuns } from "../../text/character-runs.js";
import { type CueSums, sumCues } from "./cue-sums.js";

/** What a message's route is decided from. */
export type RouteFeatures = {
  readonly runs: ReadonlySet<string>;
  /** What each of its runs counts: all together have length `lengths.runs`. */
  readonly runShare: number;
  /** Its vector by the static embedder, of length `lengths.meaning`. */
  readonly meaning: Float32Array;
  /** The sums of cues, route by route, and the traits of the message's shape. */
  readonly traits: Float64Array;
  readonly cues: CueSums;
};

/** Long messages hold many runs: without a common length they would shout. Chosen by cross-validation (docs/decisions/0015). */
const lengths = { runs: 3, meaning: 2 };
const asks = /[?？]|吗|呢|么[，。!！]?$|(什么|多少|几|怎么|如何|哪|是否|能不能|可不可以|有没有|要不要|边度|点样|咩)/u;

/**
 * Reads messages in the form of `plainForm`.
 * @param embedderFolder of the static embedder
 * @throws ZhengwenError `embedder_damaged`
 */
export function openRouteFeatures(
  rules: readonly RouteRules[],
  embedderFolder: string,
): { readonly fingerprint: string; readonly dimension: number; readonly traits: number; read(text: string): RouteFeatures } {
  const { vectors, fingerprint } = readWordVectorsSync(embedderFolder);
  const embed = textEmbedder(vectors);
  const read = (text: string): RouteFeatures => {
    const runs = characterRuns(text);
    const cues = sumCues(text, rules);
    const length = Math.log1p([...text].length);
    const shape = [
      length / 3,
      text.includes("\n") ? 1 : 0,
      asks.test(text) ? 1 : 0,
      /[?？]\s*$/u.test(text) ? 1 : 0,
      /[0-9]{5}/u.test(text) ? 1 : 0,
    ];
    return {
      runs,
      runShare: lengths.runs / Math.sqrt(runs.size),
      meaning: embed(text, new Float32Array(vectors.dimension)).map((value) => value * lengths.meaning),
      traits: Float64Array.from([...cues.sums.map(inScale), ...shape]),
      cues,
    };
  };
  return { fingerprint, dimension: vectors.dimension, traits: read("").traits.length, read };
}

/** A sum of cues as a number of about one: the tenth cue says little more than the second. */
function inScale(sum: number): number {
  return Math.sign(sum) * Math.log1p(Math.abs(sum));
}
