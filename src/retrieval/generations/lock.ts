import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";

const pauseMs = 200;

/**
 * Does work while no other process makes a generation of this index: two at once would each leave out what the other saw. The lock is the
 * operating system's, so a killed process leaves none; who waits does not block the thread.
 */
export async function withIndexLock<T>(indexFolder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(indexFolder, { recursive: true });
  const lock = new Database(join(indexFolder, "lock"), { timeout: 0 });
  try {
    while (!taken(lock)) await setTimeout(pauseMs);
    return await work();
  } finally {
    lock.close();
  }
}

function taken(lock: Database.Database): boolean {
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (cause) {
    if (cause instanceof Database.SqliteError && cause.code.startsWith("SQLITE_BUSY")) return false;
    throw cause;
  }
}
