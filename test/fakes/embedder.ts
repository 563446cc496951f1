import type { Embedder } from "../../src/models/embedder/embedder.js";

export type FakeEmbedder = Embedder & {
  /** Every passage that was embedded, in order. */
  readonly passages: readonly string[];
  /** Every question that was embedded, in order. */
  readonly questions: readonly string[];
  /** From now on every call rejects with this; null lets them succeed again. */
  failWith(cause: Error | null): void;
};

/** An embedder without a model: a text's vector counts its characters, each at a hashed place, so that like texts have like vectors. */
export function fakeEmbedder(given: Partial<Pick<Embedder, "name" | "fingerprint" | "dimension">> = {}): FakeEmbedder {
  const { name = "static", fingerprint = "fake-characters-1", dimension = 32 } = given;
  const passages: string[] = [];
  const questions: string[] = [];
  let failure: Error | null = null;
  const guard = () => {
    if (failure) throw failure;
  };
  return {
    name,
    fingerprint,
    dimension,
    passages,
    questions,
    failWith: (cause) => {
      failure = cause;
    },
    embedQuery: async (text) => {
      guard();
      questions.push(text);
      return vectorOf(text, dimension);
    },
    embedPassages: async (texts, progress) => {
      guard();
      passages.push(...texts);
      const vectors = new Float32Array(texts.length * dimension);
      for (const [row, text] of texts.entries()) vectors.set(vectorOf(text, dimension), row * dimension);
      progress?.(texts.length);
      return vectors;
    },
    close: async () => {},
  };
}

function vectorOf(text: string, dimension: number): Float32Array {
  const vector = new Float32Array(dimension);
  for (const character of text.match(/[\p{L}\p{N}]/gu) ?? []) {
    const place = (Math.imul(character.codePointAt(0) ?? 0, 0x9e3779b1) >>> 8) % dimension;
    vector[place] = (vector[place] as number) + 1;
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((number) => number / length);
}
