import { addDays, isPlainDate, type PlainDate, weekday } from "../domain/plain-date.js";
import { readChinese } from "./numerals.js";

export type DatePrecision = "day" | "week" | "month" | "year";
/** 2019年 is `on`, 2019年之前 `before`, 2019年以后 and 2019年起 `after`. */
export type DateRelation = "on" | "before" | "after";

/** A date as it stands in a text; `start` and `end` are UTF-16 offsets, its 之前 or 以后 among them. */
export type DateInText = {
  /** The day to ask about: of the period that is meant, the one nearest to today. */
  readonly day: PlainDate;
  readonly precision: DatePrecision;
  readonly relation: DateRelation;
  /** The first and the last day of what is named: 2019年 is all of that year. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

const chineseDigit = "[零〇○一二三四五六七八九]";
const small = "(?:[0-9]{1,2}|[零〇○一二两三四五六七八九十廿卅]{1,4})";
const relativeYears = {
  大前年: -3,
  前年: -2,
  去年: -1,
  旧年: -1,
  上一年: -1,
  上年: -1,
  今年: 0,
  本年: 0,
  明年: 1,
  来年: 1,
  下一年: 1,
  后年: 2,
  大后年: 3,
} as const;
const relativeMonths = { 上上个月: -2, 上个月: -1, 上月: -1, 这个月: 0, 本月: 0, 下个月: 1, 下月: 1, 下下个月: 2 } as const;
const relativeDays = {
  大前天: -3,
  前天: -2,
  前日: -2,
  昨天: -1,
  昨日: -1,
  昨晚: -1,
  寻日: -1,
  琴日: -1,
  噚日: -1,
  今天: 0,
  今日: 0,
  今晚: 0,
  明天: 1,
  明日: 1,
  听日: 1,
  后天: 2,
  后日: 2,
  大后天: 3,
} as const;
const longestFirst = (words: Readonly<Record<string, number>>) =>
  Object.keys(words)
    .toSorted((a, b) => b.length - a.length)
    .join("|");

/** What may follow a year: a month with its day, half a year, its beginning or its end. */
const withinYear = `(?:(?<month>${small})月(?:份|(?<day>${small})[日号])?|(?<part>上半年|下半年|年?[底末初](?![级中高])))?`;
/** 20年 is a year only where what follows says so: 交了20年, 住20年 are spans. */
const saysYear = `(?=的?时候|那会|那时|那阵|那年|当时|${small}月|年?底|年?初|的(?:规定|标准|政策|法律))`;
const notAfterSpan = "(?<![0-9零〇一二三四五六七八九十百第满了够过近约每])";

const anyDate = new RegExp(
  [
    String.raw`(?<![0-9])(?<dashed>(?:19|20)[0-9]{2}(?<mark>[-/.])[0-9]{1,2}(?:\k<mark>[0-9]{1,2})?)(?![0-9])`,
    `(?:(?<![0-9])(?<year>(?:19|20)[0-9]{2})年|(?<!${chineseDigit})(?<hanYear>[一二]${chineseDigit}{3})年|${notAfterSpan}(?<shortYear>[0-9]{2}|[零〇○一二九八]${chineseDigit})年${saysYear}|` +
      `(?<!以)(?<relativeYear>${longestFirst(relativeYears)})(?![龄纪老轻]))(?!代|级|版|限)${withinYear}`,
    `(?<![0-9第每])(?<ago>半|${small})多?(?<unit>年|个月|天|日|周|个?星期|个?礼拜)(?:半|多)?(?:以|之)?前(?!${small})`,
    `(?<relativeMonth>${longestFirst(relativeMonths)})(?:(?<monthDay>${small})[日号])?`,
    `(?<relativeDay>${longestFirst(relativeDays)})`,
    "(?<week>上上|上|这|本|下)个?(?:周|星期|礼拜)(?![末边围年])",
    `(?<![0-9零一二三四五六七八九十年每])(?<bareMonth>${small})月(?<bareDay>${small})[日号]`,
  ].join("|"),
  "g",
);
const relationAfter =
  /(?:年?度)?(?:(?<before>之前|以前|前(?![后年妻夫面往任台述款项]))|(?<after>之后|以后|后(?![年天来面悔期台续果])|起|开始|以来))/y;
/** Terms of the law are no dates: 提前30天, 届满前三个月. */
const countsTerm = /(?:提前|届满|期满|到期|至少|不少于|不晚于|开庭|会议召开|起诉)[^，。]{0,3}$/;
const bookTitle = /《[^》]*》/g;

/**
 * The dates of a text, as residents write them: 去年, 2020年5月, 二〇二〇年, 20年的时候, 上个月, 昨天, 十年前, 今年1月1日前.
 * Spans (交了20年), terms (提前30天), dates inside a book title, and days that no calendar has are none.
 * @param text normalised: half-width digits, simplified characters
 * @param today what 去年 and 上个月 are counted from
 */
export function datesIn(text: string, today: PlainDate): readonly DateInText[] {
  const titles = [...text.matchAll(bookTitle)].map((title) => [title.index, title.index + title[0].length] as const);
  const found: DateInText[] = [];
  for (const match of text.matchAll(anyDate)) {
    const start = match.index;
    if (titles.some(([from, to]) => from < start && start < to)) continue;
    const groups = match.groups ?? {};
    if (groups["ago"] !== undefined && countsTerm.test(text.slice(0, start))) continue;
    const period = periodOf(groups, today);
    if (!period || !isPlausible(period, today)) continue;
    relationAfter.lastIndex = start + match[0].length;
    const suffix = groups["ago"] === undefined ? relationAfter.exec(text) : null;
    const relation = suffix?.groups?.["before"] ? "before" : suffix?.groups?.["after"] ? "after" : "on";
    const end = start + match[0].length + (suffix?.[0].length ?? 0);
    found.push({ ...period, relation, day: dayOf(period, relation, today), start, end, text: text.slice(start, end) });
  }
  return found;
}

type Period = Pick<DateInText, "precision" | "from" | "to">;
type Groups = Readonly<Record<string, string | undefined>>;

function periodOf(groups: Groups, today: PlainDate): Period | null {
  const { dashed, ago, unit, relativeMonth, monthDay, relativeDay, week, bareMonth, bareDay } = groups;
  const thisYear = Number(today.slice(0, 4));
  if (dashed !== undefined) {
    const [year, month, day] = dashed.split(/[-/.]/).map(Number);
    return monthOrDay(year ?? 0, month ?? 0, day ?? null);
  }
  if (ago !== undefined) return periodAgo(ago === "半" ? 0.5 : numberOf(ago), unit ?? "", today);
  if (relativeMonth !== undefined) {
    const { year, month } = monthFrom(today, relativeMonths[relativeMonth as keyof typeof relativeMonths]);
    return monthOrDay(year, month, monthDay === undefined ? null : numberOf(monthDay));
  }
  if (relativeDay !== undefined) return oneDay(addDays(today, relativeDays[relativeDay as keyof typeof relativeDays]));
  if (week !== undefined) {
    const monday = addDays(today, -((weekday(today) + 6) % 7) + { 上上: -14, 上: -7, 这: 0, 本: 0, 下: 7 }[week as "上"]);
    return { precision: "week", from: monday, to: addDays(monday, 6) };
  }
  if (bareMonth !== undefined) return monthOrDay(thisYear, numberOf(bareMonth), numberOf(bareDay ?? ""));
  return periodInYear(yearOf(groups, thisYear), groups);
}

function yearOf({ year, hanYear, shortYear, relativeYear }: Groups, thisYear: number): number {
  if (year !== undefined) return Number(year);
  if (hanYear !== undefined) return numberOf(hanYear);
  if (relativeYear !== undefined) return thisYear + relativeYears[relativeYear as keyof typeof relativeYears];
  const short = numberOf(shortYear ?? "");
  return short <= (thisYear % 100) + 1 ? 2000 + short : 1900 + short;
}

function periodInYear(year: number, { month, day, part }: Groups): Period | null {
  if (month !== undefined) return monthOrDay(year, numberOf(month), day === undefined ? null : numberOf(day));
  if (part === "上半年") return between("month", year, 1, 6);
  if (part === "下半年") return between("month", year, 7, 12);
  if (part !== undefined) return part.endsWith("初") ? between("month", year, 1, 1) : between("month", year, 12, 12);
  return between("year", year, 1, 12);
}

function periodAgo(count: number, unit: string, today: PlainDate): Period | null {
  if (unit === "年" && count >= 1) return between("year", Number(today.slice(0, 4)) - count, 1, 12);
  if (unit === "年" || unit === "个月") {
    const { year, month } = monthFrom(today, unit === "年" ? -6 : -count);
    return monthOrDay(year, month, null);
  }
  return oneDay(addDays(today, -count * (/^[天日]$/.test(unit) ? 1 : 7)));
}

function monthFrom(today: PlainDate, offset: number): { readonly year: number; readonly month: number } {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + offset;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
}

function monthOrDay(year: number, month: number, day: number | null): Period | null {
  if (day === null) return month >= 1 && month <= 12 ? between("month", year, month, month) : null;
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isPlainDate(text) ? oneDay(text) : null;
}

function between(precision: DatePrecision, year: number, firstMonth: number, lastMonth: number): Period {
  const first = (of: number) => new Date(Date.UTC(year, of - 1, 1)).toISOString().slice(0, 10) as PlainDate;
  return { precision, from: first(firstMonth), to: addDays(first(lastMonth + 1), -1) };
}

function oneDay(day: PlainDate): Period {
  return { precision: "day", from: day, to: day };
}

function numberOf(text: string): number {
  return /^[0-9]+$/.test(text) ? Number(text) : (readChinese(text.replace("两", "二")) ?? Number.NaN);
}

/** From the founding of the republic to ten years ahead: other numbers before 年 mean something else. */
function isPlausible({ from, to }: Period, today: PlainDate): boolean {
  return from >= "1949-01-01" && Number(to.slice(0, 4)) <= Number(today.slice(0, 4)) + 10;
}

function dayOf({ from, to }: Period, relation: DateRelation, today: PlainDate): PlainDate {
  if (relation === "before") return addDays(from, -1) < today ? addDays(from, -1) : today;
  if (relation === "after") return from > today ? from : today;
  if (to < today) return to;
  return from > today ? from : today;
}
