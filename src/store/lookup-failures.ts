import { eq } from "drizzle-orm";
import type { Store } from "./open.js";
import { lookupFailures } from "./schema/index.js";

/** Wrong codes so far; `lockedUntil` is ISO time +08:00, null while there are tries left. */
export type LookupFailures = { readonly failures: number; readonly lockedUntil: string | null };

export function lookupFailuresOf(store: Store, number: string): LookupFailures | null {
  return (
    store.rows
      .select({ failures: lookupFailures.failures, lockedUntil: lookupFailures.lockedUntil })
      .from(lookupFailures)
      .where(eq(lookupFailures.number, number))
      .get() ?? null
  );
}

export function keepLookupFailures(store: Store, number: string, failures: LookupFailures): void {
  store.rows
    .insert(lookupFailures)
    .values({ number, ...failures })
    .onConflictDoUpdate({ target: lookupFailures.number, set: failures })
    .run();
}

export function clearLookupFailures(store: Store, number: string): void {
  store.rows.delete(lookupFailures).where(eq(lookupFailures.number, number)).run();
}
