import { createHash } from "node:crypto";
import { ZhengwenError } from "../../domain/errors.js";
import { loadEmbedderRecipes } from "../../knowledge/embedders.js";
import { knowledgeFolder } from "../../paths.js";
import { batchesByLength } from "./batches.js";
import type { Embedder } from "./embedder.js";
import { openEndpoint, type Patience } from "./openai/endpoint.js";
import { hasWords, scaleToUnit } from "./unit.js";

/** Texts and characters in one request; the number of texts is halved where an endpoint takes fewer. */
const batchLimits = { texts: 64, characters: 16_000 };

/** Longer texts are cut: the usual models read 8,192 tokens, and a Chinese character may be two. */
const mostCharacters = 4_000;

export type OpenaiOptions = {
  readonly model: string;
  readonly baseUrl: string;
  /** Null for an endpoint of one's own that asks for none. */
  readonly apiKey: { reveal(): string } | null;
  /** How many characters of passages may be sent while the embedder is open. */
  readonly budgetCharacters: number;
  /** The dimension, where the index knows it: then opening sends nothing. */
  readonly dimension?: number;
  readonly patience?: { readonly passages: Patience; readonly question: Patience };
};

/** An index may take its time; a resident waits for the vector of a question. */
const usualPatience = {
  passages: { attempts: 4, firstPause: 1_000, timeout: 60_000 },
  question: { attempts: 2, firstPause: 300, timeout: 5_000 },
};

/**
 * An OpenAI-compatible endpoint `/embeddings` (https://platform.openai.com/docs/api-reference/embeddings), asked with one short text to
 * learn its dimension. Its fingerprint names address, model and dimension: that other weights stand behind them cannot be seen.
 * @throws ZhengwenError `embedder_refused` for what the endpoint will not do or answers wrongly, `embedder_unreachable` after bounded
 *   retries; embedPassages also `embedder_budget`, before anything is sent.
 */
export async function openOpenaiEmbedder(options: OpenaiOptions): Promise<Embedder> {
  const { model, baseUrl } = options;
  const patience = options.patience ?? usualPatience;
  const recipe = loadEmbedderRecipes(knowledgeFolder).recipeFor(model);
  const endpoint = openEndpoint(options);
  let batchSize = batchLimits.texts;
  let budget = options.budgetCharacters;

  /** Halves what is refused as too much, down to one text, and remembers what went well. */
  const ask = async (texts: readonly string[], waiting: Patience): Promise<readonly Float32Array[]> => {
    const answer = texts.length > batchSize ? null : await endpoint.vectors(texts, waiting);
    if (answer && !("kind" in answer)) return answer.map((row) => directed(scaleToUnit(Float32Array.from(row)), model));
    if (answer && texts.length === 1) throw answer.error;
    if (answer) batchSize = Math.ceil(texts.length / 2);
    const rows: Float32Array[] = [];
    for (let from = 0; from < texts.length; from += batchSize) rows.push(...(await ask(texts.slice(from, from + batchSize), waiting)));
    return rows;
  };
  const dimension = options.dimension ?? (await ask(["维度"], patience.passages))[0]?.length ?? 0;

  const embed = async (texts: readonly string[], waiting: Patience) => {
    const rows = await ask(texts, waiting);
    const other = rows.find((row) => row.length !== dimension);
    if (!other) return rows;
    throw new ZhengwenError("embedder_refused", `${model} gave a vector of ${other.length} numbers where it gave ${dimension} before`);
  };

  return {
    name: `openai:${model}`,
    fingerprint: createHash("sha256")
      .update(JSON.stringify([baseUrl, model, dimension, recipe]))
      .digest("hex"),
    dimension,
    embedQuery: async (text) => {
      if (!hasWords(text)) return new Float32Array(dimension);
      const [vector] = await embed([(recipe.query + text).slice(0, mostCharacters)], patience.question);
      return vector ?? new Float32Array(dimension);
    },
    embedPassages: async (texts, progress) => {
      const passages = texts.map((text) => (recipe.passage + text).slice(0, mostCharacters));
      const meaningful = [...texts.keys()].filter((index) => hasWords(texts[index] as string));
      const cost = meaningful.reduce((sum, index) => sum + (passages[index]?.length ?? 0), 0);
      if (cost > budget) {
        const message = `${cost} characters were to be sent to ${model}, EMBEDDING_BUDGET_CHARACTERS leaves ${budget}: nothing more was sent`;
        throw new ZhengwenError("embedder_budget", message);
      }
      budget -= cost;
      const vectors = new Float32Array(texts.length * dimension);
      let done = texts.length - meaningful.length;
      for (const batch of batchesByLength(passages, meaningful, batchLimits)) {
        const rows = await embed(
          batch.map((index) => passages[index] as string),
          patience.passages,
        );
        batch.forEach((index, row) => {
          vectors.set(rows[row] as Float32Array, index * dimension);
        });
        done += batch.length;
        progress?.(done);
      }
      if (meaningful.length === 0) progress?.(done);
      return vectors;
    },
    close: async () => {},
  };
}

/** Every text that is sent has words, so that its vector must point somewhere. */
function directed(vector: Float32Array, model: string): Float32Array {
  if (vector.every((number) => number === 0))
    throw new ZhengwenError("embedder_refused", `${model} gave a vector of zeros or of numbers beyond measure: it is no model for this`);
  return vector;
}
