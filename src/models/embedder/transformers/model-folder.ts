import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { ZhengwenError } from "../../../domain/errors.js";
import { brokenOnnx } from "./onnx-file.js";

/** The files that a model folder holds besides the model itself. */
export const companionFiles = ["config.json", "tokenizer.json", "tokenizer_config.json"] as const;
/** The model, in the order in which it is looked for: eight bits a number are a quarter of the size and twice as fast. */
export const modelFiles = ["onnx/model_quantized.onnx", "onnx/model.onnx"] as const;

const configSchema = z.object({
  model_type: z.string(),
  max_position_embeddings: z.number().int().positive().optional(),
  hidden_size: z.number().int().positive().optional(),
  _name_or_path: z.string().optional(),
});

export type ModelFolder = {
  readonly folder: string;
  readonly quantized: boolean;
  /** The name under which its makers published it, when the folder tells. */
  readonly publishedName: string | null;
  /** Tokens that the model can read at once; more would be an error of the runtime. */
  readonly positions: number;
  /** Numbers in a vector as the configuration has it, null where it does not say. */
  readonly dimension: number | null;
  /** Bytes of the model file. */
  readonly bytes: number;
};

/**
 * What a folder with a feature-extraction model holds.
 * @param called what the folder is called in an error
 * @throws ZhengwenError `embedder_damaged` naming the file that is missing, cut off or not what it should be.
 */
export async function readModelFolder(folder: string, called = folder): Promise<ModelFolder> {
  const missing: string[] = [];
  for (const file of companionFiles) if (!(await sizeOf(folder, file))) missing.push(file);
  const sizes = await Promise.all(modelFiles.map((file) => sizeOf(folder, file)));
  const found = sizes.findIndex((size) => size !== null);
  if (found < 0) missing.push(modelFiles.join(" or "));
  if (missing.length > 0) throw damaged(called, `lacks ${missing.join(", ")}`);

  const modelFile = modelFiles[found] as (typeof modelFiles)[number];
  const broken = await brokenOnnx(join(folder, modelFile));
  if (broken) throw damaged(called, `${modelFile} ${broken}`);
  const config = configSchema.safeParse(await readJson(folder, "config.json", called));
  if (!config.success) {
    const issue = config.error.issues[0];
    throw damaged(called, `config.json: ${issue?.path.join(".")}: ${issue?.message}`);
  }
  // RoBERTa counts its positions from the padding token's number + 1
  const reserved = config.data.model_type.includes("roberta") ? 2 : 0;
  return {
    folder,
    quantized: found === 0,
    publishedName: config.data._name_or_path ?? null,
    positions: (config.data.max_position_embeddings ?? 512) - reserved,
    dimension: config.data.hidden_size ?? null,
    bytes: sizes[found] as number,
  };
}

/** The sha256 over everything in the folder that decides about a vector. */
export async function digestOf(model: ModelFolder): Promise<string> {
  const digest = createHash("sha256");
  for (const file of [...companionFiles, modelFiles[model.quantized ? 0 : 1]]) {
    const each = createHash("sha256");
    await pipeline(createReadStream(join(model.folder, file)), each);
    digest.update(each.digest());
  }
  return digest.digest("hex");
}

/** The error that names a model's folder and what is wrong in it. */
export function damaged(called: string, what: string, cause?: unknown): ZhengwenError {
  return new ZhengwenError("embedder_damaged", `the model ${called}: ${what}`, { cause });
}

async function readJson(folder: string, file: string, called: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, file), "utf8"));
  } catch (cause) {
    throw damaged(called, `${file} is not JSON`, cause);
  }
}

async function sizeOf(folder: string, file: string): Promise<number | null> {
  try {
    const entry = await stat(join(folder, file));
    return entry.isFile() ? entry.size : null;
  } catch {
    return null;
  }
}
