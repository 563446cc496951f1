import { halfWidth } from "../normalise.js";

const chineseDigits = "〇一二三四五六七八九";
const chineseRun = /[〇零○一二三四五六七八九]{7,}/g;
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/g;

/**
 * The text as the patterns read it: half-width, digits written as Chinese numerals turned to digits, every white space
 * a space, invisible characters a space. Each UTF-16 unit stays in its place, so that offsets hold in the text as given.
 */
export function shadowOf(text: string): string {
  return text
    .replace(/[！-～]/g, halfWidth)
    .replace(/\s/g, " ")
    .replace(invisible, " ")
    .replace(/[‐‑‒–—―－−]/g, "-")
    .replace(chineseRun, (run) =>
      [...run].map((digit) => (digit === "零" || digit === "○" ? "0" : String(chineseDigits.indexOf(digit)))).join(""),
    );
}
