import { halfWidth } from "../normalise.js";
import { toSimplified } from "../traditional.js";

/** Digits from nought on, as they are written, as forms write them, and as they are said over the telephone. */
const chineseDigits: Readonly<Record<string, string>> = Object.fromEntries(
  ["〇零○洞", "一壹幺", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒拐", "八捌", "九玖勾"].flatMap((written, digit) =>
    [...written].map((each) => [each, String(digit)]),
  ),
);
const chineseDigit = `[${Object.keys(chineseDigits).join("")}]`;
/** 零零一直打不通: what goes on as a word is no digit. */
const spelledDigit = `(?:${chineseDigit}(?![直些个下样般家定起次天位名共旦律楼栋座层间]))`;
/** Five digits and more, said one by one, are a number that somebody spells; fewer are a year, a floor, 三五. */
const spelled = new RegExp(`(?:${spelledDigit}|[0-9])(?:(?:[ -]{0,2}|[、,])(?:${spelledDigit}|[0-9])){4,}`, "g");
const everyChineseDigit = new RegExp(chineseDigit, "g");
/** In 唯一13800138000 the numeral belongs to the words; between two digits, or with two others, to the number. */
const inside = new RegExp(`[0-9]${chineseDigit}+[0-9]`);
/** Five and more ringed digits are a number; fewer count paragraphs. */
const ringed = /[①-⑨⓪](?: ?[①-⑨⓪]){4,}/g;
/** What is not seen, and the two marks that make a digit an emoji. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\ufffc]|\ufe0f|\u20e3/g;
/** What is typed for the X of an identity number. */
const likeX = /(?<=[0-9][ -]?)[×✕✖ΧχХх](?![0-9])/g;
/** How the X is said, behind seventeen digits. */
const saidX = /(?<=(?:[0-9][ -]{0,2}){17})叉/g;
/** Digits of other scripts, and the bold, sans-serif and double-struck ones of mathematics. */
const otherDigits = /(?![0-9])\p{Nd}/gu;

/**
 * The text as the patterns read it: half-width, simplified, digits written as Chinese numerals or in other scripts turned
 * to digits, every white space and invisible character a space, every dash a hyphen. Each UTF-16 unit stays in its place,
 * so that offsets hold in the text as given.
 */
export function shadowOf(text: string): string {
  const folded = text
    .replace(/[！-～]/g, halfWidth)
    .replace(/\s/g, " ")
    .replace(invisible, " ")
    .replace(/[‐‑‒–—―－−ー─~]/g, "-")
    .replace(likeX, "X")
    .replace(otherDigits, (digit) => digitValue(digit).padEnd(digit.length))
    .replace(ringed, (run) => run.replace(/[^ ]/g, (digit) => (digit === "⓪" ? "0" : String(digit.charCodeAt(0) - 0x245f))));
  // Phrases convert unit by unit; should one not, its text is read as it stands rather than at wrong offsets.
  const simplified = toSimplified(folded);
  const same = simplified.length === folded.length ? simplified : folded;
  const counted = same.replace(spelled, (run) => {
    const isNumber = (run.match(everyChineseDigit)?.length ?? 0) > 2 || inside.test(run);
    return isNumber ? run.replace(everyChineseDigit, (digit) => chineseDigits[digit] ?? digit) : run;
  });
  return counted.replace(saidX, "X");
}

/** Unicode puts the ten digits of a script side by side, beginning at zero. */
function digitValue(digit: string): string {
  let zero = digit.codePointAt(0) ?? 0;
  const code = zero;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}
