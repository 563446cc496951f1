import { setImmediate } from "node:timers/promises";
import type { Embedder } from "../embedder.js";
import { scaleToUnit } from "../unit.js";
import type { WordVectors } from "./format.js";
import { readWordVectors } from "./read.js";
import { wordReader } from "./words.js";

/** Milliseconds after which other work of the process gets its turn. */
const longestTurn = 20;

/**
 * Opens the word vectors of a folder.
 * @throws ZhengwenError `embedder_damaged` naming the file that is missing, cut off or changed.
 */
export async function openStaticEmbedder(folder: string): Promise<Embedder> {
  const { vectors, fingerprint } = await readWordVectors(folder);
  const { dimension } = vectors;
  const embed = textEmbedder(vectors);
  return {
    name: "static",
    fingerprint,
    dimension,
    embedQuery: async (text) => embed(text, new Float32Array(dimension)),
    embedPassages: async (texts, progress) => {
      const all = new Float32Array(texts.length * dimension);
      let begun = performance.now();
      for (const [index, text] of texts.entries()) {
        embed(text, all.subarray(index * dimension, (index + 1) * dimension));
        if (performance.now() - begun < longestTurn) continue;
        progress?.(index + 1);
        await setImmediate();
        begun = performance.now();
      }
      progress?.(texts.length);
      return all;
    },
    close: async () => {},
  };
}

/**
 * A text is the sum of its words' vectors, scaled to length 1; a word that stands there four times counts twice.
 * Gives back the vector that it was given, of zeros, to write to.
 */
export function textEmbedder({ words, rows, scales, dimension }: WordVectors): (text: string, sum: Float32Array) => Float32Array {
  const read = wordReader(words);
  const counts = new Uint16Array(words.length);
  const present: number[] = [];
  const count = (word: number) => {
    const before = counts[word] as number;
    if (before === 0) present.push(word);
    if (before < 65_535) counts[word] = before + 1;
  };
  return (text, sum) => {
    present.length = 0;
    read(text, count);
    for (const word of present) {
      const weight = (scales[word] as number) * Math.sqrt(counts[word] as number);
      counts[word] = 0;
      const start = word * dimension;
      for (let index = 0; index < dimension; index++) sum[index] = (sum[index] as number) + weight * (rows[start + index] as number);
    }
    return scaleToUnit(sum);
  };
}
