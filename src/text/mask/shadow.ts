import { halfWidth } from "../normalise.js";

const digits: Readonly<Record<string, string>> = Object.fromEntries(
  ["〇零○洞", "一幺", "二", "三", "四", "五", "六", "七拐", "八", "九勾"].flatMap((written, digit) =>
    [...written].map((each) => [each, String(digit)]),
  ),
);
/** Seven digits or more, Chinese ones among them, as somebody writes who would escape being read: 138一二三四 5678, 幺三八…. */
const spokenRun = /[0-9〇零○洞一幺二三四五六七拐八九勾](?:[ -]?[0-9〇零○洞一幺二三四五六七拐八九勾]){6,}/g;
const spokenDigit = /[〇零○洞一幺二三四五六七拐八九勾]/g;
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
    .replace(spokenRun, (run) => run.replace(spokenDigit, (digit) => digits[digit] as string));
}
