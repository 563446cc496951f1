import type { Clock } from "../../domain/clock.js";

/**
 * Spares callers the wait for what keeps failing (M. Nygard, Release It!, 2nd ed. 2018, ch. 5, "Circuit Breaker"): after `failures` in a row
 * it rests for `restMs`, then lets one try through, whose end decides.
 */
export type CircuitBreaker = {
  /** Whether to try now. A caller that hears true must tell how it went. */
  admits(): boolean;
  succeeded(): void;
  /** @param lasting true for what will not pass by itself, a wrong key: the rest begins at once */
  failed(lasting?: boolean): void;
};

export const usualBreaker = { failures: 4, restMs: 60_000 };

export function circuitBreaker(clock: Clock, { failures, restMs } = usualBreaker): CircuitBreaker {
  let inRow = 0;
  let restsUntil: number | null = null;
  let trying = false;
  return {
    admits: () => {
      if (restsUntil === null) return true;
      if (trying || clock().getTime() < restsUntil) return false;
      trying = true;
      return true;
    },
    succeeded: () => {
      inRow = 0;
      restsUntil = null;
      trying = false;
    },
    failed: (lasting = false) => {
      inRow++;
      trying = false;
      if (lasting || inRow >= failures || restsUntil !== null) restsUntil = clock().getTime() + restMs;
    },
  };
}
