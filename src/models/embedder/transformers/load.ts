import { parse, relative } from "node:path";
import type { Model, Tokenizer } from "@xenova/transformers";
import { ZhengwenError } from "../../../domain/errors.js";
import { damaged, type ModelFolder } from "./model-folder.js";

/** Longer texts are cut: most models were trained on no more, and the time grows with the square. */
const mostTokens = 512;

export type LoadedModel = { readonly tokenizer: Tokenizer; readonly model: Model };

/**
 * Loads tokenizer and model from a folder into the ONNX runtime; the network is never asked.
 * @throws ZhengwenError `embedder_unavailable` when the optional package is not there, `embedder_damaged` naming file and reason.
 */
export async function loadModel(folder: ModelFolder): Promise<LoadedModel> {
  const { AutoModel, AutoTokenizer, env } = await library();
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  // the library's own cache would be looked into before the folder
  env.useFSCache = false;
  // it joins this and the name with a slash: the same for every folder, so that two that are opened at once do not disturb each other
  const { root } = parse(folder.folder);
  env.localModelPath = root;
  const name = relative(root, folder.folder);

  const tokenizer = await AutoTokenizer.from_pretrained(name, { local_files_only: true }).catch((cause) => {
    throw damaged(folder.folder, `tokenizer.json or tokenizer_config.json: ${reasonOf(cause)}`, cause);
  });
  const model = await AutoModel.from_pretrained(name, { local_files_only: true, quantized: folder.quantized }).catch((cause) => {
    throw damaged(folder.folder, `onnx/model${folder.quantized ? "_quantized" : ""}.onnx: ${reasonOf(cause)}`, cause);
  });
  tokenizer.model_max_length = Math.min(tokenizer.model_max_length || mostTokens, folder.positions, mostTokens);
  return { tokenizer, model };
}

async function library() {
  try {
    return await import("@xenova/transformers");
  } catch (cause) {
    throw new ZhengwenError(
      "embedder_unavailable",
      `models of the kind transformers: need the optional package @xenova/transformers, which cannot be loaded here (${reasonOf(cause)}). ` +
        "Install it with: npm install --include=optional; or use EMBEDDER=static",
      { cause },
    );
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
}
