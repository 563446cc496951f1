import type { Clock } from "../domain/clock.js";
import { shanghaiTime } from "../domain/plain-date.js";
import { clearLookupFailures, keepLookupFailures, lookupFailuresOf } from "../store/lookup-failures.js";
import type { Store } from "../store/open.js";

const tries = 5;
const lockedForMs = 3_600_000;

/** Counts wrong codes: five of them lock a receipt number for an hour, whether anybody has that number or not. */
export type LookupLocks = { isLocked(serial: string): boolean; failed(serial: string): void; succeeded(serial: string): void };

/** Kept in the store: a restart forgives nothing. `serial` is the number without its prefix, so that leaving it out gives no new tries. */
export function openLookupLocks(store: Store, clock: Clock): LookupLocks {
  return {
    isLocked: (serial) => {
      const until = lookupFailuresOf(store, serial)?.lockedUntil ?? null;
      return until !== null && until > shanghaiTime(clock());
    },
    failed: (serial) => {
      const now = clock();
      const before = lookupFailuresOf(store, serial);
      const isOver = before?.lockedUntil != null && before.lockedUntil <= shanghaiTime(now);
      const failures = (isOver ? 0 : (before?.failures ?? 0)) + 1;
      const lockedUntil = failures >= tries ? shanghaiTime(new Date(now.getTime() + lockedForMs)) : null;
      keepLookupFailures(store, serial, { failures, lockedUntil });
    },
    succeeded: (serial) => clearLookupFailures(store, serial),
  };
}
