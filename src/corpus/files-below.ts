import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Paths are below the folder, with slashes. */
export type FilesBelow = {
  readonly paths: readonly string[];
  readonly unreadable: readonly { readonly path: string; readonly cause: unknown }[];
};

/**
 * All files below a folder, sorted, and the folders that cannot be read. Hidden files and folders and the `_index.md` of site generators
 * are no documents.
 */
export async function filesBelow(folder: string): Promise<FilesBelow> {
  const paths: string[] = [];
  const unreadable: { path: string; cause: unknown }[] = [];
  const walk = async (below: string): Promise<void> => {
    const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((cause: unknown) => {
      unreadable.push({ path: below || ".", cause });
      return [];
    });
    for (const entry of entries) {
      if (entry.name.startsWith(".") || entry.name === "_index.md") continue;
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) paths.push(path);
    }
  };
  await walk("");
  return { paths: paths.sort(), unreadable };
}
