import type { Embedder } from "../models/embedder/embedder.js";

/** The vectors of texts that are asked about again and again, as long as both they and the model are in use. */
const known = new WeakMap<readonly string[], { readonly fingerprint: string; readonly vectors: Float32Array }>();

/** How alike a vector is to that of each text: the dot product of unit vectors, at most 1. */
export async function likenessTo(vector: Float32Array, texts: readonly string[], embedder: Embedder): Promise<readonly number[]> {
  const { fingerprint, dimension } = embedder;
  const before = known.get(texts);
  const vectors = before?.fingerprint === fingerprint ? before.vectors : await embedder.embedPassages(texts);
  known.set(texts, { fingerprint, vectors });
  const likenesses = new Array<number>(texts.length);
  for (let row = 0, at = 0; row < texts.length; row++) {
    let sum = 0;
    for (let index = 0; index < dimension; index++, at++) sum += (vector[index] as number) * (vectors[at] as number);
    likenesses[row] = sum;
  }
  return likenesses;
}
