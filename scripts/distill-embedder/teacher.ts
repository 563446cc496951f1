import { createHash } from "node:crypto";
import { join } from "node:path";
import { progressBar } from "../../src/cli/progress.js";
import type { Embedder } from "../../src/models/embedder/embedder.js";
import { openTransformersEmbedder } from "../../src/models/embedder/transformers.js";
import { openKeptVectors } from "./kept-vectors.js";

/** The model whose vectors are learned, with what it once said kept on disk. */
export type Teacher = {
  readonly dimension: number;
  /** The vectors of passages, row after row. */
  passages(texts: readonly string[], label: string): Promise<Float32Array>;
  /** The vectors of questions. */
  questions(texts: readonly string[], label: string): Promise<Float32Array>;
  close(): Promise<void>;
};

const keyBytes = 16;
/** Asked and kept together: what is lost when somebody interrupts. */
const atOnce = 512;

/**
 * @param folder of a model that the `transformers` adapter reads
 * @param cache folder outside of the repository, where vectors are kept by the hash of their text and the model's fingerprint
 */
export async function openTeacher(folder: string, cache: string): Promise<Teacher> {
  const embedder = await openTransformersEmbedder({ model: folder, cacheFolder: cache });
  const kept = openKeptVectors(join(cache, `teacher-${embedder.fingerprint.slice(0, 16)}`), embedder.dimension);
  const ask = async (kind: "passage" | "question", texts: readonly string[], label: string) => {
    const keys = texts.map((text) => createHash("sha256").update(`${kind}\n${text}`).digest().subarray(0, keyBytes).toString("hex"));
    const missing = [...new Map(keys.map((key, index) => [key, index])).entries()].filter(([key]) => !kept.has(key));
    const bar = progressBar(label.padEnd(15));
    for (let from = 0; from < missing.length; from += atOnce) {
      const part = missing.slice(from, from + atOnce);
      const asked = part.map(([, index]) => texts[index] as string);
      const vectors = await (kind === "passage" ? embedder.embedPassages(asked) : embedQuestions(embedder, asked));
      kept.add(
        part.map(([key]) => key),
        vectors,
      );
      bar.update(Math.min(from + atOnce, missing.length), missing.length);
    }
    bar.stop();
    const all = new Float32Array(texts.length * embedder.dimension);
    for (const [index, key] of keys.entries()) all.set(kept.get(key), index * embedder.dimension);
    return all;
  };
  return {
    dimension: embedder.dimension,
    passages: (texts, label) => ask("passage", texts, label),
    questions: (texts, label) => ask("question", texts, label),
    close: () => embedder.close(),
  };
}

async function embedQuestions(embedder: Embedder, texts: readonly string[]): Promise<Float32Array> {
  const vectors = new Float32Array(texts.length * embedder.dimension);
  for (const [index, text] of texts.entries()) vectors.set(await embedder.embedQuery(text), index * embedder.dimension);
  return vectors;
}
