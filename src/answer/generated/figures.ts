import { type NumberInText, numbersIn } from "../../text/numerals.js";
import { type Bound, boundOf, isSame } from "./figure.js";
import type { Finding } from "./finding.js";
import { untiedFigures } from "./tied-figures.js";

type Found = Pick<Finding, "rule" | "detail">;
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
  return [...found, ...turnedDates(ours, theirs), ...untiedFigures(statement, said), ...otherPer(statement, said)];
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
