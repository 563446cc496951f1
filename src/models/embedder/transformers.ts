import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { ZhengwenError } from "../../domain/errors.js";
import { type EmbedderRecipe, loadEmbedderRecipes } from "../../knowledge/embedders.js";
import { knowledgeFolder } from "../../paths.js";
import { type BatchLimits, batchesByLength } from "./batches.js";
import type { Embedder } from "./embedder.js";
import { type FetchProgress, fetchModel } from "./transformers/fetch-model.js";
import { type LoadedModel, loadModel } from "./transformers/load.js";
import { locateModel } from "./transformers/locate.js";
import { damaged, digestOf, type ModelFolder, readModelFolder } from "./transformers/model-folder.js";
import { pool } from "./transformers/pool.js";
import { hasWords } from "./unit.js";

/**
 * Inference runs on the thread that serves, so a batch is what a resident may have to wait for. Measured with bge-small-zh-v1.5 on two
 * cores: batches of 512 tokens take 22 ms and reach 27,000 tokens a second, of 4,000 tokens 220 ms and 18,000: small batches stay in the
 * processor's cache and are faster too. A worker thread would gain nothing here, and onnxruntime-node is known to crash in them
 * (github.com/microsoft/onnxruntime/issues/24486). A Chinese character is a token, or less than one.
 */
const batches: BatchLimits = { texts: 32, characters: 512 };

/**
 * An eight-bit model rounds by the largest number in the batch: in company a text's vector differs from its own (cosine .994 at worst), so
 * that an index would depend on what was published together. Alone costs a tenth of the speed at 120 characters a text.
 */
const alone: BatchLimits = { texts: 1, characters: 512 };

/** No tokenizer makes fewer tokens than this of so many characters; what lies behind is cut before it is tokenised. */
const mostCharacters = 512 * 8;

export type TransformersOptions = {
  /** A folder, or a name: of a model in the models folder, or on the hub. */
  readonly model: string;
  /** Where fetched models are kept. */
  readonly cacheFolder: string;
  /** Whether a model that is not here may be fetched from the hub. */
  readonly allowRemote?: boolean;
  readonly hubEndpoint?: string;
  /** Called while a model is fetched. */
  readonly progress?: (progress: FetchProgress) => void;
};

/**
 * Any feature-extraction model through @xenova/transformers, in the layout of the hub: config.json, tokenizer.json, tokenizer_config.json
 * and onnx/model_quantized.onnx or onnx/model.onnx.
 * @throws ZhengwenError `embedder_missing` when it is not here and must not or cannot be fetched; `embedder_damaged` naming the file;
 *   `embedder_unreachable` when the hub is; `embedder_unavailable` without the optional package.
 */
export async function openTransformersEmbedder(options: TransformersOptions): Promise<Embedder> {
  const { folder, name } = await provide(options);
  const files = await readModelFolder(folder);
  const recipe = loadEmbedderRecipes(knowledgeFolder).recipeFor(options.model, folder, files.publishedName ?? "");
  const loaded = await loadModel(files);
  const dimension = await dimensionOf(loaded, files);
  const maximum = loaded.tokenizer.model_max_length;
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([await digestOf(files), recipe.pooling, recipe.query, recipe.passage, maximum]))
    .digest("hex");

  const embed = async (texts: readonly string[]) => vectorsOf(loaded, texts, recipe);
  return {
    name: `transformers:${name}`,
    fingerprint,
    dimension,
    embedQuery: async (text) => {
      if (!hasWords(text)) return new Float32Array(dimension);
      const [vector] = await embed([recipe.query + text]);
      return vector ?? new Float32Array(dimension);
    },
    embedPassages: async (texts, progress) => {
      const vectors = new Float32Array(texts.length * dimension);
      const meaningful = [...texts.keys()].filter((index) => hasWords(texts[index] as string));
      let done = texts.length - meaningful.length;
      for (const batch of batchesByLength(texts, meaningful, files.quantized ? alone : batches)) {
        const rows = await embed(batch.map((index) => recipe.passage + texts[index]));
        batch.forEach((index, row) => {
          vectors.set(rows[row] as Float32Array, index * dimension);
        });
        done += batch.length;
        progress?.(done);
        await setImmediate();
      }
      if (meaningful.length === 0) progress?.(done);
      return vectors;
    },
    close: async () => {
      await loaded.model.dispose();
    },
  };
}

/** The folder of the model, fetched when it must and may be. */
async function provide(options: TransformersOptions): Promise<{ folder: string; name: string }> {
  const place = await locateModel(options.model, options.cacheFolder);
  if (place.kind === "folder") return place;
  if (!options.allowRemote) {
    throw new ZhengwenError("embedder_missing", `no model ${place.name} here; fetch it with: zhengwen model fetch ${place.name}`);
  }
  const folder = await fetchModel({
    name: place.name,
    modelsFolder: options.cacheFolder,
    ...(options.hubEndpoint ? { endpoint: options.hubEndpoint } : {}),
    ...(options.progress ? { progress: options.progress } : {}),
  });
  return { folder, name: place.name };
}

async function vectorsOf({ tokenizer, model }: LoadedModel, texts: readonly string[], recipe: EmbedderRecipe) {
  const inputs = tokenizer(
    texts.map((text) => text.slice(0, mostCharacters)),
    { padding: true, truncation: true },
  );
  const outputs = await model(inputs);
  const tokens = outputs["last_hidden_state"] ?? outputs["token_embeddings"];
  if (!tokens || !inputs["attention_mask"]) throw new ZhengwenError("embedder_damaged", "the model gives no vectors of tokens");
  return pool(tokens, inputs["attention_mask"], recipe.pooling);
}

/** The dimension is what comes out: configurations name it in many ways, and one that lies is found here. */
async function dimensionOf(loaded: LoadedModel, files: ModelFolder): Promise<number> {
  try {
    const [vector] = await vectorsOf(loaded, ["维度"], { pooling: "mean", query: "", passage: "" });
    if (vector?.some((value) => value !== 0)) return vector.length;
  } catch (cause) {
    throw damaged(files.folder, `is no feature-extraction model: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  }
  throw damaged(files.folder, "gives vectors that are not numbers");
}
