import type { NumberInText } from "../../text/numerals.js";

/** 不超过 and 以内 are `most`, 不少于 and 以上 are `least`. */
export type Bound = "least" | "most" | null;

/** Units that say the same. */
const sameUnit: Readonly<Record<string, string>> = {
  日: "天",
  号: "天",
  个自然日: "天",
  自然日: "天",
  个工作日: "工作日",
  块: "元",
  岁: "周岁",
  个小时: "小时",
  个学期: "学期",
  个星期: "周",
  星期: "周",
  名: "人",
};

export function unitOf({ unit }: NumberInText): string | null {
  return unit === null ? null : (sameUnit[unit] ?? unit);
}

/** The same value of the same unit; a number without one may be of any. */
export function isSame(a: NumberInText, b: NumberInText): boolean {
  const [unitA, unitB] = [unitOf(a), unitOf(b)];
  return a.value === b.value && a.ordinal === b.ordinal && (unitA === null || unitB === null || unitA === unitB);
}

const most =
  /(?:不(?:得)?(?:超过|高于|多于|大于)|至多|最多|最长|最高|最迟|不满|未满|不足|不到|(?<!不)(?<!不得)(?:少于|低于|小于))\D{0,4}$/u;
const least = /(?:不(?:得)?(?:少于|低于|小于|早于)|至少|最少|最低|(?<!不)(?<!不得)(?:超过|高于|多于|大于)|(?<![不未])满)\D{0,4}$/u;

/** Which side of a number is meant, by the words around it. */
export function boundOf(text: string, { start, end }: NumberInText): Bound {
  const before = text.slice(Math.max(0, start - 9), start).replace(/^.*[，。；：、\n]/su, "");
  const after = text.slice(end, end + 3);
  if (/^(?:以下|以内|之内|内|之前|前)/u.test(after) || most.test(before)) return "most";
  return /^(?:以上|及以上|后|之后)/u.test(after) || least.test(before) ? "least" : null;
}
