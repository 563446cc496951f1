import type { EmbedderConfig } from "./config.js";
import { openEmbedder } from "./models/embedder/choose.js";
import type { Embedder } from "./models/embedder/embedder.js";
import { currentEmbedderName } from "./retrieval/index.js";

/** The embedders of this process, each opened once. */
export type Embedders = {
  /**
   * @param dimension of the index that it is opened for, where there is one
   * @param fingerprint of that index: a model that was opened before its files changed is opened anew
   * @throws ZhengwenError when the model is not at hand
   */
  open(name: string, dimension?: number, fingerprint?: string): Promise<Embedder>;
  /**
   * The embedder that the next index of a home is made with: the setting's, else that of the index in use, else the word vectors that come
   * with the package.
   */
  forIndexing(home: string): Promise<Embedder>;
};

export function embeddersOf(config: EmbedderConfig): Embedders {
  const opened = new Map<string, Promise<Embedder>>();
  const openAnew = (name: string, dimension: number | undefined) => {
    const opening = openEmbedder(name, config, dimension === undefined ? {} : { dimension });
    opened.set(name, opening);
    // one that could not be opened may be there the next time
    opening.catch(() => opened.delete(name));
    return opening;
  };
  const open = async (name: string, dimension?: number, fingerprint?: string) => {
    const known = opened.get(name);
    if (!known) return openAnew(name, dimension);
    const embedder = await known;
    return fingerprint === undefined || embedder.fingerprint === fingerprint ? embedder : openAnew(name, dimension);
  };
  return { open, forIndexing: async (home) => open(config.name ?? (await currentEmbedderName(home)) ?? "static") };
}
