import type { Clock } from "../domain/clock.js";
import type { Knowledge } from "../knowledge/index.js";
import type { Store } from "../store/open.js";
import type { Vault } from "../store/vault.js";

/** What requests are filed and worked with. */
export type CaseParts = {
  readonly store: Store;
  readonly vault: Vault;
  readonly knowledge: Knowledge;
  readonly clock: Clock;
};
