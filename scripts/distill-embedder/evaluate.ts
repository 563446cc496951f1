import type { WordVectors } from "../../src/models/embedder/static/format.js";
import { textEmbedder } from "../../src/models/embedder/static/open.js";
import { bestChunks } from "../../src/retrieval/best.js";
import { quantise } from "../../src/retrieval/vectors/quantise.js";
import { vectorScanner } from "../../src/retrieval/vectors/scan.js";
import { type Quality, qualityOf } from "../measure/metrics.js";
import type { Passage } from "./corpus.js";
import type { Example } from "./examples.js";

const depth = 100;
/** Passages that an article has at most, on average over the best. */
const mostPassages = 4;

/** Vectors of passages, and of questions in the order of the examples, row after row. */
export type Vectors = { readonly dimension: number; readonly passages: Float32Array; readonly questions: Float32Array };

/** What word vectors make of the corpus and the questions. */
export function vectorsBy(words: WordVectors, passages: readonly Passage[], examples: readonly Example[]): Vectors {
  const { dimension } = words;
  const embed = textEmbedder(words);
  const embedAll = (texts: readonly { readonly text: string }[]) => {
    const all = new Float32Array(texts.length * dimension);
    for (const [index, { text }] of texts.entries()) embed(text, all.subarray(index * dimension, (index + 1) * dimension));
    return all;
  };
  return { dimension, passages: embedAll(passages), questions: embedAll(examples) };
}

/**
 * How well vectors alone find the articles of questions: laypeople's among national texts, the others among those of the province too.
 * @returns one for each question, in their order
 */
export function qualityOfVectors(vectors: Vectors, passages: readonly Passage[], examples: readonly Example[]): readonly Quality[] {
  const { dimension } = vectors;
  const scanner = vectorScanner(quantise(vectors.passages, dimension));
  const everything = [{ start: 0, end: passages.length }];
  return examples.map(({ source, golds }, question) => {
    const cosines = scanner.scan(vectors.questions.subarray(question * dimension, (question + 1) * dimension), everything);
    const best = bestChunks(depth * mostPassages);
    for (let passage = 0; passage < passages.length; passage++)
      if (source !== "lay" || passages[passage]?.national) best.offer(passage, cosines[passage] as number);
    return qualityOf(
      articlesOf(best.take(), passages),
      golds.map((gold) => gold.map((passage) => articleOf(passages[passage] as Passage))),
    );
  });
}

function articleOf({ path, article }: Passage) {
  return { path, article };
}

/** The first articles of a list of passages, each once. */
function articlesOf(order: Uint32Array, passages: readonly Passage[]) {
  const seen = new Set<string>();
  const articles: { path: string; article: string | null }[] = [];
  for (const passage of order) {
    const each = articleOf(passages[passage] as Passage);
    const key = `${each.path}#${each.article ?? ""}`;
    if (seen.has(key)) continue;
    seen.add(key);
    articles.push(each);
    if (articles.length === depth) break;
  }
  return articles;
}
