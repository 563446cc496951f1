import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";

/** The name of the current generation, or null when none was made yet. */
export async function currentGeneration(indexFolder: string): Promise<string | null> {
  const name = await readFile(join(indexFolder, "current"), "utf8").catch(() => null);
  return name?.trim() || null;
}

/** Makes a generation the current one, atomically. */
export async function pointTo(indexFolder: string, name: string): Promise<void> {
  const partial = join(indexFolder, `current.${process.pid}.partial`);
  await writeDurably(partial, Buffer.from(`${name}\n`));
  await rename(partial, join(indexFolder, "current"));
}

/** Writes a file and waits until the disk has it. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
