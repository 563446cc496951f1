import { randomInt } from "node:crypto";
import type { Clock } from "../domain/clock.js";
import { shanghaiTime } from "../domain/plain-date.js";
import { audit } from "../store/audit-log.js";
import type { Store } from "../store/open.js";
import { anyPassword, keepSecretHash, secretHash } from "../store/staff.js";
import { sameText, sha256 } from "./tokens.js";

/** Letters and digits that nobody takes for one another. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const groups = 5;
const groupLength = 5;

/**
 * A fresh one-time secret of 123 bits for the first sign-in, to be printed once in the terminal; only its hash is stored, and an
 * earlier unused one is void. Null once anybody has a password.
 */
export function ensureAdminSecret(store: Store, clock: Clock): { readonly secret: string | null } {
  const group = () => Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join("");
  return store.transaction(() => {
    if (anyPassword(store)) return { secret: null };
    const secret = Array.from({ length: groups }, group).join("-");
    keepSecretHash(store, sha256(bare(secret)));
    audit(store, { at: shanghaiTime(clock()), actor: "system", action: "admin_secret_made", subject: "console" });
    return { secret };
  });
}

/** True for the unused secret, with or without its hyphens, in either case. */
export function isAdminSecret(store: Store, given: string): boolean {
  const stored = secretHash(store);
  return stored !== null && sameText(stored, sha256(bare(given)));
}

function bare(secret: string): string {
  return secret
    .normalize("NFKC")
    .replaceAll(/[\s\-‐–—]/g, "")
    .toUpperCase();
}
