import { receiptPrefix } from "../domain/request.js";

const prefixes = Object.values(receiptPrefix);
const dash = String.raw`[\s\-‐-―−_·.、]*`;
const written = new RegExp(`(?<![A-Z0-9]-?)(?:(${prefixes.join("|")})${dash})?(20\\d{2})${dash}(\\d{6})(?!\\d)`, "g");

/** A receipt number as a text names it. */
export type WrittenReceipt = {
  /** As it would be filed: YSQ-2026-000001; several when the prefix is missing, one for each type of request. */
  readonly candidates: readonly string[];
  /** Offsets in the text, UTF-16. */
  readonly start: number;
  readonly end: number;
};

/** The first receipt number (受理编号) in a text, however sloppily written: full width, small letters, blanks, no hyphens; null when none is. */
export function findReceiptNumber(text: string): WrittenReceipt | null {
  const folded = text.replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).toUpperCase();
  // Upper case may change the length of a text (ß): then offsets would lie, and such a text holds no number of ours.
  if (folded.length !== text.length) return null;
  for (const match of folded.matchAll(written)) {
    const [whole, prefix, year, serial] = match;
    // Fourteen digits without any sign of a receipt are some other number.
    if (prefix === undefined && /^\d+$/.test(whole)) continue;
    const candidates = (prefix === undefined ? prefixes : [prefix]).map((one) => `${one}-${year}-${serial}`);
    return { candidates, start: match.index, end: match.index + whole.length };
  }
  return null;
}
