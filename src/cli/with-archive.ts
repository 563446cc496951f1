import { readConfig } from "../config.js";
import { openArchive } from "../services.js";

type Archive = Pick<ReturnType<typeof openArchive>, "knowledge" | "store" | "vault">;

/** Opens knowledge and store of the configured home for work that answers nobody, and closes them whatever happens. */
export async function withArchive<T>(work: (archive: Archive) => T | Promise<T>): Promise<T> {
  const { knowledge, store, vault } = openArchive(readConfig());
  try {
    return await work({ knowledge, store, vault });
  } finally {
    store.close();
  }
}
