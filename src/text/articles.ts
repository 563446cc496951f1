import { halfWidth } from "./normalise.js";
import { readChinese } from "./numerals.js";

const names = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const article = /第\s*([零〇一二两三四五六七八九十百千]+|[0-9０-９]+)\s*条/;

/** The number of the first article named: 第一千零四十二条 → 1042, 第18条 → 18; null when none is. */
export function articleNumber(text: string): number | null {
  const written = article.exec(text)?.[1];
  if (written === undefined) return null;
  return /^[0-9０-９]/.test(written) ? Number(written.replace(/[０-９]/g, halfWidth)) : readChinese(written);
}

/** As laws write it: 1042 → 第一千零四十二条. */
export function articleName(number: number): string {
  return `第${chineseNumeral(number)}条`;
}

/** A whole number from 0 to 9,999 in Chinese: 10 → 十, 110 → 一百一十, 1005 → 一千零五. */
export function chineseNumeral(number: number): string {
  if (number === 0) return "零";
  let text = "";
  let gap = false;
  for (const [scale, name] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(number / scale) % 10;
    if (digit === 0) gap = text !== "";
    else {
      text += `${gap ? "零" : ""}${scale === 10 && digit === 1 && text === "" ? "" : (names[digit] ?? "")}${name}`;
      gap = false;
    }
  }
  return text;
}
