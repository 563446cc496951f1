import { type NumberInText, numbersIn } from "../../text/numerals.js";
import type { Finding } from "./finding.js";

type Found = Pick<Finding, "rule" | "detail">;
type Bound = "least" | "most" | null;

/** Units that are one in what they say. */
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
/** What is given on a condition, which the number before it may state. */
const given = new Set(["元", "天", "工作日", "个月", "%", "‰", "倍", "折", "小时", "分钟"]);

const unitOf = ({ unit }: NumberInText) => (unit === null ? null : (sameUnit[unit] ?? unit));
const isSame = (a: NumberInText, b: NumberInText) => {
  const [unitA, unitB] = [unitOf(a), unitOf(b)];
  return a.value === b.value && a.ordinal === b.ordinal && (unitA === null || unitB === null || unitA === unitB);
};

/**
 * Holds the figures of a sentence against what its sources say: each number by value and unit (三十日 is 30天, not 30个工作日), dates and
 * articles as a whole, 不少于 and 不超过, 每月 and 每年, and that no amount is joined to another's condition.
 */
export function checkFigures(statement: string, said: string): readonly Found[] {
  const ours = numbersIn(statement);
  const theirs = numbersIn(said);
  const found: Found[] = [];
  for (const number of ours) {
    const alike = theirs.filter((other) => isSame(number, other));
    if (alike.length === 0) found.push({ rule: number.unit === "条" && number.ordinal ? "article" : "number", detail: number.text });
    else if (
      isTurned(
        boundOf(statement, number),
        alike.map((other) => boundOf(said, other)),
      )
    )
      found.push({ rule: "bound", detail: number.text });
  }
  return [...found, ...turnedDates(ours, theirs), ...mixed(statement, said), ...otherPer(statement, said)];
}

const most = /(?:不(?:得)?(?:超过|高于|多于|大于)|至多|最多|最长|最高|最迟|不满|未满|不足|(?<!不)(?<!不得)(?:少于|低于|小于))\D{0,4}$/u;
const least = /(?:不(?:得)?(?:少于|低于|小于|早于)|至少|最少|最低|(?<!不)(?<!不得)(?:超过|高于|多于|大于)|(?<![不未])满)\D{0,4}$/u;

function boundOf(text: string, { start, end }: NumberInText): Bound {
  const before = text.slice(Math.max(0, start - 9), start).replace(/^.*[，。；：、\n]/su, "");
  const after = text.slice(end, end + 3);
  if (/^(?:以下|以内|之内|内|之前|前)/u.test(after) || most.test(before)) return "most";
  return /^(?:以上|及以上|后|之后)/u.test(after) || least.test(before) ? "least" : null;
}

/** Said with one bound, and in the sources only with the other. */
function isTurned(bound: Bound, theirs: readonly Bound[]): boolean {
  return bound !== null && theirs.every((other) => other !== null && other !== bound);
}

/** Runs of year, month and day; each must stand in the sources with its parts together. */
function turnedDates(ours: readonly NumberInText[], theirs: readonly NumberInText[]): readonly Found[] {
  const known = datesOf(theirs).map((date) => `${date.join("-")}-`);
  return datesOf(ours)
    .filter((date) => date.length > 1 && !known.some((other) => `-${other}`.includes(`-${date.join("-")}-`)))
    .map((date) => ({ rule: "date" as const, detail: date.join("-") }));
}

function datesOf(numbers: readonly NumberInText[]): readonly (readonly string[])[] {
  const dates: string[][] = [];
  const rank = (unit: string | null) => (unit === "年" ? 0 : unit === "月" ? 1 : unit === "日" || unit === "号" ? 2 : -1);
  let previous: NumberInText | null = null;
  for (const number of numbers) {
    const place = rank(number.unit);
    const follows = previous !== null && number.start - previous.end <= 1 && place === rank(previous.unit) + 1 && place > 0;
    if (place >= 0 && !number.ordinal) {
      const part = `${number.value}${"年月日"[place]}`;
      if (follows) dates.at(-1)?.push(part);
      else dates.push([part]);
    }
    previous = number;
  }
  return dates;
}

/** An amount that the sources give on another condition than the sentence: 90周岁每月80元, where that is for those of 80. */
function mixed(statement: string, said: string): readonly Found[] {
  const known = segmentsOf(said).map(numbersIn);
  return segmentsOf(statement).flatMap((segment) => {
    const numbers = numbersIn(segment);
    return numbers.flatMap((amount, index): readonly Found[] => {
      const condition = numbers.slice(0, index).findLast((other) => unitOf(other) !== unitOf(amount));
      if (!condition || !given.has(unitOf(amount) ?? "") || given.has(unitOf(condition) ?? "")) return [];
      const has = (list: readonly NumberInText[], number: NumberInText) => list.some((other) => isSame(number, other));
      const hasUnit = (list: readonly NumberInText[], number: NumberInText) => list.some((other) => unitOf(other) === unitOf(number));
      if (known.some((list) => has(list, amount) && has(list, condition))) return [];
      const isTiedOtherwise = known.some(
        (list) => (has(list, amount) && hasUnit(list, condition)) || (has(list, condition) && hasUnit(list, amount)),
      );
      return isTiedOtherwise ? [{ rule: "numbers_mixed", detail: `${condition.text}…${amount.text}` }] : [];
    });
  });
}

function segmentsOf(text: string): readonly string[] {
  return text.split(/[。；！？;\n]/u).filter((segment) => segment.trim() !== "");
}

const per = /每(?:一)?(?:个)?(人|户|月|年|天|日|周|次|名|孩|胎|小时|学期|学年|季度)/gu;

/** 每月 where the sources say 每年. */
function otherPer(statement: string, said: string): readonly Found[] {
  return [...statement.matchAll(per)]
    .filter(([, unit = ""]) => {
      const written = unit === "天" || unit === "日" ? "[天日]" : unit === "人" || unit === "名" ? "[人名]" : unit;
      return !new RegExp(`(?:每.{0,3}|/|按|各)${written}|${written}(?:平均|标准)`, "u").test(said);
    })
    .map(([text]) => ({ rule: "per" as const, detail: text }));
}
