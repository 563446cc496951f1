import { halfWidth } from "./normalise.js";
import { wordAround } from "./numeral-words.js";

/** A number as it stands in a text; `start` and `end` are UTF-16 offsets of the number with its unit. */
export type NumberInText = {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** 元, 条, %, 年 …, or null. */
  readonly unit: string | null;
  /** True for 第三条, 第2项. */
  readonly ordinal: boolean;
};

const digits = "零〇○一二两三四五六七八九壹贰叁肆伍陆柒捌玖兩貳參陸";
const values = [0, 0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 2, 3, 6];
const digitValues: Readonly<Record<string, number>> = Object.fromEntries([...digits].map((digit, index) => [digit, values[index] ?? 0]));
const placeValues: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 廿: 20, 卅: 30 };
const groupValues: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

const run = `[${digits}十拾百佰千仟廿卅万萬亿億]+`;
const arabic = `(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]+)(?:[.．][0-9０-９]+)?`;
/** Longer ones first. */
const units =
  "个工作日 工作日 个自然日 自然日 个星期 个小时 个学期 平方米 平方公里 立方米 周岁 公里 千米 厘米 毫米 公斤 千克 毫克 小时 分钟 分贝 星期 学期 个月 月份 万元 亿元 千元 百元 人次 户次 元 块 毛 年 月 日 号 天 时 秒 周 岁 人 名 " +
  "户 次 倍 个 件 条 款 项 章 节 编 目 折 成 份 页 张 本 辆 台 家 间 套 米 吨 克 升 度 层 楼 栋 幢 座 室 级 届 期 孩 胎 亩 种 门 所 只 支 部 ㎡ % ％ ‰ ℃";
const unitPattern = `(?:${units.replaceAll(" ", "|")})`;

/** One pass, the longer forms first: 百分之, 分之, plain fractions, dates with dashes, percent, numbers with multiplier, Chinese runs. */
const anyNumber = new RegExp(
  [
    `(?<perHundred>[百千万]分之)(?<perValue>${run}(?:点[${digits}]+)?|${arabic})`,
    `(?<denominator>${run}|${arabic})分之(?<numerator>${run}|${arabic})`,
    String.raw`(?<dashed>(?<![0-9])(?:19|20)[0-9]{2}(?<mark>[-/.])(?:1[0-2]|0?[1-9])\k<mark>(?:3[01]|[12][0-9]|0?[1-9])(?![0-9]))`,
    `(?<over>(?<![0-9./])[0-9]{1,3})/(?<under>[1-9][0-9]{0,2}(?![0-9./]))`,
    `(?<plain>${arabic})(?<multiplier>(?:[十百千]?[万萬亿億]|[十百千])(?:${arabic}[百千万])?(?:${arabic})?)?`,
    `(?<chinese>${run})(?:点(?<decimals>[${digits}]+)(?![十分]))?`,
  ].join("|"),
  "g",
);
const unitAfter = new RegExp(`\\s?(${unitPattern})`, "y");

/**
 * Every number in a text with its value: 三百二十, 两千, 百分之九十 (90, unit %), 三分之一 and 1/3, １２, 1,200.50, 10万, 廿.
 * The parts of a date are three numbers. Numerals inside words (一般, 统一, 三轮车) are none; 一 counts only before a unit.
 */
export function numbersIn(text: string): NumberInText[] {
  const found: NumberInText[] = [];
  for (const match of text.matchAll(anyNumber)) {
    const groups = match.groups ?? {};
    const start = match.index;
    if (groups["dashed"] !== undefined) found.push(...datesParts(match[0], start));
    else if (groups["chinese"] !== undefined) found.push(...chineseNumbers(text, match[0], start));
    else {
      const value = numberOf(groups);
      if (value === null) continue;
      const fixed =
        groups["perHundred"] === undefined ? null : groups["perHundred"][0] === "百" ? "%" : groups["perHundred"][0] === "千" ? "‰" : "‱";
      found.push(withUnit(text, start, start + match[0].length, value, fixed));
    }
  }
  return found;
}

function numberOf(groups: Readonly<Record<string, string | undefined>>): number | null {
  const { perValue, denominator, numerator, over, under, plain, multiplier } = groups;
  if (perValue !== undefined) return read(perValue);
  if (denominator !== undefined && numerator !== undefined) return ratio(read(numerator), read(denominator));
  if (over !== undefined && under !== undefined) return ratio(Number(over), Number(under));
  if (plain === undefined) return null;
  return multiplier === undefined ? readArabic(plain) : readMixed(readArabic(plain), multiplier);
}

function ratio(numerator: number | null, denominator: number | null): number | null {
  return numerator === null || !denominator ? null : numerator / denominator;
}

/** 2026-11-23 is three numbers, as 2026年11月23日 is. */
function datesParts(text: string, start: number): NumberInText[] {
  return [...text.matchAll(/[0-9]+/g)].map((part, index) => ({
    value: Number(part[0]),
    start: start + part.index,
    end: start + part.index + part[0].length,
    text: part[0],
    unit: ["年", "月", "日"][index] ?? null,
    ordinal: false,
  }));
}

function chineseNumbers(text: string, whole: string, start: number): NumberInText[] {
  const end = start + whole.length;
  const word = wordAround(text, start, end);
  if (word) return word.end >= end && word.start <= start ? [] : chineseRest(text, start, end, word);
  if (/^[百千万萬亿億佰仟]+$/.test(whole)) return [];
  const isOrdinal = text[start - 1] === "第";
  const value = readChinese(whole);
  const number = value === null ? null : withUnit(text, start, end, value, null);
  if (number === null) return [];
  if (/^[一二三四五六七八九]{2}$/.test(whole) && number.unit !== "年") return approximate(text, start, number);
  if (whole === "一" && number.unit === null && !isOrdinal) return [];
  return [number];
}

/** What of the run lies outside the word, read on its own. */
function chineseRest(text: string, start: number, end: number, word: { start: number; end: number }): NumberInText[] {
  const before = word.start > start ? chineseNumbers(text.slice(0, word.start), text.slice(start, word.start), start) : [];
  return word.end < end ? [...before, ...chineseNumbers(text, text.slice(word.end, end), word.end)] : before;
}

/** 三五天 means three to five: two numbers. */
function approximate(text: string, start: number, number: NumberInText): NumberInText[] {
  const first = text[start] ?? "";
  return [
    { ...number, value: digitValues[first] ?? 0, end: start + 1, text: first, unit: number.unit },
    { ...number, value: digitValues[text[start + 1] ?? ""] ?? 0, start: start + 1, text: text.slice(start + 1, number.end) },
  ];
}

function withUnit(text: string, start: number, end: number, value: number, fixed: string | null): NumberInText {
  const ordinal = /第\s?$/.test(text.slice(Math.max(0, start - 2), start));
  unitAfter.lastIndex = end;
  const unit = fixed ?? unitAfter.exec(text)?.[1] ?? null;
  const scale =
    fixed === null && unit !== null && unit.length === 2 ? (groupValues[unit[0] ?? ""] ?? placeValues[unit[0] ?? ""]) : undefined;
  const stop = fixed === null && unit !== null ? unitAfter.lastIndex : end;
  const from = ordinal ? text.lastIndexOf("第", start) : start;
  const isMoney = scale !== undefined && unit?.[1] === "元";
  const plainUnit = isMoney ? "元" : unit === "％" ? "%" : unit;
  return { value: isMoney ? round(value * scale) : value, start: from, end: stop, text: text.slice(from, stop), unit: plainUnit, ordinal };
}

function read(text: string): number | null {
  return /^[0-9０-９]/.test(text) ? readArabic(text) : readChinese(text);
}

function readArabic(text: string): number {
  return Number(text.replace(/[０-９．，]/g, halfWidth).replaceAll(",", ""));
}

/** 10万, 3千5百, 1.5亿, 10万5000: what stands behind the multiplier is added. */
function readMixed(first: number, multiplier: string): number {
  const [, scaleText = "", rest = ""] = /^([十百千万萬亿億]+)(.*)$/.exec(multiplier) ?? [];
  let scale = 1;
  for (const character of scaleText) scale *= placeValues[character] ?? groupValues[character] ?? 1;
  const [, lower, lowerScale, last] = /^(?:(.*?)([百千万]))?(.*)$/.exec(rest) ?? [];
  const added = lower === undefined ? 0 : readArabic(lower) * (placeValues[lowerScale ?? ""] ?? groupValues[lowerScale ?? ""] ?? 1);
  return round(first * scale + added + (last ? readArabic(last) : 0));
}

/**
 * The value of a Chinese numeral: 三百二十 → 320, 二〇二六 → 2026, 两千三 → 2300, 三点五 → 3.5; null when it is none.
 */
export function readChinese(text: string): number | null {
  const [whole = "", decimals] = text.split("点");
  const integer = readWhole(whole);
  if (integer === null || decimals === undefined) return integer;
  const fraction = [...decimals].map((character) => digitValues[character]).join("");
  return Number(`${integer}.${fraction}`);
}

function readWhole(text: string): number | null {
  const characters = [...text];
  if (characters.length === 0) return null;
  if (characters.every((character) => character in digitValues))
    return Number(characters.map((character) => digitValues[character]).join(""));
  let total = 0;
  let group = 0;
  let digit: number | null = null;
  let lastScale = 0;
  for (const character of characters) {
    const asDigit = digitValues[character];
    const place = placeValues[character];
    const scale = groupValues[character];
    if (asDigit !== undefined) {
      digit = asDigit;
      if (asDigit === 0) lastScale = 0;
    } else if (place !== undefined) {
      group += place === 20 || place === 30 ? place : (digit ?? 1) * place;
      digit = null;
      lastScale = place > 10 && place % 100 === 0 ? place : 0;
    } else if (scale !== undefined) {
      group += digit ?? 0;
      digit = null;
      total = scale > 1e4 ? (total + group) * scale : total + group * scale;
      group = 0;
      lastScale = scale;
    } else return null;
  }
  // 两千三 and 三万五 leave the last place out.
  if (digit !== null) group += lastScale >= 100 && digit !== 0 ? (digit * lastScale) / 10 : digit;
  return total + group;
}

/** Without the dust of binary fractions: 1.1 × 10,000 is 11,000. */
function round(value: number): number {
  return Number(value.toPrecision(15));
}
