import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** Kept small enough for one small machine, in line with OWASP's minimum for argon2id: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const shortestPassword = 10;
/** Long enough for any sentence; only keeps a megabyte from being hashed. */
export const longestPassword = 1_000;

/** Passwords as argon2id hashes, computed beside the event loop. */
export type Passwords = {
  hash(password: string): Promise<string>;
  /** False for a null hash as well, after the same work: the time does not tell whether a name is known. */
  verify(passwordHash: string | null, password: string): Promise<boolean>;
};

export function openPasswords(): Passwords {
  const decoy = hash(randomBytes(32), cost);
  return {
    hash: (password) => hash(alike(password), cost),
    verify: async (passwordHash, password) => {
      const right = await verify(passwordHash ?? (await decoy), alike(password));
      return right && passwordHash !== null;
    },
  };
}

/** True when a password may be set: ten characters or more, of any kind. */
export function isPasswordLongEnough(password: string): boolean {
  const length = [...alike(password)].length;
  return length >= shortestPassword && length <= longestPassword;
}

/** The same keys pressed on another input method give the same password. */
function alike(password: string): string {
  return password.normalize("NFKC");
}
