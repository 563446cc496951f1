import { expect, it } from "vitest";
import { isLookupCode, lookupCodeHash, newLookupCode } from "../../src/requests/lookup-code.js";

it("makes codes of eight readable characters, hardly ever twice the same", () => {
  const codes = new Set(Array.from({ length: 200 }, newLookupCode));
  expect(codes.size).toBe(200);
  for (const code of codes) expect(code).toMatch(/^[ABCDEFGHJKMNPQRSTUVWXYZ23456789]{8}$/);
});

it("knows a code however it is written, and no other", () => {
  const hash = lookupCodeHash("ABCD2345");
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  for (const written of ["abcd2345", "ABCD-2345", " abcd 2345 ", "ＡＢＣＤ２３４５"]) expect(isLookupCode(written, hash)).toBe(true);
  for (const written of ["ABCD2346", "", "ABCD"]) expect(isLookupCode(written, hash)).toBe(false);
});
