/** Turns texts into unit vectors whose dot product says how alike they are in meaning. */
export type Embedder = {
  /** As the setting EMBEDDER names it: `static`, `transformers:FOLDER-OR-NAME`, `openai:MODEL`. */
  readonly name: string;
  /** Changes whenever another vector would come out: vectors of two fingerprints cannot be compared. */
  readonly fingerprint: string;
  /** Numbers in a vector. */
  readonly dimension: number;
  /** The vector of a question, of length 1; all zeros when nothing in it is known. */
  embedQuery(text: string): Promise<Float32Array>;
  /**
   * The vectors of passages, of length 1 each, row after row: `dimension` numbers a passage, all zeros where nothing is known.
   * @param progress called with how many of the texts are done
   */
  embedPassages(texts: readonly string[], progress?: (done: number) => void): Promise<Float32Array>;
  /** Frees what the model holds. */
  close(): Promise<void>;
};
