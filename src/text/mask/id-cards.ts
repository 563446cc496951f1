import type { Found } from "./found.js";
import { bare, gap, isOtherNumber } from "./labels.js";

/** With the holder's mobile number right behind it, as who forgets the blank writes. */
const mobileBehind = "(?=1[3-9][0-9]{9}(?![0-9]))";
const card = new RegExp(
  `(?<![0-9])[1-9](?:${gap}[0-9]){5},?(?:${gap}[0-9]){8},?(?:${gap}[0-9]){3}${gap}[0-9Xx](?:(?![0-9A-Za-z])|${mobileBehind})`,
  "g",
);
const disability = new RegExp(`(?<![0-9])[1-9](?:${gap}[0-9]){16}${gap}[0-9Xx]${gap}[1-7]${gap}[1-4](?:[Bb][0-9])?(?![0-9A-Za-z])`, "g");
const oldCard = new RegExp(`(?<![0-9A-Za-z])[1-8](?:${gap}[0-9]){14}(?![0-9A-Za-z])`, "g");
/** Of 香港: A123456(7), without the brackets only behind the word. */
const hongKong = /(?<![0-9A-Za-z])[A-Za-z]{1,2} ?[0-9]{6} ?(?:\([0-9Aa]\)|[0-9Aa](?![0-9A-Za-z]))/g;
const provinces = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91".split(" "),
);
const cardWords = /身份证|身分证|证件号|居住证号|居留证|残疾证|社保卡号|公民身份|ID(?:卡|card|号)/i;
const cardWordsBeside = /(?:身份证|身分证|证件)(?:号码?|编号|是|为|:|\(|[ ])*$/;
const cardWordsAfter =
  /^[)）,， ]{0,2}(?:这个|呢个|是|就是|系)?(?:我|本人|他|她|我的|老人)?的?(?:老|旧|一代|15位|18位)?的?(?:身份证|身分证)/;
const clauseBefore = 22;

/**
 * Identity numbers of GB 11643-1999: with a right check digit wherever they stand; with a wrong one (mistyped) where the
 * words say so, or region and birth date are right and nothing says it is another number. Also disability certificates,
 * which begin with them, those of 香港, and old ones of 15 digits where the words say so.
 */
export function idCards(shadow: string): Found[] {
  const found: Found[] = [];
  const add = (match: RegExpExecArray | RegExpMatchArray) => {
    found.push({ type: "id_card", start: match.index ?? 0, end: (match.index ?? 0) + match[0].length });
  };
  for (const match of shadow.matchAll(card)) {
    const digits = bare(match[0]);
    const said = isSaid(shadow, match);
    if (said === "other") continue;
    const isLoose = match[0].includes(",") || /^[0-9]/.test(shadow.slice((match.index ?? 0) + match[0].length));
    if (isLoose && !hasRightCheckDigit(digits)) continue;
    const plausible = provinces.has(digits.slice(0, 2)) && isBirthDate(digits.slice(6, 14));
    // Numbers that begin with 9 are credit codes far more often than foreigners' residence permits.
    if (said === "yes" || (plausible && (!digits.startsWith("9") || hasRightCheckDigit(digits)))) add(match);
  }
  for (const match of shadow.matchAll(disability)) {
    const digits = bare(match[0]);
    if (provinces.has(digits.slice(0, 2)) && isBirthDate(digits.slice(6, 14)) && hasRightCheckDigit(digits.slice(0, 18))) add(match);
  }
  for (const match of shadow.matchAll(oldCard)) {
    const digits = bare(match[0]);
    if (isSaid(shadow, match) === "yes" && provinces.has(digits.slice(0, 2)) && isBirthDate(`19${digits.slice(6, 12)}`)) add(match);
  }
  for (const match of shadow.matchAll(hongKong)) if (match[0].endsWith(")") || isSaid(shadow, match) === "yes") add(match);
  return found;
}

/** The check digit of ISO/IEC 7064, MOD 11-2, over the first seventeen digits. */
export function hasRightCheckDigit(digits: string): boolean {
  let rest = 0;
  for (const digit of digits.slice(0, 17)) rest = ((rest + Number(digit)) * 2) % 11;
  return "10X98765432"[rest] === digits[17]?.toUpperCase();
}

function isSaid(shadow: string, match: RegExpExecArray | RegExpMatchArray): "yes" | "other" | "no" {
  const start = match.index ?? 0;
  const before = shadow.slice(Math.max(0, start - clauseBefore), start);
  if (cardWordsBeside.test(before)) return "yes";
  if (isOtherNumber(shadow, start)) return "other";
  const clause = before.slice(Math.max(...["。", "!", "?", ";", ";"].map((stop) => before.lastIndexOf(stop))) + 1);
  const end = start + match[0].length;
  return cardWords.test(clause) || cardWordsAfter.test(shadow.slice(end, end + 16)) ? "yes" : "no";
}

function isBirthDate(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];
  if (year < 1900 || year > 2049) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
