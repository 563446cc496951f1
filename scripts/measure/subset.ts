import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Store } from "../../src/store/open.js";

/** Copies files of a law collection that a home has imported until they make so many chunks; which ones is left to the hash of their paths. */
export function copySubset(store: Store, laws: string, chunks: number, folder: string): void {
  const rows = store.sqlite
    .prepare(
      `SELECT d.path, count(*) AS chunks FROM chunks c JOIN document_versions v ON v.id = c.version_id JOIN documents d ON d.id = v.document_id
       WHERE d.withdrawn_at IS NULL AND d.source = ? GROUP BY d.path`,
    )
    .all(resolve(laws)) as { path: string; chunks: number }[];
  const orderOf = (path: string) => createHash("sha256").update(path).digest("hex");
  const keyed = rows.map((row) => ({ ...row, order: orderOf(row.path) })).sort((a, b) => (a.order < b.order ? -1 : 1));
  let copied = 0;
  for (const { path, chunks: more } of keyed) {
    if (copied >= chunks) return;
    if (copied + more > chunks * 1.02) continue;
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync(join(laws, path), file);
    copied += more;
  }
}
