import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { loadEmbedderRecipes } from "../../knowledge/embedders.js";
import { knowledgeFolder } from "../../paths.js";
import { type EmbedderSettings, openEmbedder, staticEmbedderFolder } from "./choose.js";
import { parseEmbedderName } from "./name.js";
import { keptModels } from "./transformers/locate.js";
import { companionFiles, readModelFolder } from "./transformers/model-folder.js";

/** `here`: can be used now, without a network. */
export type ModelState = "here" | "damaged" | "on_hub" | "at_endpoint";

export type KnownModel = {
  /** As `EMBEDDER` and `zhengwen model use` take it. */
  readonly name: string;
  readonly state: ModelState;
  /** Bytes on disk, or to be fetched; null where that cannot be told. */
  readonly bytes: number | null;
  /** Numbers in a vector. */
  readonly dimension: number | null;
  readonly note: string;
};

/**
 * The embedders that are here (the word vectors of the package, those in the models folder), the one in use, and what is worth fetching.
 * @param inUse the name of the embedder that the index was made with
 */
export async function knownModels(settings: EmbedderSettings, inUse: string | null): Promise<readonly KnownModel[]> {
  const here = await Promise.all((await keptModels(settings.modelsFolder)).map((name) => modelIn(join(settings.modelsFolder, name), name)));
  const models = [await wordVectors(settings), ...here];
  if (inUse !== null && models.every(({ name }) => name !== inUse)) models.push(await modelInUse(inUse));
  for (const { name, megabytes, dimension, note } of loadEmbedderRecipes(knowledgeFolder).recommended) {
    const fullName = `transformers:${name}`;
    if (models.some((model) => model.name === fullName)) continue;
    models.push({ name: fullName, state: "on_hub", bytes: megabytes * 1_000_000, dimension, note });
  }
  return models;
}

/** The model in a folder, `here` or `damaged`. */
export async function modelIn(folder: string, name: string): Promise<KnownModel> {
  const fullName = `transformers:${name}`;
  try {
    const { bytes, dimension } = await readModelFolder(folder);
    return { name: fullName, state: "here", bytes: bytes + (await bytesOf(folder, companionFiles)), dimension, note: "" };
  } catch (cause) {
    return { name: fullName, state: "damaged", bytes: null, dimension: null, note: cause instanceof Error ? cause.message : "" };
  }
}

/** One that is neither the package's nor in the models folder. */
async function modelInUse(name: string): Promise<KnownModel> {
  const choice = parseEmbedderName(name);
  if (choice.kind === "transformers") return modelIn(choice.model, choice.model);
  return { name, state: "at_endpoint", bytes: null, dimension: null, note: "" };
}

async function wordVectors(settings: EmbedderSettings): Promise<KnownModel> {
  const name = "static";
  try {
    const embedder = await openEmbedder(name, settings);
    const { dimension } = embedder;
    await embedder.close();
    const bytes = await bytesOf(staticEmbedderFolder, await readdir(staticEmbedderFolder));
    return { name, state: "here", bytes, dimension, note: "word vectors that come with the package" };
  } catch (cause) {
    return { name, state: "damaged", bytes: null, dimension: null, note: cause instanceof Error ? cause.message : "" };
  }
}

async function bytesOf(folder: string, files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
