import type { EmbedderConfig } from "./config.js";
import { openEmbedder } from "./models/embedder/choose.js";
import type { Embedder } from "./models/embedder/embedder.js";
import { currentEmbedderName } from "./retrieval/index.js";

/** The embedders of this process, each opened once. */
export type Embedders = {
  /**
   * @param dimension of the index that it is opened for, where there is one
   * @throws ZhengwenError when the model is not at hand
   */
  open(name: string, dimension?: number): Promise<Embedder>;
  /**
   * The embedder that the next index of a home is made with: the setting's, else that of the index in use, else the word vectors that come
   * with the package.
   */
  forIndexing(home: string): Promise<Embedder>;
};

export function embeddersOf(config: EmbedderConfig): Embedders {
  const opened = new Map<string, Promise<Embedder>>();
  const open = (name: string, dimension?: number) => {
    const known = opened.get(name) ?? openEmbedder(name, config, dimension === undefined ? {} : { dimension });
    opened.set(name, known);
    // one that could not be opened may be there the next time
    known.catch(() => opened.delete(name));
    return known;
  };
  return { open, forIndexing: async (home) => open(config.name ?? (await currentEmbedderName(home)) ?? "static") };
}
