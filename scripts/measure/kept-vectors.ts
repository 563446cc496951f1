import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Embedder } from "../../src/models/embedder/embedder.js";
import { openKeptVectors } from "../distill-embedder/kept-vectors.js";

/** Where vectors of large models are kept between runs, outside of the repository. */
export const cacheFolder = join(homedir(), ".cache", "zhengwen");

/** An embedder that remembers on disk what it once made; `fresh` does not. */
export type KeepingEmbedder = Embedder & { readonly fresh: Embedder };

/** An embedder that remembers on disk what it once made, by the hash of the text. */
export function keeping(embedder: Embedder, folder = cacheFolder): KeepingEmbedder {
  const kept = openKeptVectors(join(folder, `teacher-${embedder.fingerprint.slice(0, 16)}`), embedder.dimension);
  const keyOf = (kind: "passage" | "question", text: string) =>
    createHash("sha256").update(`${kind}\n${text}`).digest().subarray(0, 16).toString("hex");
  return {
    ...embedder,
    fresh: embedder,
    embedQuery: async (text) => {
      const key = keyOf("question", text);
      if (!kept.has(key)) kept.add([key], await embedder.embedQuery(text));
      return kept.get(key);
    },
    embedPassages: async (texts, progress) => {
      const keys = texts.map((text) => keyOf("passage", text));
      const missing = keys.flatMap((key, index) => (kept.has(key) ? [] : [index]));
      if (missing.length > 0) {
        const vectors = await embedder.embedPassages(
          missing.map((index) => texts[index] as string),
          progress,
        );
        kept.add(
          missing.map((index) => keys[index] as string),
          vectors,
        );
      }
      const all = new Float32Array(texts.length * embedder.dimension);
      for (const [index, key] of keys.entries()) all.set(kept.get(key), index * embedder.dimension);
      return all;
    },
  };
}
