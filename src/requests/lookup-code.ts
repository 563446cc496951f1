import { createHash, randomInt, timingSafeEqual } from "node:crypto";

/** Without 0 O 1 I L: what a resident writes down must be readable. */
const alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const length = 8;

/** A new code for looking up a request: eight characters, about 40 bits, shown once. */
export function newLookupCode(): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
}

/** The sha256 by which a code is stored, hexadecimal; written sloppily (small letters, full width, blanks) it is the same. */
export function lookupCodeHash(code: string): string {
  const plain = code
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
  return createHash("sha256").update(plain).digest("hex");
}

/** Compares in a time that tells nothing of where they differ. */
export function isLookupCode(code: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(lookupCodeHash(code), "hex"), Buffer.from(hash, "hex"));
}
