import { readdir, stat } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";

/** Where a model is: in a folder, or only by name on a hub. */
export type ModelPlace =
  | { readonly kind: "folder"; readonly folder: string; readonly name: string }
  | { readonly kind: "hub"; readonly name: string };

/** Whether the text can name a model on a hub: OWNER/MODEL. */
export function isHubName(model: string): boolean {
  return /^[\w.-]+\/[\w.-]+$/.test(model) && model.split("/").every((part) => /\w/.test(part));
}

/**
 * Finds a model: a path (`/…`, `./…`, `../…`) is a folder; any other name is looked for in the models folder, then in the working folder,
 * else it is a name on a hub. A folder outside the models folder is named by its full path, which holds wherever a command is started.
 */
export async function locateModel(model: string, modelsFolder: string): Promise<ModelPlace> {
  const path = resolve(model);
  const isPath = isAbsolute(model) || /^\.{1,2}([/\\]|$)/.test(model);
  const kept = join(modelsFolder, model);
  if (!isPath && (await isFolder(kept))) return { kind: "folder", folder: kept, name: model };
  if (isPath || !isHubName(model) || (await isFolder(path))) return { kind: "folder", folder: path, name: path };
  return { kind: "hub", name: model };
}

/** The names of the models in the models folder: `MODEL` or `OWNER/MODEL`. */
export async function keptModels(modelsFolder: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const owner of await foldersIn(modelsFolder)) {
    if (await isFile(join(modelsFolder, owner, "config.json"))) names.push(owner);
    else names.push(...(await foldersIn(join(modelsFolder, owner))).map((model) => `${owner}/${model}`));
  }
  return names.sort();
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map((entry) => entry.name);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
}
