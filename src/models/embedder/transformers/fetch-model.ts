import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ZhengwenError } from "../../../domain/errors.js";
import { type Download, type DownloadLimits, downloadFile, patientDownload } from "./download-file.js";
import { isHubName } from "./locate.js";
import { companionFiles, modelFiles, readModelFolder } from "./model-folder.js";

/** Bytes of one file that are here, and how many it has when the hub says so. */
export type FetchProgress = { readonly file: string; readonly done: number; readonly total: number | null };

export type FetchOptions = {
  /** OWNER/MODEL */
  readonly name: string;
  readonly modelsFolder: string;
  readonly endpoint?: string;
  readonly progress?: (progress: FetchProgress) => void;
  readonly limits?: DownloadLimits;
};

/** The hub that is asked when no mirror is set. */
export const defaultHub = "https://huggingface.co";

const fetching = /^\.fetching-(\d+)$/;

/**
 * Fetches a model from a hub into the models folder: into a folder beside, which takes the model's name once everything is there and
 * whole. A folder that was there under that name is replaced. Whatever fails, nothing half remains.
 * @returns the model's folder
 * @throws ZhengwenError `wrong_use` for what is no name of a model, `embedder_missing` when the hub has none of that name,
 *   `embedder_unreachable` after bounded retries, `embedder_damaged` when what came is not a model.
 */
export async function fetchModel(options: FetchOptions): Promise<string> {
  const { name, modelsFolder, limits = patientDownload } = options;
  if (!isHubName(name)) throw new ZhengwenError("wrong_use", `a model on a hub is named OWNER/MODEL, not ${name}`);
  const from = `${(options.endpoint ?? defaultHub).replace(/\/+$/, "")}/${name}/resolve/main/`;
  await mkdir(modelsFolder, { recursive: true });
  await removeLeftovers(modelsFolder);
  const beside = join(modelsFolder, `.fetching-${process.pid}`);
  const bring = (file: string): Promise<Download> =>
    downloadFile(from + file, join(beside, file), limits, (done, total) => options.progress?.({ file, done, total }));
  try {
    for (const file of companionFiles) {
      if ((await bring(file)) === "absent") throw new ZhengwenError("embedder_missing", `${from}${file} is not there, or not for everyone`);
    }
    let model: Download = "absent";
    for (const file of modelFiles) if (model === "absent") model = await bring(file);
    if (model === "absent") throw new ZhengwenError("embedder_missing", `${from} has neither ${modelFiles.join(" nor ")}`);
    await readModelFolder(beside, `that came from ${from}`);
    return await moveIntoPlace(beside, join(modelsFolder, name));
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

async function moveIntoPlace(beside: string, folder: string): Promise<string> {
  await mkdir(dirname(folder), { recursive: true });
  const old = `${beside}-old`;
  await rename(folder, old).catch(ignoreMissing);
  await rename(beside, folder);
  await rm(old, { recursive: true, force: true });
  return folder;
}

/** A process that was killed left its folder; one that runs keeps it. */
async function removeLeftovers(modelsFolder: string): Promise<void> {
  for (const entry of await readdir(modelsFolder)) {
    const [, owner] = fetching.exec(entry) ?? [];
    if (owner && (Number(owner) === process.pid || !isRunning(Number(owner)))) {
      await rm(join(modelsFolder, entry), { recursive: true, force: true });
    }
  }
}

function isRunning(process_: number): boolean {
  try {
    return process.kill(process_, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}

function ignoreMissing(cause: NodeJS.ErrnoException): void {
  if (cause.code !== "ENOENT") throw cause;
}
