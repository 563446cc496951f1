import { join } from "node:path";
import Database from "better-sqlite3";
import { ZhengwenError } from "./domain/errors.js";

/**
 * Holds the data folder for one service. The lock is the operating system's: it goes when the process goes, however it ends.
 * @returns the function that lets it go
 * @throws ZhengwenError `already_running`
 */
export function lockService(home: string): () => void {
  const lock = new Database(join(home, "service.lock"), { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    lock.close();
    throw new ZhengwenError(
      "already_running",
      `a service already runs on ${home}; stop it first, or choose another folder with ZHENGWEN_HOME`,
      { cause },
    );
  }
  return () => lock.close();
}
