import type { Store } from "./open.js";
import { auditLog } from "./schema/index.js";

export type AuditEntry = {
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail?: unknown;
};

/** Writes down who did what; entries are never changed. No personal data belongs in `detail`. */
export function audit(store: Store, entry: AuditEntry): void {
  store.rows
    .insert(auditLog)
    .values({ ...entry, detail: entry.detail ?? {} })
    .run();
}
